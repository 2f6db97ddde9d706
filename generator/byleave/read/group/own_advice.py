"""What may be told of how the group's own pages and themes are written."""

from collections.abc import Iterable, Iterator

from byleave.diagnostics import Diagnostic
from byleave.model.languages import base_language
from byleave.model.published import FixedPage, Theme
from byleave.model.settings import Settings
from byleave.model.words_about_people import WordList
from byleave.read.links.in_text import find_links
from byleave.wording.findings import Manner, of_links, of_text
from byleave.wording.links import LinkWords
from byleave.wording.people import sought_words
from byleave.wording.quick_look import quick_look
from byleave.wording.written import Piece


def own_advice(
    texts: Iterable[FixedPage | Theme], settings: Settings, words: WordList
) -> Iterator[Diagnostic]:
    """The advice on each of `texts`, in which nobody but the group speaks."""
    for one in texts:
        tag = one.language if isinstance(one, FixedPage) else settings.language
        language = base_language(tag)
        sought = sought_words(words if language == "en" else WordList())
        manner = Manner(language=language, engine=settings.prose.engine, words=sought)
        head = one.summary if isinstance(one, FixedPage) else ""
        first = [Piece(text=text, line=1, whole=True) for text in (one.title, head) if text]
        pieces = [*first, Piece(text=one.body, line=one.line)]
        whole = "\n".join(piece.text for piece in pieces)
        look = quick_look(whole, sought, manner.engine, has_author=False)
        yield from of_text(one.path, pieces, look, manner)
        links = (found for found in find_links(one.body, one.line) if not found.picture)
        yield from of_links(
            one.path,
            [LinkWords(words=one.text, to=one.destination, line=one.at.line) for one in links],
        )
