"""The workspace named Book: the order of the tabs, the notes, and their material."""
