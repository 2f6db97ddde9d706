"""The picture that stands before the text of a story."""

import re

from byleave.model.marks import in_words
from byleave.model.published import Block, PublishedMedia, Story
from byleave.values import replace

# A text that begins with a picture, as most are written: with nothing beside it, and with words
# that say the same in Markdown as they are written.
_BEGINS = re.compile(r"\s*!\[([^\[\]\\*_`<&]*)\]\(([^()\s<>\\&]+)\)[ \t]*(?=\n[ \t]*(?:\n|\Z)|\Z)")


def with_lead(story: Story) -> tuple[PublishedMedia | None, tuple[Block, ...]]:
    """The picture before the text, and the text below it.

    It is the one that the story names; else that with which the text begins, which then stands
    above it and not in it. In Easy Read each picture stands beside its words.
    """
    if story.lead:
        return _worded(story, story.media[story.lead]), story.blocks
    first = story.blocks[0] if story.blocks and not story.blocks[0].by else None
    found = _BEGINS.match(first.text) if first else None
    if first is None or found is None or story.easy_read_of:
        return None, story.blocks
    targets = [
        one.target for one in story.links if (one.kind, one.destination) == ("media", found[2])
    ]
    picture = next((story.media[name] for name in targets if name in story.media), None)
    if picture is None or picture.file.kind != "image":
        return None, story.blocks
    # As many lines as before: what is said of a text names its lines.
    rest = "\n" * found[0].count("\n") + first.text[found.end() :]
    picture = replace(picture, alt=found[1].strip() or picture.alt)
    return _worded(story, picture), (replace(first, text=rest), *story.blocks[1:])


def _worded(story: Story, picture: PublishedMedia) -> PublishedMedia:
    """The picture with names in its words."""
    return replace(
        picture,
        alt=in_words(picture.alt, story.names),
        caption=in_words(picture.caption, story.names),
    )
