"""The right column: one commitment, everything of it to be changed where it stands."""
