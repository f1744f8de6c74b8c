"""How windows look: colours by role, icons of one weight, type."""

from ui.looks.colours import Colours
from ui.looks.look import Look

__all__ = ["Colours", "Look"]
