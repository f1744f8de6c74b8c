"""A file's bytes become a source with its passages and exclusions."""

from briefing.intake.reading import Reading, read, read_file

__all__ = ["Reading", "read", "read_file"]
