"""What each part of a story says of whom, found once before anything is decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from byleave.gate.families import Families, Family, VoiceKey
from byleave.gate.names import Words, mentioned_ids
from byleave.model.source import SourceStory
from byleave.model.terms import AUTHOR_PARTS

Keys = frozenset[VoiceKey]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """By and about whom the parts of one story are.

    `blocks` has, for each block, the voices it is by or about; `open` those whom unmarked text or
    the event's own words name; `entries` whom the entry of a voice names; `media` whom a file
    shows or its words name; `programme` whom a line has or names.
    """

    family: Family
    authors: Keys
    blocks: tuple[Keys, ...]
    title: Keys
    summary: Keys
    open: Keys
    entries: Mapping[VoiceKey, Keys]
    media: Mapping[str, Keys]
    programme: tuple[Keys, ...]


def facts_of(story: SourceStory, families: Families) -> Facts:
    """What the parts of `story` say of the voices that it may name."""
    return _Finder(story, families).facts()


class _Finder:
    def __init__(self, story: SourceStory, families: Families) -> None:
        self.story = story
        self.family = families.by_path[story.path]
        self.voices = families.voices
        self.names = {
            key: self.voices[key].name
            for key in self.family.scope
            if self.voices[key].identity != "anonymous"
        }

    def keys(self, ids: Iterable[str]) -> Keys:
        return frozenset(self.family.known[id_] for id_ in ids if id_ in self.family.known)

    def named(self, text: str | None) -> Keys:
        """Whom `text` names, by `{id}` or by public name."""
        if not text:
            return frozenset()
        words = Words(text)
        by_name = {key for key, name in self.names.items() if words.names(name)}
        return self.keys(mentioned_ids(text)) | by_name

    def facts(self) -> Facts:
        front = self.story.front
        blocks = tuple(
            self.keys((*block.by, *block.about)) | self.named(block.text)
            for block in self.story.blocks
        )
        unmarked = (
            keys
            for keys, block in zip(blocks, self.story.blocks, strict=True)
            if not block.is_passage
        )
        return Facts(
            family=self.family,
            authors=self.authors(),
            blocks=blocks,
            title=self.named(front.title),
            summary=self.named(front.summary),
            open=frozenset().union(*unmarked, self.named(self.event_words())),
            entries={key: self.entry(key) for key in self.family.voices.values()},
            media={
                name: self.keys(media.shows or ()) | self.named(f"{media.alt} {media.caption}")
                for name, media in front.media.items()
            },
            programme=self.programme(),
        )

    def authors(self) -> Keys:
        """Whose text stands outside passages. A response without an author is by all its voices
        but the one who posted it: nobody else can have written it.
        """
        voices = self.family.voices
        found = {key for key in voices.values() if self.part(key) in AUTHOR_PARTS}
        if self.story.front.responds_to and not found:
            found = {key for id_, key in voices.items() if id_ != self.story.front.posted_by}
        return frozenset(found)

    def part(self, key: VoiceKey) -> str:
        return self.voices[key].part.casefold()

    def entry(self, key: VoiceKey) -> Keys:
        voice = self.voices[key]
        said = f"{voice.name}\n{voice.role or ''}\n{voice.place or ''}"
        return self.named(said) - {key}

    def event_words(self) -> str:
        event = self.story.front.event
        if event is None:
            return ""
        booking = event.booking
        words = [event.form, event.place, event.address, event.cost, event.access_contact]
        words += [event.map, event.join if event.join_public else None]
        words += [f"{item.what} {item.answer}" for item in event.access]
        words += [booking.url, booking.telephone, booking.email] if booking else []
        return "\n".join(word for word in words if word)

    def programme(self) -> tuple[Keys, ...]:
        event = self.story.front.event
        return tuple(
            self.keys(item.voices) | self.named(f"{item.title}\n{item.room or ''}")
            for item in (event.programme if event else ())
        )
