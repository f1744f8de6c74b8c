"""The workspace named Book."""
