"""The second door of the gate: what an editor or a storyteller sees, withheld things marked."""

from datetime import datetime

from byleave.gate.clock import in_zone
from byleave.gate.decide import decide
from byleave.gate.publish import Publisher, in_story_order
from byleave.model.published import Rehearsal
from byleave.model.source import SourceTree


def rehearse(tree: SourceTree, as_of: datetime) -> Rehearsal:
    """Everything in `tree` as it would look, with the reason beside what is withheld at `as_of`.

    A Rehearsal can reach neither the output folder nor the cache.
    """
    settings = tree.settings
    as_of = in_zone(as_of, settings.timezone)
    decision = decide(tree, as_of.date())
    publisher = Publisher(decision, as_of, settings.language, rehearsing=True)
    stories = (story for story in tree.stories if story.path in decision.facts)
    return Rehearsal(
        settings=settings,
        stories=in_story_order(map(publisher.story, stories)),
        themes=tree.themes,
        pages=tree.pages,
        group_media=tree.group_media,
        root_files=tree.root_files,
        look=tree.look,
    )
