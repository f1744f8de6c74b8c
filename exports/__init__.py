"""A book becomes pages: DOCX and PDF from one tree."""
