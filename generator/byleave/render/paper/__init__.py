"""What is handed to a storyteller, as one file; `setting` makes it, the other modules its parts."""

from byleave.render.paper.setting import render_paper, render_receipt_data
from byleave.render.paper.whats_on import Size, render_whats_on
from byleave.render.strings import has_catalogue

__all__ = ["Size", "has_catalogue", "render_paper", "render_receipt_data", "render_whats_on"]
