"""Pictures of the group's own: that somebody is in one holds wherever it is used."""

from collections.abc import Iterator

from tests.laws.agreed import disagrees_in
from tests.laws.faults import has_error
from tests.laws.kin import Kin, lacks_origin
from tests.laws.model import Identity, Medium, Story, Voice
from tests.laws.naming import Declared
from tests.laws.withheld import Kind, Loss, Why, Withheld


def shown_elsewhere(kin: Kin, gone: Withheld) -> Iterator[Loss]:
    """What published stories say of a picture that another story withholds."""
    for story in kin.site.stories:
        for medium in story.media:
            if not gone.story(story.path) and is_hidden(kin, gone, medium.key):
                why = Why.SHOWN_ELSEWHERE
                yield Loss(kind=Kind.MEDIUM, story=story.path, which=medium.key, why=why)


def is_hidden(kin: Kin, gone: Withheld, key: str) -> bool:
    """Whether somebody is in a picture who is withheld, and whom no published story shows in it."""
    if not key.startswith("/media/"):
        return False
    missing: list[Voice] = []
    there: list[Voice] = []
    for story in kin.site.stories:
        for medium in story.media:
            if medium.key != key or not medium.shows:
                continue
            if _is_lost(kin, story):
                return True
            absent = _withheld_in(kin, gone, story, medium)
            missing += absent
            if not absent and not gone.story(story.path):
                there += [voice for _, voice in _in_it(kin, story, medium)]
    return not all(any(_same_person(one, other) for other in there) for one in missing)


def _is_lost(kin: Kin, story: Story) -> bool:
    """Whether nobody can rely on whom a story means: it has an error, or what it stands on has."""
    faulty = any(has_error(kin, one) for one in kin.with_origins(story))
    return faulty or lacks_origin(kin, story)


def _in_it(kin: Kin, story: Story, medium: Medium) -> list[Declared]:
    return [voice for one in medium.shows if (voice := kin.declared(story, one))]


def _withheld_in(kin: Kin, gone: Withheld, story: Story, medium: Medium) -> list[Voice]:
    """Who of a picture is withheld; words in a withheld story count as if it were published."""
    agreeing = tuple((owner.path, voice.id) for owner, voice in kin.voices(story))
    return [
        voice
        for owner, voice in _in_it(kin, story, medium)
        if gone.voice(owner.path, voice.id)
        or (
            gone.story(story.path)
            and (owner.path, voice.id) in agreeing
            and disagrees_in(kin, story, (owner, voice))
        )
    ]


def _same_person(one: Voice, other: Voice) -> bool:
    """One record, one `person`, or one name where neither says more and no name is anybody's."""
    records = [voice.consent.record if voice.consent else None for voice in (one, other)]
    if records[0] and records[0] == records[1]:
        return True
    if one.person and other.person:
        return one.person == other.person
    anonymous = Identity.ANONYMOUS in (one.identity, other.identity)
    return not anonymous and one.name.lower() == other.name.lower()
