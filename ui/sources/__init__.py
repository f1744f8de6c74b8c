"""The workspace named Sources."""
