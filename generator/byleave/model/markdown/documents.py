"""A body as the documents that it is rendered in, each line of them where it is in its file."""

from collections.abc import Iterable, Iterator

from msgspec import Struct


class Document(Struct, frozen=True, kw_only=True):
    """One Markdown document; `text` has a line for each line of the file, up to its last."""

    text: str

    def line(self, at: int) -> int:
        """The line of the file on which the letter at `at` stands, from 1."""
        return self.text.count("\n", 0, at) + 1

    def lines(self, places: Iterable[int]) -> Iterator[int]:
        """The lines of `places`, which come in order."""
        line, last = 1, 0
        for at in places:
            line += self.text.count("\n", last, at)
            last = at
            yield line


def document(pieces: Iterable[tuple[str, int]]) -> Document:
    """The document of runs of text, each with the line of the file with which it begins."""
    out: list[str] = []
    line = 1
    for text, first in pieces:
        # What was taken out between two runs parts them, as it does on the page.
        out += ["\n" * (first - line), text]
        line = max(line, first) + text.count("\n")
    return Document(text="".join(out))
