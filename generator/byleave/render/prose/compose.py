"""The body of a story, from its parts to HTML: the one place that knows the order of the steps."""

from collections.abc import Iterable
from typing import cast

from byleave.render.prose import anchors, footnotes, headings, ideas, speakers, tables, tokens
from byleave.render.prose.destinations import Destinations
from byleave.render.prose.documents import Documents
from byleave.render.prose.empty_elements import is_hollow, prune
from byleave.render.prose.engines import engine
from byleave.render.prose.explained import explained
from byleave.render.prose.finished_elements import ElementFinisher
from byleave.render.prose.identifiers import Identifiers
from byleave.render.prose.lost_words import lost_words
from byleave.render.prose.pictures import first_player, with_sources
from byleave.render.prose.tree import Element, every, walk, write
from byleave.render.prose.typography import typeset
from byleave.render.prose.values import EngineName, Prose, ProseContext, ProsePart


def compose(parts: Iterable[ProsePart], context: ProseContext) -> Prose:
    """The whole body as HTML that may stand in a page as it is, whatever the parts hold.

    Raises ProseError for a text that no page can be made of, KeyError for a name token whose
    id is not in `context.names`, ValueError for an engine that there is not.
    """
    parts = tuple(parts)
    seal = tokens.Seal(part.text for part in parts)
    texts = [seal.closed(part.text, context.names) for part in parts]
    documents = Documents(engine(cast(EngineName, context.engine)), context.engine, seal)
    page = documents.body(parts, texts)
    settler = ElementFinisher(Destinations(context), context.labels)
    notes = _settled(settler, page, documents.notes)
    ids = Identifiers(context.reserved_ids)
    elements = every(page)
    outline = headings.outlined(elements, context, ids)
    headings.settle_fragments(settler.fragments, ids, anchors.settled(elements, ids))
    references = footnotes.referred(elements, notes)
    typeset(page, context.language)
    for note in notes:
        typeset(note, context.language)
    tables.finish(elements)
    speakers.told(page, parts, context, ids)
    signed = {media.address for media in context.media.values() if media.is_signed}
    recording = first_player(every(page), signed, ids)
    words = explained(page, context.glossary, ids, beside=context.in_ideas)
    if context.in_ideas:
        ideas.grouped(page)
    contents = headings.contents(outline, context)
    if references:
        section = footnotes.section(references, notes, context, ids)
        tables.finish(walk(section))
        page.children.append(section)
    if any(media.webp for media in context.media.values()):
        with_sources(page)
    html = tokens.finished(write(page), context.names)
    # Nothing is told of a text for the sake of a picture in it that shows somebody withheld.
    lost = () if settler.pictures.hides else lost_words(parts, html)
    return Prose(
        html=html,
        contents=contents,
        ids=frozenset(ids.given),
        lost=lost,
        recording=recording,
        explained=words,
    )


def _settled(settler: ElementFinisher, page: Element, notes: list[Element]) -> list[Element]:
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
