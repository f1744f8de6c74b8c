"""Passages become candidates: proposed commitments, each with its reasons.

Rules are data, one file per language in `resources/lexicons`, which an adviser can extend.
"""

from briefing.candidates.find import Finds, find
from briefing.candidates.speakers import Speakers, document_parties

__all__ = ["Finds", "Speakers", "document_parties", "find"]
