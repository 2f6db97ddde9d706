"""The second door of the gate: what an editor or a storyteller sees, withheld things marked."""

from datetime import datetime

from byleave.cache import Recollection
from byleave.gate.clock import in_zone
from byleave.gate.decided_anew import decide
from byleave.gate.doors.belonging import without_circles
from byleave.gate.doors.found_stories import found_stories
from byleave.gate.doors.publish import Publisher
from byleave.gate.doors.published_set import in_story_order, published_set, shown_story
from byleave.gate.rules.decision import Decision
from byleave.model.published import Rehearsal
from byleave.model.source import SourceTree


def rehearse(tree: SourceTree, as_of: datetime) -> Rehearsal:
    """Everything in `tree` as it would look, with the reason beside what is withheld at `as_of`.

    A Rehearsal can reach neither the output folder nor the cache.
    """
    as_of = in_zone(as_of, tree.settings.timezone)
    return rehearsal(tree, decide(tree, as_of.date()), as_of)


def rehearsal(
    tree: SourceTree, decision: Decision, as_of: datetime, known: Recollection | None = None
) -> Rehearsal:
    """All of `tree`, marked by `decision`, which was made for the naive moment `as_of`.

    What is `known` of it already is not made again.
    """
    known = known or Recollection()
    publisher = known.once(Publisher, decision, as_of, tree.settings.language, rehearsing=True)
    stories = tuple(story for story in tree.stories if story.path in decision.facts)
    every = without_circles(known.each(shown_story, stories, publisher), known)
    shown = in_story_order(every, known)
    return Rehearsal(
        settings=tree.settings,
        navigation=tree.navigation,
        stories=shown,
        themes=tree.themes,
        pages=tree.pages,
        group_media=tree.group_media,
        root_files=tree.root_files,
        look=tree.look,
        glossary=tree.glossary,
        found=found_stories(tree, decision, as_of, shown, known, rehearsing=True),
    )


def as_public(tree: SourceTree, decision: Decision, as_of: datetime) -> Rehearsal:
    """What of `tree` would be public by `decision`, and nothing else; `tree` is an assumption.

    It is a Rehearsal, and so can become no site: nobody has agreed to it yet.
    """
    public = published_set(tree, decision, as_of)
    return Rehearsal(
        settings=public.settings,
        navigation=public.navigation,
        stories=public.stories,
        themes=public.themes,
        pages=public.pages,
        group_media=public.group_media,
        root_files=public.root_files,
        look=public.look,
        found=public.found,
    )
