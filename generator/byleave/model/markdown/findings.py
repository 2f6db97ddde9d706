"""What an editor is told of the markup of a text, where readers see another thing than is meant.

Each kind once for a text, with its lines, and never with its words.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from byleave.diagnostics import Diagnostic, on_lines, warning
from byleave.model.markdown.documents import Document
from byleave.model.markdown.elsewhere import shown_elsewhere, taken_out
from byleave.model.markdown.leftovers import found, html_as_code, kinds
from byleave.model.markdown.links import of_other_kinds
from byleave.model.markdown.loose_tags import loose_tags
from byleave.model.markdown.outline import headings_alone
from byleave.model.markdown.places import to_nothing
from byleave.model.markdown.signs import bullets, tables_without_heads
from byleave.positions import Position

Finder = Callable[[str], Iterable[int]]


class Manner(Struct, frozen=True, kw_only=True):
    """How the texts of a site are rendered: by which engine, and for which address."""

    engine: str
    site_url: str


def markup_findings(
    path: str, documents: Sequence[Document], whole: Document, manner: Manner
) -> Iterator[Diagnostic]:
    """The warnings about the markup of the file at `path`.

    Its body is rendered as `documents`; `whole` is all of it, in its order.
    """
    yield from _of_order(path, whole)
    yield from _of_signs(path, documents)
    yield from _leftovers(path, documents, manner)
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


def _of_order(path: str, whole: Document) -> Iterator[Diagnostic]:
    if where := _where([whole], headings_alone):
        said = "nothing stands under this heading, so readers do not see it"
        do = "write something under it, or make it a paragraph or an item of a list"
        yield warning(path, "heading-alone", said + where[1], do, where[0])
    if where := _where([whole], to_nothing):
        said = "this link leads to a place that this page does not have; readers see its words"
        do = "name a heading as the address of its section does, or take the link out"
        yield warning(path, "link-place", said + where[1], do, where[0])


def _of_signs(path: str, documents: Sequence[Document]) -> Iterator[Diagnostic]:
    if where := _where(documents, bullets):
        said = "this begins with the bullet of a word processor, which makes no list"
        do = "begin each item with `- `, and put an empty line before the list"
        yield warning(path, "word-bullet", said + where[1], do, where[0])
    if where := _where(documents, tables_without_heads):
        said = "this table has no headings, so nobody who listens to it knows what a cell is"
        do = "write what each column holds into its first row"
        yield warning(path, "table-heads", said + where[1], do, where[0])


def _leftovers(path: str, documents: Sequence[Document], manner: Manner) -> Iterator[Diagnostic]:
    for kind, pattern in kinds(manner.engine):
        if where := _where(documents, partial(found, pattern)):
            said = f"readers see markup of another tool as it is written: {kind}"
            do = "take it out, or write in Markdown what readers should see"
            yield warning(path, "leftover", said + where[1], do, where[0])
    if manner.engine != "python-markdown" and (where := _where(documents, html_as_code)):
        said = "readers see this HTML as code, because it is as far in as code is"
        do = "take the spaces in front of it away"
        yield warning(path, "html-as-code", said + where[1], do, where[0])


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
