"""Records that two people have, so that one could not leave without the other."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from byleave.model.records import record_key
from byleave.model.whose_records import RecordHolder, is_same_person
from byleave.permission.answers.declared import Declared, DeclaredVoices, identity_of


def person_of(voice: Declared) -> RecordHolder:
    """Who a voice is, as far as its entry tells."""
    return RecordHolder(person=voice.person, name=voice.name, identity=identity_of(voice))


def shared(known: DeclaredVoices) -> Iterator[tuple[Declared, ...]]:
    """For each record that two people have, those of its voices who are not alone with it."""
    holders: dict[str, list[Declared]] = defaultdict(list)
    for voice in known.voices:
        if voice.record:
            holders[record_key(voice.record)].append(voice)
    for _, found in sorted(holders.items()):
        if odd := tuple(_not_alone(found)):
            yield odd


def _not_alone(found: list[Declared]) -> Iterator[Declared]:
    """Who shares the record with another: in one story, or under another name in two."""
    stories = Counter(voice.path for voice in found)
    people = {person_of(voice) for voice in found}
    for voice in found if len(found) > 1 else ():
        # Nobody can tell whether an anonymous voice is the one of the other story.
        is_alone = all(is_same_person(person_of(voice), one) for one in people)
        if stories[voice.path] > 1 or not is_alone:
            yield voice
