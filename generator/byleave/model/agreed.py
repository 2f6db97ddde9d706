"""The runs of words of a story that are agreed to one by one, of today or of an old version."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from byleave.model.fingerprints import fingerprint, pictures_in
from byleave.model.register import ShownWords, WordsKind
from byleave.model.said import Said
from byleave.positions import Positions


class Block(Struct, frozen=True, kw_only=True):
    """A run of a body, and the line on which it begins; all but a passage is the authors'."""

    text: str
    line: int
    is_passage: bool


class Run(Struct, frozen=True, kw_only=True):
    """Words that are agreed to as one, and where they are from.

    `said` is their place in front matter, `block` the index of the block that they are or stand in;
    what stands outside passages is one run and has neither. `destination` is that of the picture or
    recording whose words they are.
    """

    words: ShownWords
    said: Said | None = None
    block: int | None = None
    destination: str = ""


def runs_in(
    path: str, front: Iterable[Said], positions: Positions, blocks: Iterable[Block]
) -> Iterator[Run]:
    """Every run of the story at `path`, whoever agrees to it, whether or not it is shown."""
    for said in front:
        if said.part.agreed:
            line = positions.at(*said.place).line
            yield Run(words=_words(path, _kind(said), said.text, line), said=said)
    open_text, first = [], 0
    for number, block in enumerate(blocks):
        if block.is_passage:
            yield Run(words=_words(path, "passage", block.text, block.line), block=number)
        else:
            open_text.append(block.text)
            first = first or (block.line if block.text.strip() else 0)
        yield from _of_pictures(path, number, block)
    if first:
        yield Run(words=_words(path, "text", " ".join(open_text), first))


def _of_pictures(path: str, number: int, block: Block) -> Iterator[Run]:
    for destination, said, start in pictures_in(block.text):
        if said:
            line = block.line + block.text.count("\n", 0, start)
            words = _words(path, "file", said, line)
            yield Run(words=words, block=number, destination=destination)


def _kind(said: Said) -> WordsKind:
    of = said.part.of
    if of == "head":
        return "title" if said.part.path == "title" else "summary"
    return of if of != "story" else "text"


def _words(path: str, kind: WordsKind, text: str, line: int) -> ShownWords:
    return ShownWords(story=path, kind=kind, line=line, text=text, fingerprint=fingerprint(text))
