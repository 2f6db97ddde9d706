"""`{id}` in front matter: marked wherever readers meet words of its own."""

from collections.abc import Iterator

from byleave.model.event import Event
from byleave.model.source import FrontMatter
from byleave.positions import KeyPath, Positions
from byleave.read.destinations import at_address
from byleave.read.passages import Mention, mark_names, mentions_in
from byleave.values import replace


def marked(front: FrontMatter) -> FrontMatter:
    """`front` with its names marked as in `model.terms`, and its old addresses in one form."""
    return replace(
        front,
        aliases=tuple(dict.fromkeys(map(at_address, front.aliases))),
        title=_mark(front.title),
        summary=_mark(front.summary),
        media={
            name: replace(one, alt=mark_names(one.alt), caption=_mark(one.caption))
            for name, one in front.media.items()
        },
        event=_event(front.event) if front.event else None,
        voices=front.voices
        and {
            id_: replace(voice, role=_mark(voice.role), place=_mark(voice.place))
            for id_, voice in front.voices.items()
        },
    )


def _mark(words: str | None) -> str | None:
    return None if words is None else mark_names(words)


def _event(event: Event) -> Event:
    return replace(
        event,
        form=mark_names(event.form),
        place=_mark(event.place),
        address=_mark(event.address),
        cost=_mark(event.cost),
        access=tuple(
            replace(item, what=mark_names(item.what), answer=mark_names(item.answer))
            for item in event.access
        ),
        access_contact=_mark(event.access_contact),
        programme=tuple(
            replace(item, title=mark_names(item.title), room=_mark(item.room))
            for item in event.programme
        ),
    )


def front_mentions(front: FrontMatter, positions: Positions) -> Iterator[Mention]:
    """The ids that the words and lists of `front` use, with their places."""
    for text, where in _places(front):
        for mention in mentions_in(text or "", 1):
            yield Mention(id=mention.id, at=positions.at(*where))


def _places(front: FrontMatter) -> Iterator[tuple[str | None, KeyPath]]:
    yield front.title, ("title",)
    yield front.summary, ("summary",)
    for id_, voice in (front.voices or {}).items():
        yield f"{voice.role}{voice.place}", ("voices", id_)
    for name, media in front.media.items():
        yield media.alt, ("media", name, "alt")
        yield media.caption, ("media", name, "caption")
        yield _ids(media.shows or ()), ("media", name, "shows")
    event = front.event
    if event is None:
        return
    said = (event.form, event.place, event.address, event.cost, event.access_contact)
    yield "".join(filter(None, said)), ("event",)
    yield "".join(f"{item.what}{item.answer}" for item in event.access), ("event", "access")
    for number, item in enumerate(event.programme):
        words = f"{item.title}{item.room}{_ids(item.voices)}"
        yield words, ("event", "programme", number)


def _ids(ids: tuple[str, ...]) -> str:
    return "".join(f"{{{id_}}}" for id_ in ids)
