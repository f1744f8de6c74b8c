"""The workspace named Overview."""
