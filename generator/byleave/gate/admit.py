"""The first door of the gate: what may be public at one moment."""

from datetime import datetime

from byleave.gate import own_texts
from byleave.gate.cautions import cautions_about
from byleave.gate.clock import in_zone
from byleave.gate.decide import decide
from byleave.gate.decision import Decision
from byleave.gate.publish import Publisher, in_story_order
from byleave.gate.report import GateReport, report
from byleave.model.published import PublishedSet
from byleave.model.source import SourceTree


def admit(tree: SourceTree, as_of: datetime) -> tuple[PublishedSet, GateReport]:
    """What of `tree` may be public at `as_of`, and what is said about the rest.

    `as_of` is aware, or in the site's time zone. Nothing withheld is in the PublishedSet.
    """
    as_of = in_zone(as_of, tree.settings.timezone)
    decision = decide(tree, as_of.date())
    language = tree.settings.language
    cautions = (one for story in tree.stories for one in cautions_about(story, decision, language))
    said = report(tree, decision, as_of.date(), cautions)
    return published_set(tree, decision, as_of), said


def published_set(tree: SourceTree, decision: Decision, as_of: datetime) -> PublishedSet:
    """What of `tree` may be public by `decision`, which was made for the naive moment `as_of`."""
    publisher = Publisher(decision, as_of, tree.settings.language, rehearsing=False)
    stories = (story for story in tree.stories if story.path not in decision.stories)
    return PublishedSet(
        settings=tree.settings,
        stories=in_story_order(map(publisher.story, stories)),
        themes=tuple(own_texts.themes(tree, decision)),
        pages=tuple(own_texts.pages(tree, decision)),
        group_media=own_texts.group_media(tree, decision),
        root_files=tree.root_files,
        look=tree.look,
    )
