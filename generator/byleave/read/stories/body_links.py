"""The links in a story's text, and what each of them leads to."""

from collections.abc import Collection, Iterator

from byleave.diagnostics import Diagnostic, error
from byleave.model.source import SourceLink
from byleave.positions import Position
from byleave.read.links.destinations import resolve
from byleave.read.links.file_names import same_name
from byleave.read.links.in_text import MOST_LINKS, LinkInText, find_definitions, find_links
from byleave.read.stories.passages import ReadBody
from byleave.values import replace


def source_links(
    body: ReadBody,
    path: str,
    site_url: str,
    findings: list[Diagnostic],
    media: Collection[str] = (),
) -> Iterator[SourceLink]:
    """The links of `body`, the text of the story at `path`; too many are among the `findings`.

    `media` are the names of the files that the story declares.
    """
    # Text outside passages is rendered as one, each passage alone.
    open_ones = find_definitions(*(one.text for one in body.blocks if not one.is_passage))
    for number, block in enumerate(body.blocks):
        found = find_links(block.text, block.line, None if block.is_passage else open_ones)
        if len(found) > MOST_LINKS:
            do = "split it into several stories"
            at = Position(line=block.line, column=1)
            message = "there are too many links below this line"
            findings.append(error(path, "too-many-links", message, do, at))
        yield from (_source_link(number, one, path, site_url, media) for one in found[:MOST_LINKS])


def _source_link(
    block: int, link: LinkInText, path: str, site_url: str, media: Collection[str]
) -> SourceLink:
    """A link of the text; to one of the files in `media` by the name that it has there."""
    to = resolve(link.destination, path, site_url)
    if to.kind == "media" and (declared := same_name(to.target, media)):
        to = replace(to, target=declared)
    return SourceLink(
        destination=link.destination,
        text=link.text,
        target=to.target if to.kind != "elsewhere" else "",
        fragment=to.fragment,
        block=block,
        position=link.at,
        kind=to.kind,
    )
