"""What an editor allowed with a reason: advice that is not told, and reasons that allow nothing."""

from collections.abc import Iterable, Iterator, Mapping

from byleave.diagnostics import Diagnostic, advice
from byleave.gate.findings.shown_advice import ASKED_FOR, Exceptions
from byleave.gate.rules.decision import Decision
from byleave.model.source import StoryFront, Tree
from byleave.positions import Position
from byleave.suggestions import nearest
from byleave.values import replace
from byleave.wording.kinds import ADVICE

_SETTINGS = "site_src/site.yaml"


def told_advice(
    tree: Tree[StoryFront],
    decision: Decision,
    found: Iterable[Diagnostic],
    standing: Exceptions,
) -> tuple[Diagnostic, ...]:
    """The advice that is to be told of that which was `found` in stories, and in `tree`.

    Of published stories, `standing` are the exceptions that allow something on their pages.
    """
    own = (
        replace(one, private=True) if one.path in decision.own_words else one for one in tree.advice
    )
    every = [*found, *own]
    by_story = {story.path: story.front.allow for story in tree.stories if story.front.allow}
    site = tree.settings.allow
    told = (
        one for one in every if one.code not in site and one.code not in by_story.get(one.path, {})
    )
    return (*told, *_idle(tree, decision, every, standing))


def _idle(
    tree: Tree[StoryFront], decision: Decision, found: list[Diagnostic], standing: Exceptions
) -> Iterator[Diagnostic]:
    """Exceptions that allow nothing.

    Where something is withheld, what they allow may be in that: then it is told in private.
    """
    pairs = {(one.path, one.code) for one in found}
    for story in tree.stories:
        hides = _hides(story.path, decision)
        if not story.front.allow:
            continue
        codes = {code for path, code in pairs if path == story.path} | {ASKED_FOR}
        codes = {*standing[story.path]} if story.path in standing else codes
        for one in _idle_ones(story.path, story.front.allow, codes):
            at = story.positions.at("allow", one.about)
            yield replace(_at(one, at), private=hides)
    hides = bool(decision.voices or decision.stories)
    codes = {code for _, code in pairs} | {ASKED_FOR}
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
