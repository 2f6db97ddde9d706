"""Why advice is not followed in a story: a reason stands far away, so it names nobody.

Nobody looks for themselves in the statement on access, and no form has its words.
"""

from collections.abc import Collection, Iterator

from byleave.diagnostics import Diagnostic, error
from byleave.model.marks import mentioned_ids
from byleave.model.names import Names, SearchableText
from byleave.model.source import FrontMatter
from byleave.positions import Positions
from byleave.read.stories.passages import mark_names


def reason_faults(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    """The reasons that name somebody, by `{id}` or by the public name of a voice of the story."""
    for code, reason in front.allow.items():
        if _is_named(public_names(front), reason) or mentioned_ids(mark_names(reason)):
            yield _names_somebody(path, code, positions)


def reasons_about_others(
    front: FrontMatter, path: str, positions: Positions, others: Collection[str]
) -> Iterator[Diagnostic]:
    """The reasons that name one of `others`, whom the stories declare on which this one stands."""
    for code, reason in front.allow.items() if others else ():
        if _is_named(others, reason):
            yield _names_somebody(path, code, positions)


def public_names(front: FrontMatter) -> tuple[str, ...]:
    """What the voices of a story are called that are not anonymous."""
    voices = (front.voices or {}).values()
    return tuple(one.name for one in voices if one.identity != "anonymous")


def _is_named(names: Collection[str], reason: str) -> bool:
    return bool(Names({one: one for one in names}).within(SearchableText(mark_names(reason))))


def _names_somebody(path: str, code: str, positions: Positions) -> Diagnostic:
    do = "give the reason without a name: it says as much"
    at = positions.at("allow", code)
    return error(path, "allow-names", "a reason under `allow:` names somebody", do, at)
