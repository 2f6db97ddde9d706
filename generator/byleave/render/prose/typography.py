"""Straight quotation marks, apostrophes, dots and dashes as a careful printer sets them."""

import re
from dataclasses import dataclass, field

from byleave.render.prose.marks import Marks, marks_of
from byleave.render.prose.tree import BLOCKS, Element, text_of

_LITERAL = frozenset(("code", "kbd", "pre", "samp", "audio", "video"))
_TYPED = re.compile(r"[\"']|(?<!\.)\.\.\.(?!\.)|(?<=\s)--(?=\s)")
# What stands for something that is no text: to the marks beside it, a word.
_THING = "\ufffc"
_OPENING = frozenset(" \t\n\r\f\u00a0\u202f([{<—–-/“‘„‚«‹「『\"'")
# The ends of a name's token are letters to the marks beside it.
_LETTERS = frozenset("\ue000\ue001" + _THING)
_ELIDED = re.compile(r"'(?:\d\d?s?\b|tis\b|twas\b|twere\b|til\b|em\b|cause\b|n\b|s\b|t\b)", re.I)


@dataclass(slots=True)
class _Run:
    """The text of one block, its elements' bounds ignored, and where it comes from."""

    texts: list[str] = field(default_factory=list)
    places: list[tuple[Element, int, Marks] | None] = field(default_factory=list)


def typeset(root: Element, language: str) -> None:
    """Set the marks in all text under `root`, in place, each element in its own language.

    Code and keys stay as they were typed, and so does what is set already.
    """
    run = _Run()
    _gather(root, marks_of(language), run)
    _set(run)


def _gather(element: Element, marks: Marks, run: _Run) -> None:
    if "lang" in element.attributes:
        marks = marks_of(element.attributes["lang"])
    for place, child in enumerate(element.children):
        if isinstance(child, str):
            run.texts.append(child)
            run.places.append((element, place, marks))
        elif child.tag in BLOCKS:
            if run.texts:
                _set(run)
            if child.tag != "pre" and _has_signs(text_of(child)):
                _gather(child, marks, run)
                _set(run)
        elif child.tag in _LITERAL or not child.children:
            run.texts.append("\n" if child.tag == "br" else _THING)
            run.places.append(None)
        else:
            _gather(child, marks, run)


def _has_signs(text: str) -> bool:
    # Looking for four short strings costs less than a pattern, and most texts have none of them.
    return '"' in text or "'" in text or "..." in text or "--" in text


def _set(run: _Run) -> None:
    text = "".join(run.texts)
    if _has_signs(text):
        setter = _Setter(text)
        start = 0
        for words, place in zip(run.texts, run.places, strict=True):
            end = start + len(words)
            if place is not None:
                element, index, marks = place
                element.children[index] = setter.set(start, end, marks)
            start = end
    run.texts.clear()
    run.places.clear()


class _Setter:
    """Sets the marks of one run of text from its start to its end.

    `_open` are the quotations that are open: what was typed for each, and what closes it;
    `_doubles` counts those for which a double mark was typed.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self._open: list[tuple[str, str]] = []
        self._doubles = 0
        self._just_opened = -1
        self._ends_left = sum(1 for m in re.finditer("'", text) if self._may_end(m.start()))

    def set(self, start: int, end: int, marks: Marks) -> str:
        """The text from `start` to `end`, set with `marks`."""
        out: list[str] = []
        done = start
        for match in _TYPED.finditer(self.text, start, end):
            out += [self.text[done : match.start()], self._one(match, marks)]
            done = match.end()
        return "".join([*out, self.text[done:end]])

    def _one(self, match: re.Match[str], marks: Marks) -> str:
        typed, place = match[0], match.start()
        if typed == "...":
            return "…"
        if typed == "--":
            return "–"
        if typed == "'":
            return self._single(place, marks)
        return self._double(place, marks)

    def _double(self, place: int, marks: Marks) -> str:
        if self._opens(place) or (not self._doubles and self._stands_alone(place)):
            self._doubles += 1
            return self._push(place, '"', marks, inner=bool(self._open))
        while self._open:
            typed, closing = self._open.pop()
            if typed == '"':
                self._doubles -= 1
                return closing
        return marks.closes

    def _single(self, place: int, marks: Marks) -> str:
        self._ends_left -= self._may_end(place)
        if self._opens(place):
            if self._ends_left > 0 and not _ELIDED.match(self.text, place):
                return self._push(place, "'", marks, inner=True)
            return "’"
        if self._open and self._open[-1][0] == "'" and not self._is_letter(place + 1):
            return self._open.pop()[1]
        return "’"

    def _push(self, place: int, typed: str, marks: Marks, *, inner: bool) -> str:
        self._just_opened = place
        self._open.append((typed, marks.closes_inner if inner else marks.closes))
        return marks.opens_inner if inner else marks.opens

    def _opens(self, place: int) -> bool:
        """Whether a mark at `place` stands before a word and after none."""
        before = self.text[place - 1] if place else "\n"
        after = self.text[place + 1 : place + 2]
        if not after or after.isspace():
            return False
        if before in "\"'":
            return place - 1 == self._just_opened
        return before in _OPENING

    def _stands_alone(self, place: int) -> bool:
        before, after = self.text[place - 1 : place], self.text[place + 1 : place + 2]
        return (not before or before.isspace()) and bool(after)

    def _may_end(self, place: int) -> bool:
        """Whether a single mark at `place` could be the end of a quotation."""
        before = self.text[place - 1] if place else "\n"
        return not before.isspace() and not self._is_letter(place + 1)

    def _is_letter(self, place: int) -> bool:
        letter = self.text[place : place + 1]
        return letter.isalnum() or letter in _LETTERS
