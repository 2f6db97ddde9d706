"""Rule 1: which stories have an error in their file."""

from collections.abc import Iterator

from tests.laws.kin import Kin, needed, original_of
from tests.laws.model import Fault, Passage, Story
from tests.laws.naming import named
from tests.laws.text import mentioned_ids


def has_error(kin: Kin, story: Story) -> bool:
    """Whether the story's file has a mistake."""
    original = kin.by_path.get(original_of(story) or "")
    taken = {voice.id for _, voice in kin.voices(original)} if original else set()
    return (
        _has_error_by_itself(story)
        or story.fault is Fault.UNKNOWN_THEME
        or bool(taken & {voice.id for voice in story.voices or ()})
        or has_undeclared_ids(kin, story)
        or any(_is_in_the_reason(story, origin) for origin in _legible_origins(kin, story))
    )


def _has_error_by_itself(story: Story) -> bool:
    """Whether whoever knows no other file sees a mistake in the story's."""
    consents = [voice.consent for voice in story.voices or ()]
    return (
        story.fault not in (None, Fault.UNDECLARED_ID, Fault.UNKNOWN_THEME)
        or None in consents
        or any(c.given and not (c.record and c.until) for c in consents if c)
        or story.path in needed(story)
        or bool(mentioned_ids(story.allowed or ""))
        or _is_in_the_reason(story, story)
    )


def _is_in_the_reason(story: Story, declaring: Story) -> bool:
    """Whether the reason for an exception names a voice that a story declares."""
    return any(named(story.allowed, one) for one in declaring.voices or ())


def _legible_origins(kin: Kin, story: Story) -> list[Story]:
    """What a story stands on, in however many steps, as far as the files can be read."""
    found = [story]
    for one in found:
        found += _read_next(kin, one, found)
    return found[1:]


def _read_next(kin: Kin, story: Story, known: list[Story]) -> list[Story]:
    origins = (kin.by_path[path] for path in needed(story) if path in kin.by_path)
    return [one for one in origins if one not in known and not _has_error_by_itself(one)]


def is_unread(kin: Kin, story: Story) -> bool:
    """Whether a mistake hides what the file says: of a version, it is read as far as it can be."""
    is_version = original_of(story) is not None and story.fault is not Fault.COPIED
    return has_error(kin, story) and not is_version


def has_undeclared_ids(kin: Kin, story: Story) -> bool:
    """Whether the story uses an id that nobody declares; where a file is lost, nobody can tell."""
    needs = (path for origin in kin.with_origins(story) for path in needed(origin))
    if any(path not in kin.by_path for path in needs):
        return False
    return any(kin.declared(story, one) is None for one in _ids_in(story))


def _ids_in(story: Story) -> Iterator[str]:
    """Every id that a story uses, in whatever place."""
    for part in story.body:
        yield from mentioned_ids(part.text)
        yield from (*part.by, *part.about) if isinstance(part, Passage) else ()
    for medium in story.media:
        yield from medium.shows
        yield from mentioned_ids(f"{medium.alt} {medium.caption} {medium.transcript}")
    for line in story.event.programme if story.event else ():
        yield from line.voices
        yield from mentioned_ids(f"{line.title} {line.room}")
    yield from mentioned_ids(f"{story.title} {story.summary} {story.what_happened}")
    yield from mentioned_ids(f"{story.notice} {story.rights}")
    yield from mentioned_ids(f"{story.checked_with} {story.allowed}")
    # A draft says first who posted it, and whose words it has when they are written down.
    is_draft = story.voices is None and original_of(story) is None
    if story.posted_by is not None and not is_draft:
        yield story.posted_by
    if story.fault is Fault.UNDECLARED_ID:
        yield "nobody-here"
