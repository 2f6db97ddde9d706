"""The parts of a story rendered, each in the Markdown document that it belongs to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from byleave.model.markdown.code import as_engine_reads
from byleave.model.markdown.escapes import with_whole_letters_of_text
from byleave.model.markdown.loose_tags import loose_tags
from byleave.model.markdown.signs import with_lists
from byleave.render.prose import tables, tokens
from byleave.render.prose.engines import Engine
from byleave.render.prose.limits import check_html
from byleave.render.prose.raw_html import adopted
from byleave.render.prose.sanitise import sanitised
from byleave.render.prose.tree import SPEAKERS, WHITESPACE, Element, Nodes, read
from byleave.render.prose.values import ProsePart


@dataclass(slots=True)
class Documents:
    """Renders the documents of one page, and gathers their footnotes in order."""

    engine: Engine
    engine_name: str
    seal: tokens.Seal
    notes: list[Element] = field(default_factory=list)
    _count: int = 0

    def body(self, parts: Sequence[ProsePart], texts: Sequence[str]) -> Element:
        """The whole page; `texts` are those of `parts`, closed by the seal."""
        pairs = list(zip(parts, texts, strict=True))
        unmarked = self._unmarked([text for part, text in pairs if not part.is_passage])
        page: Nodes = []
        for number, (part, text) in enumerate(pairs):
            if part.is_passage:
                passage = self._rendered(text).children
                page.append(_passage(part, number, passage))
            else:
                page += next(unmarked)
        return Element("", children=page)

    def _unmarked(self, texts: Sequence[str]) -> Iterator[Nodes]:
        """The unmarked parts, rendered as one document and taken apart again.

        So a link's or a footnote's definition at the end of a story serves all of it. Where
        a part leaves something open (a fence, an element), each is rendered alone.
        """
        before = len(self.notes)
        if len(texts) > 1:
            place = f"\n\n{self.seal.marked(tokens.PLACE)}\n\n"
            whole = self._rendered(place.join(texts))
            apart = _taken_apart(whole)
            if len(apart) == len(texts):
                return iter(apart)
            del self.notes[before:]
        return iter([self._rendered(text).children for text in texts])

    def _rendered(self, text: str) -> Element:
        if not text.strip(WHITESPACE):
            return Element("")
        text = with_whole_letters_of_text(with_lists(text))
        held = _held(text, self.engine_name, self.seal.marked(tokens.LOOSE))
        prepared = tables.prepared(held, self.seal.marked(tokens.CAPTION))
        html = self.engine(prepared)
        check_html(html)
        clean = sanitised(html, written_by_hand="<" in text)
        root = read(self.seal.opened(clean, prepared))
        self._count += 1
        self.notes += adopted(root, self._count)
        return root


def _held(text: str, engine: str, mark: str) -> str:
    """`text` with `mark` behind each `<` that is to be shown as it is written."""
    places = [at + 1 for at in loose_tags(as_engine_reads(engine, text))]
    if not places:
        return text
    bounds = zip([0, *places], [*places, len(text)], strict=True)
    return mark.join([text[start:end] for start, end in bounds])


def _passage(part: ProsePart, number: int, children: Nodes) -> Element:
    """A passage; one that is withheld, as in a rehearsal, says so, in the words of findings."""
    mark = {SPEAKERS: str(number)} | ({"data-block": part.mark} if part.mark else {})
    if not part.withheld:
        return Element("div", {"class": "passage"} | mark, children)
    label = Element("p", {"class": "not-published"}, ["Not published:"])
    return Element("div", {"class": "passage not-published"} | mark, [label, *children])


def _taken_apart(whole: Element) -> list[Nodes]:
    """The children of `whole` between its placeholders; none is in what comes out."""
    apart: list[Nodes] = [[]]
    for node in whole.children:
        if isinstance(node, Element) and node.tag == "p" and node.children == [tokens.PLACE]:
            apart.append([])
        else:
            apart[-1].append(node)
    return apart
