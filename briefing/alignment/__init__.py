"""Two language versions of one instrument, paired passage by passage."""

from briefing.alignment.align import align, versions
from briefing.alignment.grouping import group_candidates

__all__ = ["align", "group_candidates", "versions"]
