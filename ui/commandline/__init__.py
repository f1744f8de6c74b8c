"""The command line: every way to work on a book without a window. Never imports Qt."""
