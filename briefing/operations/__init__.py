"""What an adviser can do: functions from things to edits.

Each takes a `Reader` (the open store, or a whole book as a value) and gives back an `Edit`; none
changes anything by itself. What the book does not allow raises `Refused`.
"""
