"""What the tags of a web page do."""

from __future__ import annotations


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


DROPPED = _tags(
    """
    audio canvas datalist embed head iframe map math noscript object progress script select
    style svg template textarea title video
    """
)
"""What holds no words of the page."""
BLOCKS = _tags(
    """
    address article aside blockquote body button caption center dd details dialog div dl dt
    fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label
    legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul
    """
)
"""What begins and ends a line."""
VOID = _tags(
    """
    area base br col embed hr img input link meta source track wbr
    """
)
"""What has no inside and is never closed."""
HEADINGS = _tags("h1 h2 h3 h4 h5 h6")
LISTS = _tags("ol ul")
BOLD = _tags("b strong")
