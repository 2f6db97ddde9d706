"""What the gate tells its editors: how much is withheld and why, and what leads nowhere."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import chain

from msgspec import Struct

from byleave.cache import Recollection
from byleave.diagnostics import Diagnostic, error, warning
from byleave.gate.findings.cautions import cautions_between, places_alike
from byleave.gate.findings.cautions.easy_read import versions_behind
from byleave.gate.findings.days import odd_days
from byleave.gate.findings.exceptions import allowing_some, told_advice
from byleave.gate.findings.moved_addresses import moved
from byleave.gate.findings.own_words import own_words_findings
from byleave.gate.findings.records import disputed, record_findings
from byleave.gate.findings.settings import hidden_file_findings, settings_findings
from byleave.gate.findings.shown_advice import Exceptions
from byleave.gate.rules.circles import in_circles
from byleave.gate.rules.decision import AddressClash, Decision
from byleave.model.addresses import addresses_meant, page_address
from byleave.model.source import SourceStory, SourceTree, StoryFront, Tree
from byleave.model.terms import LAPSING_DAYS
from byleave.positions import START, Position
from byleave.values import field_names, replace


class GateReport(Struct, frozen=True, kw_only=True):
    """Counts for everybody, details for those who ask.

    `withheld` counts stories by reason: error, draft, future, permission, follows.
    `voices` counts the voices that are withheld in stories that are published.
    `disputed` counts the records that are stopped in one place and permitted in another, `unlisted`
    those that are in stories and not in the list of records.
    `open` are the paths of published stories in which nothing is withheld.
    `details` are lines that name paths and ids: for --verbose alone. So are those of `lapsing`,
    one for each published voice whose permission ends within LAPSING_DAYS. `advice` is what may be
    told of how texts are written, without what an editor allowed.
    """

    published: int
    withheld: Mapping[str, int]
    voices: int
    open: frozenset[str]
    details: tuple[str, ...]
    lapsing: tuple[str, ...]
    disputed: int
    unlisted: int
    findings: tuple[Diagnostic, ...]
    advice: tuple[Diagnostic, ...] = ()


def report(
    tree: SourceTree,
    decision: Decision,
    day: date,
    known: Recollection,
    cautions: Iterable[Diagnostic],
    standing: Exceptions,
) -> GateReport:
    """What is to be said of `decision`, which was made for `day`, unless it is `known` already.

    `cautions` are the warnings that stories give rise to by themselves, and the advice; `standing`
    are the exceptions that allow something on a page.
    """
    cautions = tuple(cautions)
    warnings = (one for one in cautions if one.severity != "advice")
    advice = (one for one in cautions if one.severity == "advice")
    fronts = _without_bodies(tree, known.each(_front, tree.stories))
    said = known.once(_said, fronts, decision, day)
    allowing = known.once(allowing_some, fronts.stories)
    about = known.each(_about, tree.stories, decision, day, tree.settings.timezone)
    return replace(
        said,
        findings=(
            *warnings,
            *said.findings,
            *versions_behind(tree, decision, known),
            *chain.from_iterable(about),
        ),
        advice=(*told_advice(fronts, allowing, decision, advice, standing), *said.advice),
    )


def _without_bodies(tree: SourceTree, fronts: tuple[StoryFront, ...]) -> Tree[StoryFront]:
    around = {name: getattr(tree, name) for name in field_names(Tree) if name != "stories"}
    return Tree(stories=fronts, **around)


def _front(story: StoryFront) -> StoryFront:
    """A story without its body."""
    return StoryFront(**{name: getattr(story, name) for name in field_names(StoryFront)})


def _said(tree: Tree[StoryFront], decision: Decision, day: date) -> GateReport:
    """All that hangs on no body."""
    published = [story for story in tree.stories if story.path not in decision.stories]
    paths = {story.path for story in published}
    voices = [key for key in decision.voices if key[0] in paths]
    return GateReport(
        published=len(published),
        withheld=dict(sorted(Counter(decision.stories.values()).items())),
        voices=len(voices),
        open=frozenset(story.path for story in published if _is_open(story, decision)),
        details=tuple(sorted(_details(decision))),
        lapsing=tuple(line for story in published for line in _lapsing(story, decision, day)),
        disputed=disputed(tree, decision),
        unlisted=len(decision.standing.unlisted),
        findings=tuple(_findings(tree, decision)),
        advice=tuple(places_alike(tree, decision)),
    )


def _is_open(story: StoryFront, decision: Decision) -> bool:
    family = decision.facts[story.path].family
    return not decision.gone(story.path) and decision.voices.keys().isdisjoint(family.scope)


def _between(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """What is said at lines of stories because of what others say."""
    yield from _addresses(tree, decision)
    yield from _circles(tree, decision)
    yield from moved(tree, decision)
    yield from cautions_between(tree, decision)
    yield from record_findings(tree, decision)


def _details(decision: Decision) -> Iterator[str]:
    for path, reason in decision.stories.items():
        yield f"{path}: withheld ({reason})"
    for (path, id_), reason in decision.voices.items():
        yield f"{path}: voice {id_} withheld ({reason})"


def _findings(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    yield from _between(tree, decision)
    for path in decision.own_words:
        message = "a link in this text tells of something that is not published"
        do = "choose other words for the link, or take it out"
        yield replace(warning(path, "telling-link", message, do), private=True)
    yield from settings_findings(tree, decision)
    yield from hidden_file_findings(decision)
    yield from own_words_findings(tree, decision)


def _about(story: SourceStory, decision: Decision, day: date, zone: str) -> tuple[Diagnostic, ...]:
    """What is said at lines of one story."""
    days = odd_days(story, day, zone) if story.path not in decision.stories else ()
    return (*_references(story, decision, day), *days)


def _addresses(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """Addresses that two files claim: each is told of the other."""
    stories = {story.path: story for story in tree.stories}
    for one in decision.address_twice:
        do = "rename one of the two files, or take the alias out"
        message = f"{one.other} has the same address"
        at = _claimed_at(one, stories.get(one.path))
        yield error(one.path, "address-twice", message, do, at)
    for one in decision.giving_way:
        do = "take one of the two out"
        other = one.other or "Byleave's own"
        message = f"on many disks this old address is the same as one of {other}"
        at = _claimed_at(one, stories.get(one.path))
        yield warning(one.path, "alias-alike", message, do, at)


def _circles(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """Events that would be parts of themselves, and reports that would be of themselves."""
    published = [story for story in tree.stories if story.path not in decision.stories]
    for key, said in (
        ("part_of", "this event would be part of itself, so pages do not say of what it is part"),
        ("report_of", "this would be a report of itself, so pages do not say of what it is one"),
    ):
        circled = in_circles((story.path, getattr(story.front, key)) for story in published)
        for story in published:
            if story.path in circled:
                do = "name the whole event, or take the key out: a whole is part of nothing"
                yield warning(story.path, "reference-circle", said, do, story.positions.at(key))


def _claimed_at(claim: AddressClash, story: StoryFront | None) -> Position:
    """Where an alias stands; an address of its own a file has by its name."""
    if story is None or claim.address not in story.front.aliases:
        return START
    return story.positions.at("aliases", story.front.aliases.index(claim.address))


def _references(story: SourceStory, decision: Decision, day: date) -> Iterator[Diagnostic]:
    """What the front matter of one story names that is not there, or not any more."""
    if other := decision.by_error_of(story.path):
        yield _taken_along(story, other, decision)
    elif decision.stories.get(story.path) == "follows":
        yield from _leads_nowhere(story, decision)
    elif story.path not in decision.stories:
        yield from _loose(story, decision)
        yield from _overdue(story, decision, day)


def _taken_along(story: SourceStory, other: str, decision: Decision) -> Diagnostic:
    """That a story is withheld because of an error in the file at `other`, and by what it hangs.

    It is told of as an error is, since it would be published without that one.
    """
    before = decision.because[story.path]
    keys = ("translation_of", "easy_read_of", "in_reply_to", "responds_to")
    key = next((one for one in keys if getattr(story.front, one) == before), None)
    at = story.positions.at(key) if key else _link_to(story, before)
    why = "it stands on it" if key else "it links there by its title"
    if before != other:
        why += f", by {before}"
    message = f"this story is withheld because of an error in {other}: {why}"
    return warning(story.path, "taken-along", message, f"mend the error in {other}", at)


def _link_to(story: SourceStory, path: str) -> Position:
    """Where `story` links to the story at `path`, by its path or its address."""
    meant = {path, *addresses_meant(path)}
    found = (one for one in story.links if one.target in meant or page_address(one.target) in meant)
    link = next(found, None)
    return link.position if link else START


def _leads_nowhere(story: StoryFront, decision: Decision) -> Iterator[Diagnostic]:
    """A withheld story and one that never was are told of in the same words."""
    for key in ("translation_of", "easy_read_of", "in_reply_to", "responds_to"):
        path = getattr(story.front, key)
        if path and (path in decision.stories or path not in decision.facts):
            at = story.positions.at(key)
            message = "the story that this one stands on is not published"
            do = "correct the path, or wait until that story is published"
            yield replace(warning(story.path, "reference", message, do, at), private=True)


def _loose(story: StoryFront, decision: Decision) -> Iterator[Diagnostic]:
    for key in ("report_of", "part_of"):
        path = getattr(story.front, key)
        if path and (path in decision.stories or path not in decision.facts):
            at = story.positions.at(key)
            do = "correct the path, or take the key out"
            yield warning(story.path, "reference", "this leads to no published story", do, at)


def _overdue(story: StoryFront, decision: Decision, day: date) -> Iterator[Diagnostic]:
    """Whom the group promised to ask again by now; only those who are published today."""
    for id_, voice in (story.front.voices or {}).items():
        review = voice.consent.review if voice.consent else None
        if review and review <= day and (story.path, id_) not in decision.voices:
            at = story.positions.at("voices", id_, "consent", "review")
            message = "the day to ask this voice again has come"
            do = "ask again, then record the answer and a new `review:`"
            yield warning(story.path, "review-due", message, do, at)


def _lapsing(story: StoryFront, decision: Decision, day: date) -> Iterator[str]:
    """Whose permission ends soon; only those who are published today."""
    for id_, voice in (story.front.voices or {}).items():
        until = voice.consent.until if voice.consent else None
        soon = until is not None and until <= day + timedelta(days=LAPSING_DAYS)
        if soon and (story.path, id_) not in decision.voices:
            yield f"{story.path}: the permission of voice {id_} ends on {until}"
