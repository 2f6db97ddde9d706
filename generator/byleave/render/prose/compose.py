"""The body of a story, from its parts to HTML: the one place that knows the order of the steps."""

from collections.abc import Iterable
from typing import cast

from byleave.render.prose import anchors, footnotes, headings, tables, tokens
from byleave.render.prose.destinations import Destinations
from byleave.render.prose.documents import Documents
from byleave.render.prose.engines import engine
from byleave.render.prose.hollow import is_hollow, prune
from byleave.render.prose.identifiers import Identifiers
from byleave.render.prose.settle import Settler
from byleave.render.prose.tree import Element, every, walk, write
from byleave.render.prose.typography import typeset
from byleave.render.prose.values import EngineName, Part, Prose, ProseContext


def compose(parts: Iterable[Part], context: ProseContext) -> Prose:
    """The whole body as HTML that may stand in a page as it is, whatever the parts hold.

    Raises ProseError for a text that no page can be made of, KeyError for a name token whose
    id is not in `context.names`, ValueError for an engine that there is not.
    """
    parts = tuple(parts)
    seal = tokens.Seal(part.text for part in parts)
    texts = [seal.closed(part.text, context.names) for part in parts]
    documents = Documents(engine(cast(EngineName, context.engine)), seal)
    page = documents.body(parts, texts)
    settler = Settler(Destinations(context), context.labels)
    notes = _settled(settler, page, documents.notes)
    ids = Identifiers(context.reserved_ids)
    elements = every(page)
    outline = headings.outlined(elements, context, ids)
    headings.settle_fragments(settler.fragments, ids, anchors.settled(elements, ids))
    references = footnotes.referred(elements, notes)
    typeset(page, context.language)
    for note in notes:
        typeset(note, context.language)
    tables.finish(elements, ids)
    contents = headings.contents(outline, context)
    if references:
        section = footnotes.section(references, notes, context, ids)
        tables.finish(walk(section), ids)
        page.children.append(section)
    html = tokens.finished(write(page), context.names)
    return Prose(html=html, contents=contents, ids=frozenset(ids.given))


def _settled(settler: Settler, page: Element, notes: list[Element]) -> list[Element]:
    """Settle notes and page; the notes that say something."""
    # A note refers to others, so at first all of them count as there.
    settler.notes = frozenset(note.attributes["note"] for note in notes)
    for note in notes:
        settler.settle(note)
    said = [note for note in notes if not is_hollow(note)]
    settler.notes = frozenset(note.attributes["note"] for note in said)
    settler.settle(page)
    settler.waiting.finish(page)
    if headings.drop_unfilled(page):
        prune(page)
    return said
