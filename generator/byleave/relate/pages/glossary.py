"""The page of all hard words that the group explains."""

from collections.abc import Iterator
from functools import partial

from byleave.model.addresses import GLOSSARY
from byleave.model.site import GlossaryView
from byleave.relate.index.index import Index
from byleave.relate.page_plan import PlannedPage


def glossary_pages(known: Index) -> Iterator[PlannedPage]:
    """The page, if there are such words: the group's own, whatever stories have of them."""
    entries = known.content.glossary
    if entries and not known.has_file_at(GLOSSARY):
        language = known.content.settings.language
        make = partial(GlossaryView, address=GLOSSARY, title="", language=language, entries=entries)
        yield PlannedPage(GLOSSARY, make)
