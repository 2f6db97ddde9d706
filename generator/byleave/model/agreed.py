"""The runs of words of a story that are agreed to one by one, of today or of an old version."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from byleave.model.fingerprints import fingerprint, pictures_in
from byleave.model.register import ShownWords, WordsKind
from byleave.model.said import Said
from byleave.positions import Positions

# What the keys that stand beside a text say.
BESIDE: Mapping[str, WordsKind] = {
    "what_happened": "outcome",
    "notice": "notice",
    "rights": "rights",
    "checked_with": "checked",
}


class AgreedBlock(Struct, frozen=True, kw_only=True):
    """A run of a body, and the line on which it begins; all but a passage is the authors'."""

    text: str
    line: int
    is_passage: bool


class RunPlace(Struct, frozen=True, kw_only=True):
    """Where words are from that are agreed to as one.

    `said` is their place in front matter, `block` the index of the block that they are or stand in;
    what stands outside passages is one run and has neither. `destination` is that of the picture or
    recording whose words they are.
    """

    said: Said | None = None
    block: int | None = None
    destination: str = ""


class AgreedRun(Struct, frozen=True, kw_only=True):
    """Words that are agreed to as one, and where they are from."""

    words: ShownWords
    at: RunPlace = RunPlace()


def runs_in(
    path: str, front: Iterable[Said], positions: Positions, blocks: Iterable[AgreedBlock]
) -> Iterator[AgreedRun]:
    """Every run of the story at `path`, whoever agrees to it, whether or not it is shown."""
    for said in front:
        if said.part.agreed:
            line = positions.at(*said.place).line
            yield AgreedRun(
                words=_words(path, _kind(said), said.words, line), at=RunPlace(said=said)
            )
    open_text, first = [], 0
    for number, block in enumerate(blocks):
        if block.is_passage:
            words = _words(path, "passage", block.text, block.line)
            yield AgreedRun(words=words, at=RunPlace(block=number))
        else:
            open_text.append(block.text)
            first = first or (block.line if block.text.strip() else 0)
        yield from _of_pictures(path, number, block)
    if first:
        yield AgreedRun(words=_words(path, "text", " ".join(open_text), first))


def _of_pictures(path: str, number: int, block: AgreedBlock) -> Iterator[AgreedRun]:
    for destination, said, start in pictures_in(block.text):
        if said:
            line = block.line + block.text.count("\n", 0, start)
            words = _words(path, "file", said, line)
            yield AgreedRun(words=words, at=RunPlace(block=number, destination=destination))


def _kind(said: Said) -> WordsKind:
    of = said.part.of
    if of == "head":
        return "title" if said.part.path == "title" else "summary"
    if of == "beside":
        return BESIDE[said.part.path]
    return "text" if of == "story" else of


def _words(path: str, kind: WordsKind, text: str, line: int) -> ShownWords:
    return ShownWords(story=path, kind=kind, line=line, text=text, fingerprint=fingerprint(text))
