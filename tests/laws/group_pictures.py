"""Pictures of the group's own: that somebody is in one holds wherever it is, and of its copies."""

from collections.abc import Callable, Iterator

from tests.laws.agreed import disagrees_in
from tests.laws.faults import has_error
from tests.laws.kin import Kin, lacks_origin
from tests.laws.model import Identity, Medium, Story, Voice
from tests.laws.naming import Declared
from tests.laws.text import beside
from tests.laws.withheld import Kind, Loss, Why, Withheld


def shown_elsewhere(kin: Kin, gone: Withheld) -> Iterator[Loss]:
    """What published stories say of a picture that another story withholds."""
    for story in kin.site.stories:
        for medium in story.media:
            if not gone.story(story.path) and is_hidden(kin, gone, medium.key):
                why = Why.SHOWN_ELSEWHERE
                yield Loss(kind=Kind.MEDIUM, story=story.path, which=medium.key, why=why)


def is_hidden(kin: Kin, gone: Withheld, key: str) -> bool:
    """Whether somebody is in a picture who is withheld, and whom no published story shows in it.

    It is told by its name among the group's files, and by its bytes, whatever lies where.
    """
    if not key.startswith("/"):
        return False
    files = dict(kin.site.files)
    content = files.get(f"site_src{key}") or files.get(f"site_src/root{key}")
    copies = {path for path, there in kin.site.files if there == content}
    return _is_hidden(kin, gone, lambda _, one: one.key == key) or _is_hidden(
        kin, gone, lambda path, one: media_file(path, one.key) in copies
    )


def _is_hidden(kin: Kin, gone: Withheld, is_it: Callable[[str, Medium], bool]) -> bool:
    missing: list[Voice] = []
    there: list[Voice] = []
    for story in kin.site.stories:
        for medium in story.media:
            if not is_it(story.path, medium) or not medium.shows:
                continue
            if _is_lost(kin, story):
                return True
            absent = _withheld_in(kin, gone, story, medium)
            missing += absent
            if not absent and not gone.story(story.path):
                there += [voice for _, voice in _in_it(kin, story, medium)]
    return not all(any(_same_person(one, other) for other in there) for one in missing)


def media_file(path: str, key: str) -> str:
    """Where the file of a medium lies: among the group's own files, or beside the story."""
    return f"site_src{key}" if key.startswith("/media/") else beside(path, key)


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
