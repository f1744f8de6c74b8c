"""The reader: the reading text of a source with what lies over it, and the triage of candidates."""
