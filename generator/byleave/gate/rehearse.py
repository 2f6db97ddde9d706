"""The second door of the gate: what an editor or a storyteller sees, withheld things marked."""

from collections.abc import Iterable
from datetime import datetime

from byleave.gate import own_texts
from byleave.gate.clock import in_zone
from byleave.gate.decide import decide
from byleave.gate.decision import Decision
from byleave.gate.publish import Publisher, in_story_order
from byleave.model.published import Rehearsal
from byleave.model.source import SourceStory, SourceTree


def rehearse(tree: SourceTree, as_of: datetime) -> Rehearsal:
    """Everything in `tree` as it would look, with the reason beside what is withheld at `as_of`.

    A Rehearsal can reach neither the output folder nor the cache.
    """
    as_of = in_zone(as_of, tree.settings.timezone)
    return rehearsal(tree, decide(tree, as_of.date()), as_of)


def rehearsal(tree: SourceTree, decision: Decision, as_of: datetime) -> Rehearsal:
    """All of `tree`, marked by `decision`, which was made for the naive moment `as_of`."""
    stories = [story for story in tree.stories if story.path in decision.facts]
    return _rehearsal(tree, decision, as_of, stories, rehearsing=True)


def as_public(tree: SourceTree, as_of: datetime) -> Rehearsal:
    """What of `tree` would be public at `as_of`, and nothing else, where `tree` is an assumption.

    It is a Rehearsal, and so can become no site: nobody has agreed to it yet.
    """
    as_of = in_zone(as_of, tree.settings.timezone)
    decision = decide(tree, as_of.date())
    stories = [story for story in tree.stories if story.path not in decision.stories]
    return _rehearsal(tree, decision, as_of, stories, rehearsing=False)


def _rehearsal(
    tree: SourceTree,
    decision: Decision,
    as_of: datetime,
    stories: Iterable[SourceStory],
    *,
    rehearsing: bool,
) -> Rehearsal:
    publisher = Publisher(decision, as_of, tree.settings.language, rehearsing=rehearsing)
    return Rehearsal(
        settings=tree.settings,
        stories=in_story_order(map(publisher.story, stories)),
        themes=tree.themes if rehearsing else tuple(own_texts.themes(tree, decision)),
        pages=tree.pages if rehearsing else tuple(own_texts.pages(tree, decision)),
        group_media=tree.group_media if rehearsing else own_texts.group_media(tree, decision),
        root_files=tree.root_files,
        look=tree.look,
    )
