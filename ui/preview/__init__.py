"""The pages of the book as they will be printed: preview, export, print, editions."""
