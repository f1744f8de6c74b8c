"""Small widgets that several workspaces use.

- `fields`: `WordsField`, `LinesField` and `TextField`, edited in place; what is
  typed reaches the book after a pause, through the session's `write`.
- `day_field`: `DayField` for a date or a moment, `deadline_field`: `DeadlineField`; both read what
  people write (`days`), and say under the line what they cannot read (`unread`).
- `icon_button`: `IconButton`, whose icon follows light and dark; `tint` does it for any button.
- `clear_field`: `ClearField`, words to look for, with a button that empties it.
- `follower`: `Follower`, has what a widget shows read again, but only while it is seen.
- `chooser`: `Chooser`, parties or topics by type-ahead, one or several; each is a `chip`.
- `fold`: `Fold`, a section with a heading that folds away.
- `empty`: `EmptyPanel`, what a pane says while there is nothing in it.
- `lines_table`: `LinesModel` and `lines_table`, tables that are read and not written in.
- `flow`: `FlowLayout`, things in a row that breaks like a line of text.
"""
