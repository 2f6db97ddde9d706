"""The runs of words of a story's text, as agreements and their fingerprints know them."""

from collections.abc import Iterator

from byleave.model.fingerprints import fingerprint
from byleave.model.register import ShownWords, WordsKind
from byleave.read.front_matter import split
from byleave.read.passages import mark_names, read_body
from byleave.read.text_files import only_text


def words_in(text: str, path: str) -> Iterator[ShownWords]:
    """Title, summary, passages and the text between them of the story file that `text` would be.

    `text` may be that of an earlier version with errors: what can be told of it is told.
    """
    parts = split(only_text(text.replace("\r\n", "\n").replace("\r", "\n")), path)
    for key in ("title", "summary"):
        said = parts.data.get(key)
        if isinstance(said, str):
            line = parts.positions.at(key).line
            yield _words(path, "title" if key == "title" else "summary", mark_names(said), line)
    blocks = read_body(parts.body, path, parts.body_line).blocks
    for block in blocks:
        if block.is_passage:
            yield _words(path, "passage", block.text, block.line)
    between = [block for block in blocks if not block.is_passage]
    if between:
        open_text = " ".join(block.text for block in between)
        yield _words(path, "text", open_text, between[0].line)


def _words(path: str, kind: WordsKind, text: str, line: int) -> ShownWords:
    return ShownWords(story=path, kind=kind, line=line, text=text, fingerprint=fingerprint(text))
