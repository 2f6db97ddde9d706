"""Whether links to other sites still lead anywhere: asked politely, and remembered for a while."""

from byleave.asking_elsewhere.looking import Looked, look_at
from byleave.asking_elsewhere.remembered import Answers

__all__ = ["Answers", "Looked", "look_at"]
