"""The program around its windows: which are open, what they share, how books come to it."""

from ui.program.program import Program

__all__ = ["Program"]
