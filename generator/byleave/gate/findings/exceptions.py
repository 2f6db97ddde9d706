"""What an editor allowed with a reason: advice that is not told, and reasons that allow nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from byleave.diagnostics import Diagnostic, advice
from byleave.gate.findings.shown_advice import ASKED_FOR, Exceptions
from byleave.gate.rules.decision import Decision
from byleave.model.source import StoryFront, Tree
from byleave.positions import Position
from byleave.suggestions import nearest
from byleave.values import replace
from byleave.wording.kinds import ADVICE

_SETTINGS = "site_src/site.yaml"


def allowing_some(stories: tuple[StoryFront, ...]) -> tuple[StoryFront, ...]:
    """Those of `stories` in which an editor allowed something."""
    return tuple(story for story in stories if story.front.allow)


def told_advice(
    tree: Tree[StoryFront],
    allowing: Collection[StoryFront],
    decision: Decision,
    found: Iterable[Diagnostic],
    standing: Exceptions,
) -> tuple[Diagnostic, ...]:
    """The advice that is to be told of that which was `found` in stories, and in `tree`.

    `allowing` are the stories in which something is allowed. Of those that are published,
    `standing` are the exceptions that allow something on their pages.
    """
    own = (
        replace(one, private=True) if one.path in decision.own_words else one for one in tree.advice
    )
    every = [*found, *own]
    by_story = {story.path: story.front.allow for story in allowing}
    site = tree.settings.allow
    told = (
        one for one in every if one.code not in site and one.code not in by_story.get(one.path, ())
    )
    codes = {path: {*standing[path]} if path in standing else {ASKED_FOR} for path in by_story}
    for one in every:
        if one.path in by_story and one.path not in standing:
            codes[one.path].add(one.code)
    whole = {ASKED_FOR, *(one.code for one in every)}
    return (*told, *_idle(allowing, decision, codes), *_idle_of_site(tree, decision, whole))


def _idle(
    allowing: Iterable[StoryFront], decision: Decision, codes: Mapping[str, set[str]]
) -> Iterator[Diagnostic]:
    """Exceptions in stories that allow none of the `codes` found in each.

    Where something is withheld, what they allow may be in that: then it is told in private.
    """
    for story in allowing:
        for one in _idle_ones(story.path, story.front.allow, codes[story.path]):
            at = story.positions.at("allow", one.about)
            yield replace(_at(one, at), private=_hides(story.path, decision))


def _idle_of_site(
    tree: Tree[StoryFront], decision: Decision, codes: set[str]
) -> Iterator[Diagnostic]:
    """The same of those in the settings."""
    hides = bool(decision.voices or decision.stories)
    for one in _idle_ones(_SETTINGS, tree.settings.allow, codes):
        yield replace(_at(one, tree.places.at("allow", one.about)), private=hides)


def _hides(path: str, decision: Decision) -> bool:
    if path in decision.stories or decision.gone(path):
        return True
    facts = decision.facts.get(path)
    return facts is not None and any(key in decision.voices for key in facts.family.scope)


def _idle_ones(path: str, allow: Mapping[str, str], found: set[str]) -> Iterator[Diagnostic]:
    for code in allow:
        if code in found:
            continue
        near = "" if code in ADVICE else nearest(code, ADVICE, likeness=0.7)
        do = f"did you mean {near}?" if near else "take it out, with its reason"
        message = "this exception allows nothing: there is no such advice here"
        yield advice(path, "allows-nothing", message, do, about=code)


def _at(one: Diagnostic, at: Position) -> Diagnostic:
    return replace(one, line=at.line, column=at.column)
