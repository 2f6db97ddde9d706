"""What one door of the gate lets through, what is said of the rest, and until when that stands."""

from datetime import datetime, time, timedelta
from itertools import chain

from msgspec import Struct

from byleave.cache import Recollection
from byleave.gate.clock import in_zone
from byleave.gate.decided_anew import decide
from byleave.gate.doors.publish import end_of
from byleave.gate.doors.published_set import published_set
from byleave.gate.doors.rehearse import rehearsal
from byleave.gate.findings.report import GateReport, report
from byleave.gate.findings.shown_advice import standing_exceptions
from byleave.gate.remembered import cautions_in, manner_of
from byleave.gate.rules.decision import Decision
from byleave.model.published import PublishedSet, Rehearsal
from byleave.model.source import SourceTree
from byleave.values import replace


class Verdict(Struct, frozen=True, kw_only=True):
    """What passed one door at `as_of`, and what is said of the rest.

    `content` is a Rehearsal where `rehearsing`. The `decision` is the gate's own.
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


def judge(
    tree: SourceTree,
    as_of: datetime,
    *,
    rehearsing: bool,
    known: Recollection | None = None,
    hurried: bool = False,
) -> Verdict:
    """What `admit` or, with `rehearsing`, `rehearse` makes of `tree`, and what was decided.

    `as_of` is aware, or in the site's time zone. What is `known` is not found out again. With
    `hurried`, only what decides is found out: what the words of stories give rise to is not in the
    report yet, nor any advice. See `look_through`.
    """
    known = known or Recollection()
    as_of = in_zone(as_of, tree.settings.timezone)
    decision = decide(tree, as_of.date(), known)
    manner = known.once(manner_of, tree.settings, tree.words, tree.glossary)
    standing = standing_exceptions(tree, decision, as_of, manner)
    cautions = () if hurried else known.each(cautions_in, tree.stories, decision, manner, known)
    said = report(tree, decision, as_of.date(), known, chain.from_iterable(cautions), standing)
    return Verdict(
        tree=tree,
        decision=decision,
        as_of=as_of,
        content=rehearsal(tree, decision, as_of, known)
        if rehearsing
        else published_set(tree, decision, as_of, known, standing),
        # Whether an exception allows nothing hangs on all advice.
        report=replace(said, advice=()) if hurried else said,
    )


def look_through(verdict: Verdict, numbers: range, known: Recollection) -> None:
    """Find out what the words of the stories of these `numbers` give rise to, so that it is known.

    Where all stories were looked through, to `judge` without hurry is only to combine.
    """
    tree = verdict.tree
    manner = known.once(manner_of, tree.settings, tree.words, tree.glossary)
    for story in tree.stories[numbers.start : numbers.stop]:
        cautions_in(story, verdict.decision, manner, known)


def stands_until(published: PublishedSet, as_of: datetime) -> datetime:
    """The first moment at which `published` may be another set than at `as_of`.

    Both are naive, in the site's time zone. Permissions and stories begin and end with days, so
    it is never later than midnight: no later day has to be known for it, nor kept anywhere.
    """
    midnight = datetime.combine(as_of.date() + timedelta(days=1), time.min)
    ends = (end_of(story.event) for story in published.stories if story.event and not story.past)
    return min((midnight, *(end for end in ends if end >= as_of)))
