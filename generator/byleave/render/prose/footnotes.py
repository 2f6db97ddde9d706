"""The footnotes of a page: numbered in the order of reading, gathered at its end."""

from collections.abc import Iterable

from byleave.render.prose.identifiers import Identifiers
from byleave.render.prose.raw_html import NOTE_REF
from byleave.render.prose.tree import Element, Nodes, walk
from byleave.render.prose.values import ProseContext, ProseLabels

# Text, not the sign that telephones make of it (U+FE0E, Unicode Standard Annex 51).
_ARROW = "↩\ufe0e"

References = dict[str, list[Element]]


def referred(elements: Iterable[Element], notes: list[Element]) -> References:
    """The places that refer to each footnote, in the order of reading.

    What no place refers to is left out; the references within a note count after those in
    the page's `elements`.
    """
    found: References = {}
    if not notes:
        return found
    by_key = {note.attributes["note"]: note for note in reversed(notes)}
    waiting = [elements]
    for run in waiting:  # which grows by each note that is found
        for element in run:
            if element.tag == NOTE_REF and (key := element.attributes["note"]) in by_key:
                if key not in found:
                    found[key] = []
                    waiting.append(walk(by_key[key]))
                found[key].append(element)
    return found


def section(
    references: References, notes: list[Element], context: ProseContext, ids: Identifiers
) -> Element:
    """The section at the end of the page (DPUB-ARIA 1.1: doc-endnotes), and links both ways."""
    by_key = {note.attributes["note"]: note for note in reversed(notes)}
    title = ids.give("notes")
    level = context.heading_level
    items: Nodes = []
    for number, (key, places) in enumerate(references.items(), 1):
        note = by_key[key]
        note.attributes = {"id": ids.give(f"note-{number}")}
        back = [ids.give(f"note-{number}-text") for _ in places]
        _lead_back(note, number, back, context.labels)
        for place, identifier in zip(places, back, strict=True):
            _lead_there(place, number, identifier, note.attributes["id"], context.labels)
        items.append(note)
    heading = Element(f"h{level}", {"id": title}, [context.labels.notes])
    attributes = {"class": "footnotes", "role": "doc-endnotes", "aria-labelledby": title}
    return Element("section", attributes, [heading, Element("ol", children=items)])


def _lead_there(
    place: Element, number: int, identifier: str, target: str, labels: ProseLabels
) -> None:
    link = {
        "href": f"#{target}",
        "id": identifier,
        "role": "doc-noteref",
        "aria-label": _numbered(labels.note, number),
    }
    place.tag, place.attributes = "sup", {"class": "note"}
    place.children = [Element("a", link, [str(number)])]


def _lead_back(note: Element, number: int, back: list[str], labels: ProseLabels) -> None:
    last = note.children[-1] if note.children else None
    if not isinstance(last, Element) or last.tag != "p":
        last = Element("p")
        note.children.append(last)
    for place, identifier in enumerate(back, 1):
        words = _numbered(labels.back, number) + (f" ({place})" if place > 1 else "")
        link = {"href": f"#{identifier}", "role": "doc-backlink", "aria-label": words}
        last.children += [" "] if last.children else []
        last.children.append(Element("a", link, [_ARROW]))


def _numbered(label: str, number: int) -> str:
    return label.replace("{number}", str(number))
