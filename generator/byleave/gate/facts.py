"""What each part of a story says of whom, found once before anything is decided."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from byleave.gate.families import Families, Family, VoiceKey
from byleave.gate.names import Words, is_named_in, mentioned_ids, with_names
from byleave.model.source import SourceStory
from byleave.model.terms import AUTHOR_PARTS

Keys = frozenset[VoiceKey]


class Facts(Struct, frozen=True, kw_only=True):
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
        # What stands in the place of `{id}` on the page may make a name with the words around it.
        self.shown_names = {id_: self.voices[key].name for id_, key in self.family.known.items()}
        self.found: dict[str, Keys] = {}

    def keys(self, ids: Iterable[str]) -> Keys:
        return frozenset(self.family.known[id_] for id_ in ids if id_ in self.family.known)

    def named(self, text: str | None) -> Keys:
        """Whom `text` names, by `{id}` or by public name; a text that comes twice is read once."""
        if not text:
            return frozenset()
        if text not in self.found:
            self.found[text] = self.named_anew(text)
        return self.found[text]

    def named_anew(self, text: str) -> Keys:
        ids = mentioned_ids(text)
        words = Words(with_names(text, dict.fromkeys(ids, ".")))
        found = {key for key, name in self.names.items() if words.names(name)}
        if ids:
            found |= self.composed(text, ids)
        return self.keys(ids) | found

    def composed(self, text: str, ids: frozenset[str]) -> set[VoiceKey]:
        """Whom the names of those who are mentioned name together with the words around them."""
        whole = Words(with_names(text, self.shown_names))
        parts = [self.shown_names[id_] for id_ in ids if id_ in self.shown_names]
        return {
            key
            for key, name in self.names.items()
            if not any(is_named_in(name, part) for part in parts) and whole.names(name)
        }

    def facts(self) -> Facts:
        front = self.story.front
        blocks = tuple(
            self.keys((*block.by, *block.about)) | self.named(block.text)
            for block in self.story.blocks
        )
        # Taken together: when a passage between them goes, they stand together on the page.
        unmarked = "".join(block.text for block in self.story.blocks if not block.is_passage)
        return Facts(
            family=self.family,
            authors=self.authors(),
            blocks=blocks,
            title=self.named(front.title),
            summary=self.named(front.summary),
            open=self.named(unmarked) | self.named(self.other_words()),
            # Those of an original's voices belong to the original: a version's own voices do not
            # decide about them.
            entries={
                key: self.entry(key)
                for key in self.family.voices.values()
                if key[0] == self.story.path
            },
            media={
                name: self.keys(media.shows or ()) | self.named(f"{media.alt} {media.caption}")
                for name, media in front.media.items()
            },
            programme=self.programme(),
        )

    def authors(self) -> Keys:
        """Whose text stands outside passages. A response without an author is by all its voices
        but one who only posted it, if there is another: nobody else can have written it.
        """
        voices = frozenset(self.family.voices.values())
        found = frozenset(key for key in voices if self.part(key) in AUTHOR_PARTS)
        if self.family.is_response and not found:
            return frozenset(key for key in voices if self.part(key) != "posted") or voices
        return found

    def part(self, key: VoiceKey) -> str:
        return self.voices[key].part.casefold()

    def entry(self, key: VoiceKey) -> Keys:
        voice = self.voices[key]
        said = f"{voice.name}\n{voice.part}\n{voice.role or ''}\n{voice.place or ''}"
        return self.named(said) - {key}

    def other_words(self) -> str:
        """What else readers see of the story: its addresses, and what an event says of itself."""
        return "\n".join((self.story.address, *self.story.front.aliases, self.event_words()))

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
