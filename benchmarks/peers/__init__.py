"""The same publication by other means, to have something to be measured against."""
