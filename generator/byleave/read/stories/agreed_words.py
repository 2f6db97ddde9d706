"""The runs of words of a story's text, as agreements and their fingerprints know them."""

from collections.abc import Iterator

from byleave.model.agreed import AgreedBlock, runs_in
from byleave.model.register import ShownWords
from byleave.model.said import Said, said_in
from byleave.read.front_matter.splitting import split_file
from byleave.read.stories.passages import mark_names, read_body
from byleave.read.text_files import only_text
from byleave.values import replace


def words_in(text: str, path: str) -> Iterator[ShownWords]:
    """Every run of words of the story file that `text` would be, whoever agrees to it.

    `text` may be that of an earlier version with errors: what can be told of it is told.
    """
    parts = split_file(only_text(text.replace("\r\n", "\n").replace("\r", "\n")), path)
    body = read_body(parts.body, path, parts.body_line)
    blocks = (
        AgreedBlock(text=block.text, line=block.line, is_passage=block.is_passage)
        for block in body.blocks
    )
    front = (_marked(said) for said in said_in(parts.data))
    yield from (run.words for run in runs_in(path, front, parts.positions, blocks))


def _marked(said: Said) -> Said:
    return replace(said, text=mark_names(said.text)) if said.part.kind == "words" else said
