"""What each part of a story says of whom, found once before anything is decided."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from byleave.gate.rules.families import Families, Family, VoiceKey
from byleave.model.addresses import is_formerly, story_name
from byleave.model.marks import mentioned_ids, with_names
from byleave.model.names import Names, SearchableText
from byleave.model.parts import PARTS
from byleave.model.said import Said, said_in
from byleave.model.source import SourceStory
from byleave.model.terms import AUTHOR_PARTS
from byleave.positions import KeyPath

Keys = frozenset[VoiceKey]
_NOBODY: Keys = frozenset()
_BESIDE = frozenset(part.path for part in PARTS if part.of == "beside")


class NamedVoices(Struct, frozen=True, kw_only=True):
    """By and about whom the parts of one story are.

    `blocks` has, for each block, the voices it is by or about; `head` whom title and summary name,
    by their keys, and the "address"; `beside` whom what stands beside the text names, by its keys;
    `open` those whom unmarked text, an alias or the event's own words name; `entries` whom the
    entry of a voice names; `media` whom a file shows, or its words or its name name; `programme`
    whom a line has or names.
    """

    family: Family
    authors: Keys
    blocks: tuple[Keys, ...]
    head: Mapping[str, Keys]
    beside: Mapping[str, Keys]
    open: Keys
    entries: Mapping[VoiceKey, Keys]
    media: Mapping[str, Keys]
    programme: tuple[Keys, ...]

    @property
    def named(self) -> Keys:
        """Those whom the head of the story names, which lists show too."""
        return _NOBODY.union(*self.head.values())

    @property
    def deciding(self) -> Keys:
        """Those without any of whom the whole story is withheld."""
        return self.authors.union(self.open, *self.beside.values(), *self.head.values())

    def of(self, said: Said) -> Keys:
        """Those with any of whom a part goes, or whose it is to agree to; of a voice, it itself."""
        part, whole = said.part, said.whole
        if part.of == "head":
            return self.authors | self.head[str(whole[0])]
        if part.of == "beside":
            return self.authors | self.beside[str(whole[0])]
        if part.of == "file":
            return self.media[str(whole[-1])]
        if part.of == "line":
            return self.programme[int(whole[-1])]
        if part.of == "voice":
            key = self.family.voices[str(whole[-1])]
            return self.entries[key] | {key}
        return self.authors | self.open


def named_voices(story: SourceStory, families: Families) -> NamedVoices:
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
        self.all_names = Names(self.names)
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
        words = SearchableText(with_names(text, dict.fromkeys(ids, ".")))
        found = self.all_names.within(words)
        if ids:
            found |= self.composed(text, ids)
        return self.keys(ids) | found

    def composed(self, text: str, ids: frozenset[str]) -> set[VoiceKey]:
        """Whom the names of those who are mentioned name together with the words around them."""
        whole = SearchableText(with_names(text, self.shown_names))
        parts = [self.shown_names[id_] for id_ in ids if id_ in self.shown_names]
        return self.all_names.within(whole, but=parts)

    def facts(self) -> NamedVoices:
        story, front = self.story, self.story.front
        blocks = tuple(
            self.keys((*block.by, *block.about)) | self.named(block.text) for block in story.blocks
        )
        # Taken together: when a passage between them goes, they stand together on the page.
        unmarked = "".join(block.text for block in story.blocks if not block.is_passage)
        whole = self.front()
        lines = front.event.programme if front.event else ()
        alone = {str(place[0]): keys for place, keys in whole.items() if len(place) == 1}
        beside = {key: alone.pop(key) for key in _BESIDE & alone.keys()}
        return NamedVoices(
            family=self.family,
            authors=self.authors(),
            blocks=blocks,
            head=alone | {"address": self.labelled([story_name(story.path)])},
            beside=beside,
            open=self.named(unmarked) | whole.get((), _NOBODY),
            # Those of an original's voices belong to the original: a version's own voices do not
            # decide about them.
            entries={
                key: whole["voices", id_] - {key}
                for id_, key in self.family.voices.items()
                if key[0] == story.path
            },
            media={
                name: whole.get(("media", name), _NOBODY) | self.labelled([name.rpartition(".")[0]])
                for name in front.media
            },
            programme=tuple(whole["event", "programme", n] for n in range(len(lines))),
        )

    def front(self) -> dict[KeyPath, Keys]:
        """Whom the front matter names, or lists by id, in all that belongs together."""
        words: dict[KeyPath, list[str]] = defaultdict(list)
        ids: dict[KeyPath, list[str]] = defaultdict(list)
        labels: dict[KeyPath, list[str]] = defaultdict(list)
        for said in said_in(self.story.front):
            kind = said.part.kind
            found = {"ids": ids, "address": labels}.get(kind, words)
            found[said.whole].append(said.text)
            # A name may begin in one caption and end in the next.
            if said.words != said.text:
                found[said.whole].append(said.words)
        return {
            whole: self.keys(ids.get(whole, ()))
            | self.named("\n".join(words.get(whole, ())))
            | self.labelled(labels.get(whole, ()))
            for whole in dict.fromkeys((*words, *ids, *labels))
        }

    def labelled(self, labels: Sequence[str]) -> Keys:
        """Whom addresses and names of files name, in whatever form they are."""
        read = (SearchableText(label, address=True) for label in labels if self.names)
        formerly = (
            key
            for key, name in self.names.items()
            if not name.isascii() and any(is_formerly(name, label) for label in labels)
        )
        return frozenset(formerly).union(*map(self.all_names.within, read))

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
