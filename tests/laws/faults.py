"""Rule 1: which stories have an error in their file."""

from collections.abc import Iterator

from tests.laws.kin import Kin, needed, original_of
from tests.laws.model import Fault, Passage, Story
from tests.laws.text import mentioned_ids


def has_error(kin: Kin, story: Story) -> bool:
    """Whether the story's file has a mistake."""
    consents = [voice.consent for voice in story.voices or ()]
    original = kin.by_path.get(original_of(story) or "")
    taken = {voice.id for _, voice in kin.voices(original)} if original else set()
    return (
        story.fault not in (None, Fault.UNDECLARED_ID)
        or None in consents
        or any(c.given and not (c.record and c.until) for c in consents if c)
        or bool(taken & {voice.id for voice in story.voices or ()})
        or has_undeclared_ids(kin, story)
    )


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
        yield from mentioned_ids(f"{medium.alt} {medium.caption}")
    for line in story.event.programme if story.event else ():
        yield from line.voices
        yield from mentioned_ids(f"{line.title} {line.room}")
    yield from mentioned_ids(f"{story.title} {story.summary}")
    # A draft says first who posted it, and whose words it has when they are written down.
    is_draft = story.voices is None and original_of(story) is None
    if story.posted_by is not None and not is_draft:
        yield story.posted_by
    if story.fault is Fault.UNDECLARED_ID:
        yield "nobody-here"
