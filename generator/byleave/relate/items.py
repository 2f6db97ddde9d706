"""Stories as lists show them, and voices as pages list them."""

from byleave.model.addresses import address_of_person
from byleave.model.marks import in_words
from byleave.model.pieces import Item, Kind, Occasion, Person
from byleave.model.published import Media, Story, Voice
from byleave.relate.uses import authors, common_uses
from byleave.values import replace


def item(story: Story) -> Item:
    """The line of a story in a list."""
    occasion = _occasion(story)
    return Item(
        address=story.address,
        title=story.title,
        summary=story.summary,
        date=story.date,
        updated=story.updated,
        language=story.language,
        form=occasion.form if occasion else "",
        event=occasion,
        past=story.past,
        authors=tuple(voice.name for voice in authors(story)),
        picture=_picture(story),
    )


def kind(story: Story) -> Kind:
    """What readers call a story."""
    if story.event:
        return "event"
    return "report" if story.report_of else "story"


def _occasion(story: Story) -> Occasion | None:
    event = story.event
    if event is None:
        return None
    return Occasion(
        form=event.form,
        starts=event.starts,
        ends=event.ends,
        status=event.status,
        place=event.place or "",
    )


def _picture(story: Story) -> Media | None:
    """The first picture of a story that is more than decoration.

    Whom a picture shows is not known any more here, so that it stands in lists, which search
    engines may see, only where everybody in the story allowed that.
    """
    if not {"engines", "social"} <= common_uses(story.voices):
        return None
    pictures = (one for one in story.media.values() if one.file.kind == "image" and one.alt)
    first = next(pictures, None)
    return replace(first, alt=in_words(first.alt, story.names)) if first else None


def has_page(voice: Voice) -> bool:
    """Whether a voice gave leave to a page of its own, and has a name that people know."""
    return bool(voice.person) and voice.identity == "named" and "people" in voice.uses


def person_address(voice: Voice) -> str:
    """The address of the page of a voice's own; empty where it has none."""
    return address_of_person(voice.person or "") if has_page(voice) else ""


def person(voice: Voice) -> Person:
    """A voice as a page lists it."""
    return Person(
        id=voice.id,
        name=voice.name,
        part=voice.part,
        role=voice.role,
        place=voice.place,
        address=person_address(voice),
        withheld=voice.withheld,
    )
