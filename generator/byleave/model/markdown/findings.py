"""What an editor is told of the markup of a text, where readers see another thing than is meant.

Each kind once for a text, with its lines, and never with its words.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from msgspec import Struct

from byleave.diagnostics import Diagnostic, on_lines, warning
from byleave.model.markdown.documents import Document
from byleave.model.markdown.elsewhere import shown_elsewhere, taken_out
from byleave.model.markdown.links import of_other_kinds
from byleave.model.markdown.loose_tags import loose_tags
from byleave.positions import Position

Finder = Callable[[str], Iterable[int]]


class Manner(Struct, frozen=True, kw_only=True):
    """How the texts of a site are rendered: by which engine, and for which address."""

    engine: str
    site_url: str


def markup_findings(
    path: str, documents: Sequence[Document], manner: Manner
) -> Iterator[Diagnostic]:
    """The warnings about the markup of `documents`, which are the body of the file at `path`."""
    yield from _of_tags(path, [one for one in documents if "<" in one.text])
    if where := _where(documents, of_other_kinds):
        said = "readers see the words of this link alone: pages do not link to this kind of address"
        do = "use https:, mailto:, tel: or sms:, or write the address out"
        yield warning(path, "link-kind", said + where[1], do, where[0])
    shown = [one for one in documents if "//" in one.text]
    if where := _where(shown, lambda text: shown_elsewhere(text, manner.site_url)):
        said = "readers get a link to this picture, film or recording, which is on another site"
        do = "put the file beside the text and declare it under `media:`, or leave the link"
        yield warning(path, "shown-elsewhere", said + where[1], do, where[0])


def _of_tags(path: str, documents: Sequence[Document]) -> Iterator[Diagnostic]:
    if where := _where(documents, loose_tags):
        said = "readers see this tag as it is written: it is no element, or it is never closed"
        do = "leave it if it is meant so; else close it, or take it out"
        yield warning(path, "tag-as-words", said + where[1], do, where[0])
    if where := _where(documents, taken_out):
        said = "this element is no content, and is left out with what is in it"
        do = "take it out, or write in Markdown what readers should see"
        yield warning(path, "left-out", said + where[1], do, where[0])


def _where(documents: Sequence[Document], find: Finder) -> tuple[Position, str] | None:
    return on_lines(line for one in documents for line in one.lines(sorted(set(find(one.text)))))
