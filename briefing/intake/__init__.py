"""A file's bytes become a source with its passages and exclusions."""

from briefing.intake.copies import Copy, Match, copy_of, matches_between
from briefing.intake.reading import Reading, read, read_file

__all__ = ["Copy", "Match", "Reading", "copy_of", "matches_between", "read", "read_file"]
