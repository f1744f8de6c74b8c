"""Data that ships with the program: fonts, lexicons, templates, translations, the sample book."""
