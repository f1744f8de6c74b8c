"""One reader for each format: bytes become a draft of lines."""
