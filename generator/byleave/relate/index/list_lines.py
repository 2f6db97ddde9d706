"""Stories as lists show them, and voices as pages list them."""

from byleave.model.addresses import address_of_person
from byleave.model.marks import in_words
from byleave.model.media_kinds import RECORDINGS, Recording
from byleave.model.pieces import EventLine, Kind, ListItem, Person
from byleave.model.published import PublishedMedia, StoryHead, Voice
from byleave.model.terms import TOLD_PARTS
from byleave.relate.index.common_uses import authors, common_uses
from byleave.values import replace


def item(story: StoryHead) -> ListItem:
    """The line of a story in a list."""
    occasion = _occasion(story)
    return ListItem(
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


def kind(story: StoryHead) -> Kind:
    """What readers call a story."""
    if story.event:
        return "event"
    return "report" if story.report_of else "story"


def _occasion(story: StoryHead) -> EventLine | None:
    event = story.event
    if event is None:
        return None
    return EventLine(
        form=event.form,
        starts=event.starts,
        ends=event.ends,
        status=event.status,
        place=event.place or "",
        access=event.access,
    )


def _picture(story: StoryHead) -> PublishedMedia | None:
    """The picture before the text of a story, or its first that is more than decoration.

    Whom a picture shows is not known any more here, so that it stands in lists, which search
    engines may see, only where everybody in the story allowed that.
    """
    if not {"engines", "social"} <= common_uses(story.voices):
        return None
    lead = [story.media[story.lead]] if story.lead else []
    pictures = (
        one for one in (*lead, *story.media.values()) if one.file.kind == "image" and one.alt
    )
    first = next(pictures, None)
    return replace(first, alt=in_words(first.alt, story.names)) if first else None


def recordings(story: StoryHead) -> tuple[Recording, ...]:
    """What can be heard or watched in a story."""
    if not story.media:
        return ()
    kinds = {one.file.kind for one in story.media.values()}
    return tuple(kind for kind in RECORDINGS if kind in kinds)


def signed(story: StoryHead) -> str:
    """The sign language of the first film of a story that is in one; empty where none is."""
    return next((one.signed for one in story.media.values() if one.signed), "")


def listed_voices(story: StoryHead) -> tuple[Voice, ...]:
    """The voices of a story that its page lists, and so whatever else says who is in it.

    Who is told about, quoted or pictured where no word and no picture of it is left does not stand
    there: that they were in it would tell of what was taken out. Of a response without another
    author they are the author, and its page says so.
    """
    there = story.present | story.authors
    return tuple(
        voice
        for voice in story.voices
        if voice.part.casefold() not in TOLD_PARTS or voice.id in there
    )


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
