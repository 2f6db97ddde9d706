"""Rule 1 of records: one has one state, wherever it is written, and cannot get lost."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from tests.laws.duplicates import has_the_words_of
from tests.laws.faults import has_error, is_unread
from tests.laws.kin import Kin, original_of
from tests.laws.model import Fault, Listed, ListForm, Site, Story, Voice

CLOSING = ("refused", "withdrawn")
HERE = ("not_here", "held_here")
# What an alias stands for may be the number of a record.
UNREADABLE = (
    Fault.BROKEN_YAML,
    Fault.OPEN_FRONT_MATTER,
    Fault.NOT_UTF8,
    Fault.YAML_ALIAS,
)


def seen(number: str | None) -> str:
    """What a person sees of the number of a record."""
    return re.sub(r"[\s\u200b]", "", number or "").replace("–", "-").casefold()


class Standing:
    """How the records of a site stand: by its stories, faulty ones too, and by its list.

    With `but_for_faults`, by nothing that a faulty file or a list with an error says of them; what
    a version of another says counts, as far as it says so itself.
    """

    def __init__(self, kin: Kin, *, but_for_faults: bool = False) -> None:
        self._kin = kin
        self._closed: set[str] = set()
        self._here: dict[str, set[str]] = defaultdict(set)
        for story in kin.site.stories:
            if not but_for_faults:
                self._closed.update(_closed_by(story))
            elif not is_unread(kin, story):
                self._closed.update(_closed_by(replace(story, fault=None)))
        if not (but_for_faults and list_is_broken(kin.site)):
            self._read_the_list()
        self._closed.discard("")
        self._look_into_copies(but_for_faults=but_for_faults)

    def _read_the_list(self) -> None:
        for line in self._kin.site.records:
            if line.torn or line.state != "open":
                self._closed.add(seen(line.number))
            for path, notes in line.stories:
                self._here[path].update({seen(line.number)} if notes else ())
                if line.torn and path in self._kin.by_path:
                    self._closed.update(_records(self._kin.by_path[path]))
            self._follow(line)

    def _look_into_copies(self, *, but_for_faults: bool) -> None:
        """What counts for a record in one file counts in a story that has the same words."""
        noted = {path: set(records) for path, records in self._here.items()}
        for story in self._kin.site.stories:
            if not (but_for_faults and is_unread(self._kin, story)):
                noted.setdefault(story.path, set()).update(_stopped_here(story))
        noted = {path: here for path, here in noted.items() if here and path in self._kin.by_path}
        for story in self._kin.site.stories:
            for path, records in noted.items():
                other = self._kin.by_path[path]
                here = {one for one in records if self._by_one_name(story, other, one)}
                if here and other is not story and has_the_words_of(self._kin, story, other):
                    self._here[story.path].update(here)

    def _by_one_name(self, story: Story, other: Story, record: str) -> bool:
        """Whether somebody has a record in both by one name; in a faulty file any may be theirs."""
        own, others = _names(story, record), _names(other, record)
        unknown = not others or has_error(self._kin, other)
        return bool(own) and (unknown or bool(own & others))

    def _follow(self, line: Listed) -> None:
        """What is noted for a file that is gone counts for those that may be that file, renamed."""
        there = self._kin.by_path
        if any(notes and path not in there for path, notes in line.stories):
            for path in there.keys() - {path for path, _ in line.stories}:
                self._here[path].add(seen(line.number))

    def stops(self, story: Story, voice: Voice) -> bool:
        """Whether something elsewhere stops the permission of a voice of a story."""
        record = seen(voice.consent.record) if voice.consent else ""
        return bool(record) and (record in self._closed or record in self._here[story.path])

    def has_lost(self, story: Story) -> bool:
        """Whether the list names a record for a story that neither it nor its original has."""
        held = {record for one in _originals(self._kin, story) for record in _records(one)}
        return any(
            seen(line.number) not in held
            for line in self._kin.site.records
            for path, _ in line.stories
            if path == story.path
        )


def _records(story: Story) -> Iterator[str]:
    return (seen(voice.consent.record) for voice in story.voices or () if voice.consent)


def _names(story: Story, record: str) -> set[str]:
    """What readers call those who have a record in a story."""
    return {
        voice.name.casefold()
        for voice in story.voices or ()
        if voice.consent and seen(voice.consent.record) == record
    }


def _closed_by(story: Story) -> Iterator[str]:
    """The records that a story closes or holds everywhere."""
    consents = [voice.consent for voice in story.voices or () if voice.consent]
    if story.fault in UNREADABLE and any(consent.stops for consent in consents):
        yield from _records(story)
    for consent in consents:
        if any(key not in HERE for key, _ in consent.stops):
            yield seen(consent.record)
    if story.fault is Fault.ODD_CONSENT and story.voices:
        yield from _records(story) if not consents else [seen(consents[0].record)]


def _stopped_here(story: Story) -> Iterator[str]:
    """The records that a story stops for itself alone."""
    for consent in (voice.consent for voice in story.voices or () if voice.consent):
        if any(key in HERE for key, _ in consent.stops):
            yield seen(consent.record)


def _originals(kin: Kin, story: Story) -> Iterator[Story]:
    """The story, what it is a version of, and so on; each once."""
    passed: list[Story] = []
    one: Story | None = story
    while one is not None and one not in passed:
        passed.append(one)
        yield one
        one = kin.by_path.get(original_of(one) or "")


def list_is_broken(site: Site) -> bool:
    """Whether the list of records has an error, which withholds no story by itself."""
    broken = site.form in (ListForm.MERGED, ListForm.QUOTED)
    return bool(site.records) and (broken or any(line.torn for line in site.records))


def complete_list(stories: tuple[Story, ...]) -> tuple[Listed, ...]:
    """The list that names every record of the stories, with the files that hold it."""
    numbers: dict[str, str] = {}
    paths: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for story in stories:
        for voice in story.voices or ():
            number = voice.consent.record if voice.consent else None
            if number is not None and (story.path, ()) not in paths[seen(number)]:
                numbers.setdefault(seen(number), number)
                paths[seen(number)].append((story.path, ()))
    return tuple(Listed(number=numbers[key], stories=tuple(found)) for key, found in paths.items())


def without(lines: tuple[Listed, ...], kept: tuple[Story, ...]) -> tuple[Listed, ...]:
    """The list in which nothing is that the stories which are left have not."""
    held = {story.path: set(_records(story)) for story in kept}

    def still(line: Listed) -> tuple[tuple[str, tuple[str, ...]], ...]:
        number = seen(line.number)
        return tuple(one for one in line.stories if number in held.get(one[0], ()))

    return tuple(
        Listed(number=line.number, state=line.state, since=line.since, stories=still(line))
        for line in lines
        if not line.torn and still(line)
    )
