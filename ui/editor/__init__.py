"""The editor for rich text: notes and annotations are written with it."""
