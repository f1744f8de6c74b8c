"""The workspace named Commitments."""
