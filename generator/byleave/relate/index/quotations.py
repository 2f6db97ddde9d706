"""The quotations of a story that other pages may show by themselves."""

from byleave.model.pieces import Body, Quotable
from byleave.model.published import Block, Story
from byleave.model.quotations import NONE, quotations_in


def quotable(story: Story) -> Quotable | None:
    """The quotations of a story that say whose they are, without all else; None without any.

    Links count for nothing there: only words are taken of it. In a rehearsal, what is withheld is
    shown where it stands, and marked; here it could not be.
    """
    if story.pull.casefold() == NONE or story.responds_to:
        return None
    said = (quotations_in(one.text) for one in story.blocks if not one.withheld)
    blocks = tuple(Block(text=text) for text in said if text)
    if not blocks:
        return None
    body = Body(
        source=story.path,
        blocks=blocks,
        language=story.language,
        names=story.names,
        parts={},
        links={},
        media={},
    )
    return Quotable(body=body, address=story.address, title=story.title, language=story.language)
