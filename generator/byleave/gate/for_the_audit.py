"""What is withheld today, for those who look whether it is in what was published."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from byleave.gate.clock import in_zone
from byleave.gate.decided_anew import decide
from byleave.gate.doors.published_set import published_set
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey
from byleave.model.addresses import addresses_meant
from byleave.model.marks import in_words
from byleave.model.published import FixedPage, MediaFile, PublishedSet, RootFile, Story, Theme
from byleave.model.said import Said, said_in
from byleave.model.source import SourceStory, SourceTree
from byleave.model.withheld import (
    Withheld,
    WithheldFile,
    WithheldKind,
    WithheldName,
    WithheldWords,
)
from byleave.text_in_files.values import strings_in


def absent(tree: SourceTree, as_of: datetime) -> Withheld:
    """What of `tree` may not be public at `as_of`, and what may.

    `as_of` is aware, or in the site's time zone. Of faulty stories there are addresses alone.
    """
    as_of = in_zone(as_of, tree.settings.timezone)
    decision = decide(tree, as_of.date())
    published = published_set(tree, decision, as_of)
    finder = _Finder(tree, decision)
    shown = {media.sha256 for media in _media_of(published)}
    files = {file.sha256: file for file in finder.files() if file.sha256 not in shown}
    addresses = {story.address for story in published.stories}
    gone = frozenset(finder.addresses())
    return Withheld(
        words=tuple(finder.words()),
        names=tuple(finder.names()),
        addresses=tuple(sorted(gone - addresses)),
        records=tuple(sorted({record for key in decision.voices for record in finder.of([key])})),
        files=tuple(files.values()),
        public_texts=tuple(_public_texts(published)),
        public_names=frozenset(voice.name for story in published.stories for voice in story.voices),
        public_records=finder.public_records(),
        public_files=tuple(_file(media, media.source) for media in _media_of(published)),
        languages=tuple(
            sorted({tree.settings.language, *(story.language for story in published.stories)})
        ),
    )


class _Finder:
    """Walks through all stories and says what of each is withheld."""

    def __init__(self, tree: SourceTree, decision: Decision) -> None:
        self.tree = tree
        self.decision = decision
        self.voices = decision.families.voices

    def of(self, keys: Iterable[VoiceKey]) -> tuple[str, ...]:
        """The records of those of `keys` who are withheld."""
        consents = [self.voices[key].consent for key in keys if key in self.decision.voices]
        return tuple(sorted({one.record for one in consents if one and one.record}))

    def public_records(self) -> frozenset[str]:
        """The records of voices who are published in a story that is."""
        return frozenset(
            voice.consent.record
            for key, voice in self.voices.items()
            if key not in self.decision.voices
            and key[0] not in self.decision.stories
            and voice.consent
            and voice.consent.record
        )

    def addresses(self) -> Iterator[str]:
        """Where withheld stories would be or were; responses have no address of their own."""
        for story in self.tree.stories:
            if story.path in self.decision.stories and not story.front.responds_to:
                yield from addresses_meant(story.path)
        for faulty in self.tree.faulty:
            yield from addresses_meant(faulty.path)

    def names(self) -> Iterator[WithheldName]:
        """What withheld voices are called, and the voices of withheld stories."""
        for key, voice in self.voices.items():
            gone = key in self.decision.voices or key[0] in self.decision.stories
            if gone and voice.identity != "anonymous":
                yield WithheldName(name=voice.name, records=self.of([key]))

    def words(self) -> Iterator[WithheldWords]:
        """Every run of words that is withheld."""
        for story in self.tree.stories:
            facts = self.decision.facts.get(story.path)
            if story.path in self.decision.stories or facts is None:
                yield from self.whole(story)
                continue
            for number in sorted(self.decision.gone(story.path)):
                text = story.blocks[number].text
                yield self.said(story, "words", text, facts.blocks[number])
            for one in _with_words(story):
                keys = facts.of(one)
                if any(key in self.decision.voices for key in keys):
                    yield self.said(story, "words", one.words, keys)

    def whole(self, story: SourceStory) -> Iterator[WithheldWords]:
        """The words of a story of which nothing is public."""
        keys = frozenset((story.path, id_) for id_ in story.front.voices or {})
        for block in story.blocks:
            yield self.said(story, "words", block.text, keys)
        for one in _with_words(story):
            kind: WithheldKind = "title" if one.part.path == "title" else "words"
            yield self.said(story, kind, one.words, keys)

    def said(
        self, story: SourceStory, kind: WithheldKind, text: str, keys: Iterable[VoiceKey]
    ) -> WithheldWords:
        """Words of a story with public names in the place of ids."""
        return WithheldWords(
            story=story.path,
            kind=kind,
            text=in_words(text, self.known(story)),
            records=self.of(keys),
        )

    def known(self, story: SourceStory) -> Mapping[str, str]:
        """The public names of those whom a story may mention."""
        facts = self.decision.facts.get(story.path)
        own = {id_: (story.path, id_) for id_ in story.front.voices or {}}
        keys = facts.family.known if facts else own
        return {id_: self.voices[key].name for id_, key in keys.items()}

    def files(self) -> Iterator[WithheldFile]:
        """The media of withheld stories, and those that show or name withheld voices."""
        for story in self.tree.stories:
            facts = self.decision.facts.get(story.path)
            gone = story.path in self.decision.stories
            for name, media in story.media.items():
                keys = facts.media.get(name, frozenset()) if facts else frozenset()
                said = story.front.media.get(name)
                unknown = said is not None and not said.is_known
                if gone or unknown or any(key in self.decision.voices for key in keys):
                    yield _file(media, name, self.of(keys))
        for name in self.decision.files:
            if name in self.tree.group_media:
                yield _file(self.tree.group_media[name], name)
        for root in self.tree.root_files:
            if f"/{root.path}" in self.decision.files:
                yield _root_file(root)


def _with_words(story: SourceStory) -> Iterator[Said]:
    """What the front matter says in words or addresses, names of voices apart."""
    return (one for one in said_in(story.front) if one.part.kind not in ("ids", "name"))


def _file(media: MediaFile, name: str, records: tuple[str, ...] = ()) -> WithheldFile:
    return WithheldFile(
        name=name.rpartition("/")[2],
        address=media.address,
        source=media.source,
        sha256=media.sha256,
        records=records,
    )


def _root_file(file: RootFile) -> WithheldFile:
    return WithheldFile(
        name=file.path.rpartition("/")[2],
        address=f"/{file.path}",
        source=file.source,
        sha256=file.sha256,
        records=(),
    )


def _media_of(published: PublishedSet) -> Iterator[MediaFile]:
    texts: tuple[Story | FixedPage | Theme, ...] = (
        *published.stories,
        *published.pages,
        *published.themes,
    )
    for text in texts:
        yield from (media.file for media in text.media.values())
    yield from published.group_media.values()


def _public_texts(published: PublishedSet) -> Iterator[str]:
    """Every text that may be public, a story's whole body as one too."""
    for story in published.stories:
        for words in strings_in(story):
            yield in_words(words, story.names)
        yield in_words("".join(block.text for block in story.blocks), story.names) or ""
    yield from strings_in((published.pages, published.themes, published.settings))
    yield from (file.text for file in published.look)
