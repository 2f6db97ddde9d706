"""What one door of the gate let through, kept so that one edited story can be heard again."""

from dataclasses import dataclass, replace
from datetime import datetime

from byleave.gate.admit import published_set
from byleave.gate.clock import in_zone
from byleave.gate.decide import decide
from byleave.gate.decision import Decision
from byleave.gate.facts import facts_of
from byleave.gate.outline import outline
from byleave.gate.publish import Publisher
from byleave.gate.rehearse import rehearsal
from byleave.gate.report import GateReport, report, report_again
from byleave.model.published import PublishedSet, Rehearsal, Story
from byleave.model.source import SourceStory, SourceTree


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What passed one door at `as_of`, and what is said of the rest.

    `content` is a Rehearsal where `rehearsing`. `decision` is the gate's own and nobody else's.
    """

    tree: SourceTree
    decision: Decision
    as_of: datetime
    content: PublishedSet | Rehearsal
    report: GateReport

    @property
    def published(self) -> PublishedSet:
        """What may be public; raises ValueError where everything was rehearsed."""
        if not isinstance(self.content, PublishedSet):
            raise ValueError("a rehearsal is not published")
        return self.content

    @property
    def rehearsing(self) -> bool:
        """Whether what is withheld is in `content` as well, marked."""
        return isinstance(self.content, Rehearsal)


def judge(tree: SourceTree, as_of: datetime, *, rehearsing: bool) -> Verdict:
    """What `admit` or, with `rehearsing`, `rehearse` makes of `tree`, and what was decided.

    `as_of` is aware, or in the site's time zone.
    """
    as_of = in_zone(as_of, tree.settings.timezone)
    decision = decide(tree, as_of.date())
    let = rehearsal if rehearsing else published_set
    return Verdict(
        tree=tree,
        decision=decision,
        as_of=as_of,
        content=let(tree, decision, as_of),
        report=report(tree, decision, as_of.date()),
    )


def judge_again(verdict: Verdict, story: SourceStory) -> Verdict | None:
    """`verdict` with `story` in the place of the one at its path, or None where more may change.

    It is what `judge` would make of the tree with that story, at the same moment: the story
    has the outline that it had, so that nothing that was decided can be otherwise. The verdict
    itself comes back where the story is the same.
    """
    before = next((one for one in verdict.tree.stories if one.path == story.path), None)
    if before == story:
        return verdict
    decision = verdict.decision
    facts = decision.facts.get(story.path)
    if before is None or facts is None:
        return None
    families, required = decision.families, verdict.tree.settings.permission.words == "required"
    was = outline(before, facts, families, required=required)
    if outline(story, facts_of(story, families), families, required=required) != was:
        return None
    stories = tuple(story if one is before else one for one in verdict.tree.stories)
    settings = verdict.tree.settings
    heard = replace(
        verdict,
        tree=replace(verdict.tree, stories=stories),
        report=report_again(verdict.report, before, story, decision, settings.language),
    )
    if not verdict.rehearsing and story.path in decision.stories:
        return heard
    rehearsing = verdict.rehearsing
    publisher = Publisher(decision, verdict.as_of, settings.language, rehearsing=rehearsing)
    return _with(heard, publisher.story(story))


def _with(verdict: Verdict, story: Story) -> Verdict:
    """`verdict` with `story` in the place of the one at its path; their dates are the same."""
    let = tuple(story if one.path == story.path else one for one in verdict.content.stories)
    return replace(verdict, content=replace(verdict.content, stories=let))
