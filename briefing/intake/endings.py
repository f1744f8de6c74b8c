"""How sentences end, in the three languages."""

from __future__ import annotations

import re

_AFTER = r"[\"'”’»」』】)）\]]*(?:\s?\[?\d{1,2}\]?)?$"
"""Quotation marks, brackets and the call of a footnote may follow."""

CLOSED = re.compile(rf"[.!?:;。！？：；…]{_AFTER}|】$")
"""Ends as a sentence, a lead-in or a member of a list does."""
SENTENCE = re.compile(rf"[.!?。！？…]{_AFTER}|】$")
"""Ends as a sentence does."""
LEAD_IN = re.compile(r"[:：]$")
"""Ends as words do that announce a list."""
