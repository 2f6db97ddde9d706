"""A new story, event or response: a file as somebody answered, and nobody in it asked yet."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from byleave.beginning.front_matter import Value, as_file, without_marks
from byleave.beginning.writing import write_folder, write_new
from byleave.model.parts import kind_at
from byleave.model.terms import NOBODY, NOT_KNOWN_YET, Identity
from byleave.positions import KeyPath

STORIES = "stories"
_INDEX = "index.md"
# A list of what is there is another form of a group of answers, and is not in the table of parts.
_ACCESS = ("event", "access")


class NewVoice(Struct, frozen=True, kw_only=True):
    """Somebody who is heard or told about, and whom nobody has asked yet."""

    id: str
    name: str
    identity: Identity
    part: str
    role: str = ""
    place: str = ""
    person: str = ""


class NewPicture(Struct, frozen=True, kw_only=True):
    """A picture that is to lie beside its story as `name`; `shows` are the ids of those in it.

    `shows` is None where nobody has said yet who is in it. One that is `placed` stands in the text
    already; any other is put above it.
    """

    name: str
    content: bytes
    alt: str
    shows: tuple[str, ...] | None = ()
    caption: str = ""
    placed: bool = False


class NewSession(Struct, frozen=True, kw_only=True):
    """A line of a programme; `voices` are the ids of those who have it. Days are as written."""

    title: str
    day: str = ""
    at: str = ""
    until: str = ""
    room: str = ""
    voices: tuple[str, ...] = ()


class NewEvent(Struct, frozen=True, kw_only=True):
    """When and where, how to take part, and what happens; "" is for what nobody has said."""

    starts: str
    ends: str = ""
    form: str = ""
    place: str = ""
    address: str = ""
    booking: Mapping[str, str] = {}
    join: str = ""
    cost: str = ""
    access: tuple[str, ...] = ()
    access_contact: str = ""
    programme: tuple[NewSession, ...] = ()


class NewStory(Struct, frozen=True, kw_only=True):
    """What is to stand in a new story file; a draft has no `date`.

    It is a draft, too, where it is `unsigned`: nobody has said who speaks in it. A version of a
    story, `translation_of` it, has the voices of that story without saying so.
    """

    title: str = ""
    date: str = ""
    summary: str = ""
    themes: tuple[str, ...] = ()
    language: str = ""
    translation_of: str = ""
    responds_to: str = ""
    in_reply_to: str = ""
    aliases: tuple[str, ...] = ()
    event: NewEvent | None = None
    voices: tuple[NewVoice, ...] = ()
    unsigned: bool = False
    pictures: tuple[NewPicture, ...] = ()
    text: str = ""


def write_story(site: Path, folder: str, name: str, story: NewStory) -> str:
    """Write the file, in a folder of its own where there are pictures; its path below `site`.

    Raises TakenError where something is there already, OSError as the system does.
    """
    text = story_text(story).encode()
    if not story.pictures:
        path = f"{folder}/{name}.md"
        write_new(site / path, text)
        return path
    files = {_INDEX: text, **{one.name: one.content for one in story.pictures}}
    write_folder(site / folder / name, files)
    return f"{folder}/{name}/{_INDEX}"


def responses_folder(path: str) -> str:
    """The folder in which responses to the story at `path` lie."""
    story = path.removesuffix(f"/{_INDEX}").removesuffix(".md")
    return f"{story}.responses"


def story_text(story: NewStory) -> str:
    """The text of the file."""
    ids = [voice.id for voice in story.voices]
    pictures = [f"![]({one.name})" for one in story.pictures if not one.placed]
    body = "\n\n".join(filter(None, (*pictures, story.text.strip())))
    front = {name: _with_marks_of(ids, value, (name,)) for name, value in _front(story)}
    return as_file(front, body)


def _with_marks_of(ids: Sequence[str], value: Value, place: KeyPath) -> Value:
    """`value` in which braces are a voice's mark where it is declared, and else are braces."""
    if isinstance(value, Mapping):
        return {key: _with_marks_of(ids, one, (*place, key)) for key, one in value.items()}
    if isinstance(value, tuple):
        return tuple(_with_marks_of(ids, one, (*place, at)) for at, one in enumerate(value))
    is_words = kind_at(place) == "words" or place[:-1] == _ACCESS
    return without_marks(value, ids) if is_words else value


def _front(story: NewStory) -> Iterator[tuple[str, Value]]:
    plain: dict[str, Value] = {
        "title": story.title,
        "translation_of": story.translation_of,
        "responds_to": story.responds_to,
        "in_reply_to": story.in_reply_to,
        "date": story.date,
        "summary": story.summary,
        "themes": story.themes,
        "language": story.language,
        "aliases": story.aliases,
    }
    yield from _said(plain)
    if story.pictures:
        yield "media", {one.name: picture_entry(one) for one in story.pictures}
    if story.event:
        yield "event", dict(_event(story.event))
    if not story.unsigned:
        yield "voices", {voice.id: voice_entry(voice) for voice in story.voices}


def picture_entry(picture: NewPicture) -> Mapping[str, Value]:
    """What is said of a picture; what nobody has said is not known yet."""
    shows = NOT_KNOWN_YET if picture.shows is None else picture.shows or NOBODY
    said: dict[str, Value] = {"alt": picture.alt, "shows": shows, "caption": picture.caption}
    return dict(_said(said))


def _said(group: Mapping[str, Value]) -> Iterator[tuple[str, Value]]:
    """The keys of which something is said."""
    return ((name, value) for name, value in group.items() if value)


def _event(event: NewEvent) -> Iterator[tuple[str, Value]]:
    yield from _said(
        {
            "form": event.form,
            "starts": event.starts,
            "ends": event.ends,
            "place": event.place,
            "address": event.address,
            "booking": event.booking,
            "join": event.join,
            # Not for everybody until somebody says so.
            "join_public": "no" if event.join else "",
            "cost": event.cost,
            "access": event.access,
            "access_contact": event.access_contact,
            "programme": tuple(dict(_line(one)) for one in event.programme),
        }
    )


def _line(one: NewSession) -> Iterator[tuple[str, Value]]:
    return _said(
        {
            "day": one.day,
            "at": one.at,
            "until": one.until,
            "room": one.room,
            "title": one.title,
            "voices": one.voices,
        }
    )


def voice_entry(voice: NewVoice) -> Mapping[str, Value]:
    """The entry of a voice that nobody has asked yet."""
    who = {
        "name": voice.name,
        "identity": voice.identity,
        "part": voice.part,
        "role": voice.role,
        "place": voice.place,
        "person": voice.person,
    }
    return {**dict(_said(who)), "consent": {}}
