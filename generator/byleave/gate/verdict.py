"""What one door of the gate let through, kept so that one edited story can be heard again."""

from collections.abc import Iterator
from datetime import datetime
from itertools import chain

from msgspec import Struct

from byleave.diagnostics import Diagnostic
from byleave.gate.cautions import cautions_about
from byleave.gate.clock import in_zone
from byleave.gate.decide import decide
from byleave.gate.decision import Decision
from byleave.gate.facts import Facts, facts_of
from byleave.gate.outline import Links, links_of, outline
from byleave.gate.publish import Publisher, in_story_order, published_set
from byleave.gate.recalling import Recalled
from byleave.gate.rehearse import rehearsal
from byleave.gate.report import GateReport, report, report_again, said_of
from byleave.model.published import PublishedSet, Rehearsal, Story
from byleave.model.source import SourceStory, SourceTree
from byleave.values import replace


class Verdict(Struct, frozen=True, kw_only=True):
    """What passed one door at `as_of`, and what is said of the rest.

    `content` is a Rehearsal where `rehearsing`. `recalled` and `links` are the gate's own and
    nobody else's.
    """

    tree: SourceTree
    recalled: Recalled
    links: Links
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
    def decision(self) -> Decision:
        """What was decided, which is the gate's own as well."""
        return self.recalled.decision

    @property
    def rehearsing(self) -> bool:
        """Whether what is withheld is in `content` as well, marked."""
        return isinstance(self.content, Rehearsal)


def judge(
    tree: SourceTree, as_of: datetime, *, rehearsing: bool, before: Verdict | None = None
) -> Verdict:
    """What `admit` or, with `rehearsing`, `rehearse` makes of `tree`, and what was decided.

    `as_of` is aware, or in the site's time zone. What was found `before` of stories that are the
    same, and whose voices are, is not looked for again.
    """
    as_of = in_zone(as_of, tree.settings.timezone)
    decision = decide(tree, as_of.date(), before.recalled.facts if before else facts_of)
    settings = tree.settings
    about = before.recalled.cautions_about if before else cautions_about
    cautions = {story.path: tuple(about(story, decision, settings)) for story in tree.stories}
    let = rehearsal if rehearsing else published_set
    return Verdict(
        tree=tree,
        recalled=Recalled(
            stories={story.path: story for story in tree.stories},
            decision=decision,
            settings=settings,
            cautions=cautions,
        ),
        links=links_of(tree),
        as_of=as_of,
        content=let(tree, decision, as_of),
        report=report(tree, decision, as_of.date(), chain.from_iterable(cautions.values())),
    )


def judge_again(verdict: Verdict, story: SourceStory) -> Verdict | None:
    """`verdict` with `story` in the place of the one at its path, or None where more may change.

    It is what `judge` would make of the tree with that story, at the same moment: the story
    has the outline that it had, so that nothing that was decided can be otherwise. The verdict
    itself comes back where the story is the same.
    """
    before = verdict.recalled.stories.get(story.path)
    if before == story:
        return verdict
    if before is None or story.path not in verdict.decision.facts:
        return None
    facts = facts_of(story, verdict.decision.families)
    if not _decides_alike(verdict, before, story, facts):
        return None
    stories = tuple(story if one is before else one for one in verdict.tree.stories)
    heard = replace(
        verdict,
        tree=replace(verdict.tree, stories=stories),
        recalled=verdict.recalled.with_story(story, facts),
        links=verdict.links.with_those_of(story),
    )
    return _shown(replace(heard, report=_report(verdict, before, heard, story)), story)


def _report(was: Verdict, before: SourceStory, now: Verdict, story: SourceStory) -> GateReport:
    """What is said `now`: other than it `was` of the one story alone.

    Warnings between stories are other where its lines have moved, or its files are others.
    """
    between = (before.positions, before.media) != (story.positions, story.media)
    return report_again(
        was.report, _said(was, before, between=between), _said(now, story, between=between)
    )


def _said(verdict: Verdict, story: SourceStory, *, between: bool) -> Iterator[Diagnostic]:
    yield from verdict.recalled.cautions[story.path]
    yield from said_of(story, verdict.tree, verdict.decision, verdict.as_of.date(), between=between)


def _decides_alike(verdict: Verdict, before: SourceStory, story: SourceStory, facts: Facts) -> bool:
    decision, links = verdict.decision, verdict.links
    day, required = verdict.as_of.date(), verdict.tree.settings.permission.words == "required"
    was = outline(before, decision.facts[story.path], decision, links, day=day, required=required)
    return outline(story, facts, decision, links, day=day, required=required) == was


def _shown(verdict: Verdict, source: SourceStory) -> Verdict:
    """`verdict` with what may be shown of `source` in the place of the story at its path."""
    decision, rehearsing = verdict.decision, verdict.rehearsing
    if not rehearsing and source.path in decision.stories:
        return verdict
    language = verdict.tree.settings.language
    story = Publisher(decision, verdict.as_of, language, rehearsing=rehearsing).story(source)
    content = replace(verdict.content, stories=_with(verdict.content.stories, story))
    return replace(verdict, content=content)


def _with(stories: tuple[Story, ...], story: Story) -> tuple[Story, ...]:
    """`stories` with `story` in the place of the one at its path."""
    place = next(number for number, one in enumerate(stories) if one.path == story.path)
    found = (*stories[:place], story, *stories[place + 1 :])
    return found if stories[place].date == story.date else in_story_order(found)
