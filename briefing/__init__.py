"""The book, without windows and without pages."""
