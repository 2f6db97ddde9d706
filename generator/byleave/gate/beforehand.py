"""What the gate finds out of a story by itself, as soon as it is read: by whoever reads it.

Stories are read by all processes, and decided about by one. Most stand alone and are public as they
are. Of these, all that takes long is known when the gate is asked, which then only combines. Who is
in a hurry finds out beforehand what decides alone, and looks through words later.
"""

from collections.abc import Callable
from functools import partial

from byleave.cache import Recollection
from byleave.gate.remembered import Manner, cautions_in, manner_of, voices_named_in
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import declared_by, families
from byleave.gate.rules.linked_stories import LinkedStories
from byleave.gate.rules.record_states import standing
from byleave.model.media_kinds import RECORDINGS, media_kind
from byleave.model.record_list import RecordList
from byleave.model.source import SourceStory, SourceTree

_ELSEWHERE = LinkedStories(())
_UNLISTED = standing((), (), RecordList())


def beforehand(tree: SourceTree) -> Callable[[SourceStory, Recollection], None]:
    """What finds out of a story, as its file says it, what `judge` asks for when it decides.

    `tree` is all that is around it. It is found out as if nothing of the story were withheld, and
    remembered under that. Where something is, the gate sees something else, and looks itself.
    """
    return partial(_find_out, manner_of(tree.settings, tree.words, tree.glossary))


def decisive_beforehand(tree: SourceTree) -> Callable[[SourceStory, Recollection], None]:
    """The same of what decides alone, which no caution does."""
    del tree
    return _find_named


def _find_out(manner: Manner, story: SourceStory, known: Recollection) -> None:
    if not _is_whole(story):
        return
    alone = families((declared_by(story),))
    named = voices_named_in(story, alone, known)
    public = Decision(
        families=alone, linked=_ELSEWHERE, standing=_UNLISTED, facts={story.path: named}
    )
    cautions_in(story, public, manner, known)


def _find_named(story: SourceStory, known: Recollection) -> None:
    if _is_whole(story):
        voices_named_in(story, families((declared_by(story),)), known)


def _is_whole(story: SourceStory) -> bool:
    """Whether `story` stands alone, and may be public as it is; recordings are looked at later."""
    front = story.front
    if not story.said or story.needs or front.date is None or front.voices is None:
        return False
    consents = [voice.consent for voice in front.voices.values()]
    is_open = all(one is not None and one.state == "open" for one in consents)
    return is_open and not any(media_kind(name) in RECORDINGS for name in front.media)
