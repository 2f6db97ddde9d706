"""What an editor is told of how a text is written: each kind once for a text, with its lines."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from byleave.diagnostics import Diagnostic, advice, advice_on
from byleave.model.words_about_people import WordAboutPeople
from byleave.positions import Position
from byleave.values import replace
from byleave.wording import initials, links, pictures, senses, shapes, tongues
from byleave.wording.kinds import ADVICE
from byleave.wording.links import LinkWords
from byleave.wording.people import SoughtWords, uses
from byleave.wording.quick_look import QuickLook
from byleave.wording.quoting import is_corrected, says_i, unquoted
from byleave.wording.sentences import in_capitals, is_long_paragraph, long_sentences
from byleave.wording.written import Paragraph, Piece, paragraphs

_SHOWN = 8  # lines that a message lists
_FEWEST_I = 2


class Manner(Struct, frozen=True, kw_only=True):
    """In which language a text is, which engine reads it, and which words are looked for.

    `names` are what those who are in it are called; `has_author` says whether its unmarked text is
    a voice's, and `has_voices` whether anybody but the group itself speaks in it.
    """

    language: str
    engine: str
    words: SoughtWords
    names: tuple[str, ...] = ()
    has_author: bool = False
    has_voices: bool = False


class _Read(Struct, frozen=True, kw_only=True, dict=True):
    """A paragraph, and its words without those that nobody corrects."""

    one: Paragraph
    plain: str

    @cached_property
    def corrected(self) -> bool:
        """Whether its words may be changed; asked only where there is something to be said."""
        return is_corrected(self.one, self.plain)


def of_text(
    path: str, pieces: Sequence[Piece], look: QuickLook, manner: Manner
) -> Iterator[Diagnostic]:
    """The advice on the text at `path`; `look` says what may be found."""
    if not look.any:
        return
    each = [[_read(one) for one in paragraphs(piece)] for piece in pieces]
    read = [one for piece in each for one in piece]
    for code, lines in _by_lines(read, each, look, manner):
        kind = ADVICE[code]
        yield from advice_on(path, code, kind.said, kind.do, lines)
    if look.words:
        yield from _words(path, read, manner.words)


def _read(one: Paragraph) -> _Read:
    return _Read(one=one, plain=unquoted(one.words))


def _by_lines(
    read: list[_Read], each: list[list[_Read]], look: QuickLook, manner: Manner
) -> Iterator[tuple[str, Iterable[int]]]:
    if look.sentences:
        yield "long-sentence", _where(read, lambda r: long_sentences(r.one, r.plain))
    if look.long_paragraphs:
        yield "long-paragraph", _lines_of(read, lambda r: is_long_paragraph(r.one))
    if look.initials:
        yield "capitals", _where(read, lambda r: in_capitals(r.plain))
        if manner.language == "en":
            yield "initials", _initials(read, manner.names)
    if look.bold_lines:
        found = (shapes.pretend_headings([r.one for r in piece]) for piece in each)
        yield "pretend-heading", [one.line for piece in found for one in piece]
    if look.empty_heads:
        yield "table-head-empty", [r.one.line for r in read if shapes.has_empty_head(r.one)]
    if look.signs:
        yield from _signs(read, each, manner)
    if look.first_person and manner.has_voices and manner.language == "en":
        yield "who-speaks", _unlabelled(read)


def _signs(
    read: list[_Read], each: list[list[_Read]], manner: Manner
) -> Iterator[tuple[str, Iterable[int]]]:
    lists = [r.one.line for r in read if shapes.is_pretend_list(r.one)]
    if manner.engine == "python-markdown":
        lists += [at for piece in each for at in shapes.lists_in_text([r.one for r in piece])]
    yield "pretend-list", lists
    yield "emoji", _emoji(each)
    yield "place-words", _where(read, lambda r: senses.by_place(r.plain))
    yield "colour-words", _where(read, lambda r: senses.by_colour(r.plain))
    other = (r.one for r in read if not (r.one.has_language or "lang=" in r.one.text))
    yield (
        "language-part",
        [one.line for one in other if tongues.seems_other(one.words, manner.language)],
    )


def _where(read: list[_Read], find: Callable[[_Read], Iterable[int]]) -> Iterator[int]:
    """The lines of what `find` finds in paragraphs whose words may be changed."""
    for one in read:
        found = list(find(one))
        if found and one.corrected:
            yield from one.one.lines_of(found)


def _lines_of(read: list[_Read], is_so: Callable[[_Read], bool]) -> Iterator[int]:
    yield from (one.one.line for one in read if is_so(one) and one.corrected)


def _initials(read: list[_Read], names: tuple[str, ...]) -> Iterator[int]:
    whole = " ".join(one.one.text for one in read)
    known: set[str] = set()
    for one in read:
        if one.corrected and not any(True for _ in in_capitals(one.plain)):
            yield from one.one.lines_of(initials.unexplained(one.plain, whole, names, known))


def _emoji(each: list[list[_Read]]) -> Iterator[int]:
    for piece in each:
        yield from (r.one.line for r in piece if shapes.has_many_emoji(r.one))
        begun = [r.one.line for r in piece if shapes.begins_with_emoji(r.one)]
        if len(begun) > 1:
            yield from begun


def _unlabelled(read: list[_Read]) -> list[int]:
    said = [(one.one.line, says_i(one.plain)) for one in read if one.one.whose == "group"]
    lines = [line for line, number in said if number]
    return lines if sum(number for _, number in said) >= _FEWEST_I else []


def _words(path: str, read: list[_Read], words: SoughtWords) -> Iterator[Diagnostic]:
    """One finding for each entry of which some use may be changed; the others are told beside."""
    told: dict[WordAboutPeople, list[int]] = defaultdict(list)
    left: dict[WordAboutPeople, list[int]] = defaultdict(list)
    for one in read:
        used = list(uses(one.one.words, words))
        for use, line in zip(used, one.one.lines_of(use.at for use in used), strict=True):
            free = one.corrected and not one.plain[use.at : use.at + 1].isspace()
            (told if free else left)[use.entry].append(line)
    for entry, lines in told.items():
        said = f"many do not want to read “{entry.term}”: {entry.why}"
        source = f"; see {entry.source}" if entry.source else ""
        do = f"ask those who are meant, or try: {entry.instead}{source}"
        stays = sorted({*left.get(entry, ())})
        beside = f"; quoted or somebody's own, and so left alone: {_listed(stays)}" if stays else ""
        for found in advice_on(path, "word-about-people", said, do, lines):
            yield replace(found, message=found.message + beside)


def _listed(lines: list[int]) -> str:
    word = "line" if len(lines) == 1 else "lines"
    more = " and more" if len(lines) > _SHOWN else ""
    return f"{word} {', '.join(map(str, lines[:_SHOWN]))}{more}"


def of_links(path: str, found: Sequence[LinkWords]) -> Iterator[Diagnostic]:
    """The advice on the words of links."""
    if not found:
        return
    for code, lines in (
        ("link-vague", links.vague(found)),
        ("link-same-words", links.alike(found)),
    ):
        yield from advice_on(path, code, ADVICE[code].said, ADVICE[code].do, lines)


def of_picture(
    path: str, alt: str, caption: str, at: Callable[[], Position]
) -> Iterator[Diagnostic]:
    """The advice on the words in place of a picture, which stand `at` a place of front matter."""
    for code in pictures.faults_of(alt, caption) if alt else ():
        yield advice(path, code, ADVICE[code].said, ADVICE[code].do, at())


def of_recordings(path: str, lines: Iterable[int]) -> Iterator[Diagnostic]:
    """The advice on recordings that are not written out, which are declared on `lines`."""
    kind = ADVICE["recording-words"]
    yield from advice_on(path, kind.code, kind.said, kind.do, lines)
