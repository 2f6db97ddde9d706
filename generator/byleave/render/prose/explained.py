"""Hard words of a text, and what the glossary says of them: the words stay as they are.

Nothing is hidden behind a pointer: in Easy Read the explanation stands below the first line that
has the word, and elsewhere the word leads to the end of the text, where it stands.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from byleave.model.glossary import Glossary, GlossaryEntry
from byleave.render.prose.identifiers import Identifiers
from byleave.render.prose.tree import HEADINGS, Element, Nodes
from byleave.render.prose.values import ExplainedWord

# Nobody's quotation or passage leads away in the middle of a sentence, and no link holds another.
_LEFT_ALONE = HEADINGS | frozenset("a blockquote code details figure pre sup table".split())


def explained(
    page: Element, glossary: Glossary, ids: Identifiers, *, beside: bool
) -> tuple[ExplainedWord, ...]:
    """The words of the glossary that `page` has, in their order, each marked where it comes first.

    With `beside`, the explanation is put below that paragraph, and nothing is left for the end.
    """
    if not glossary:
        return ()
    finder = _Finder(glossary, ids)
    children: Nodes = []
    for node in page.children:
        before = len(finder.found)
        if isinstance(node, Element):
            finder.look(node, marks=not beside)
        children.append(node)
        if beside:
            children += [_said(word) for word in finder.found[before:]]
    page.children = children
    return () if beside else tuple(finder.found)


def _said(word: ExplainedWord) -> Element:
    term = Element("dfn", {}, [word.entry.term])
    return Element("p", {"class": "explained", "id": word.id}, [term, ": ", word.entry.explanation])


class _Finder:
    def __init__(self, glossary: Glossary, ids: Identifiers) -> None:
        self.pattern, self.entries = _sought(glossary)
        self.ids = ids
        self.found: list[ExplainedWord] = []
        self.known: dict[str, ExplainedWord] = {}
        self.led_from: set[str] = set()

    def look(self, element: Element, *, marks: bool) -> None:
        """Find words in `element`; with `marks`, one of each is made a link where it may be."""
        is_theirs = "passage" in element.attributes.get("class", "").split()
        marks = marks and element.tag not in _LEFT_ALONE and not is_theirs
        children: Nodes = []
        for node in element.children:
            if isinstance(node, Element):
                self.look(node, marks=marks)
                children.append(node)
            else:
                children += self.looked_through(node, marks=marks)
        element.children = children

    def looked_through(self, text: str, *, marks: bool) -> Nodes:
        """The text with links from words that come first, or as it is."""
        made: Nodes = []
        end = 0
        for found in self.pattern.finditer(text):
            word = self.word(self.entries[found[0].casefold()])
            if marks and word.id not in self.led_from:
                self.led_from.add(word.id)
                link = Element("a", {"class": "hard", "href": f"#{word.id}"}, [found[0]])
                made += [text[end : found.start()], link]
                end = found.end()
        return [*made, text[end:]] if made else [text]

    def word(self, entry: GlossaryEntry) -> ExplainedWord:
        """The word that is explained by `entry`, which comes first or has come before."""
        if entry.term not in self.known:
            word = ExplainedWord(id=self.ids.give(entry.anchor), entry=entry)
            self.known[entry.term] = word
            self.found.append(word)
        return self.known[entry.term]


@lru_cache(maxsize=4)
def _sought(glossary: Glossary) -> tuple[re.Pattern[str], dict[str, GlossaryEntry]]:
    entries = {form.casefold(): one for one in glossary for form in one.forms}
    # The longest first: "care plan" is explained, and not the "plan" in it.
    forms: Sequence[str] = sorted(entries, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", re.I), entries
