"""Stories as lists show them, and voices as pages list them."""

from byleave.model.published import Story, Voice
from byleave.model.site import Item, Person
from byleave.relate.index import shown
from byleave.relate.uses import authors


def item(story: Story) -> Item:
    """The line of a story in a list."""
    return Item(
        address=story.address,
        title=shown(story.title, story.names),
        summary=shown(story.summary, story.names),
        date=story.date,
        updated=story.updated,
        language=story.language,
        form=story.event.form if story.event else "",
        event=story.event,
        past=story.past,
        authors=tuple(voice.name for voice in authors(story)),
    )


def items(stories: tuple[Story, ...]) -> tuple[Item, ...]:
    """The lines of stories in their order."""
    return tuple(map(item, stories))


def has_page(voice: Voice) -> bool:
    """Whether a voice gave leave to a page of its own, and has a name that people know."""
    return bool(voice.person) and voice.identity == "named" and "people" in voice.uses


def person(voice: Voice) -> Person:
    """A voice as a page lists it."""
    return Person(
        id=voice.id,
        name=voice.name,
        part=voice.part,
        role=voice.role,
        place=voice.place,
        address=f"/people/{voice.person}/" if has_page(voice) else "",
        withheld=voice.withheld,
    )
