"""Why advice is not followed in a story: a reason stands far away, so it names nobody.

Nobody looks for themselves in the statement on access, and no form has its words.
"""

from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, error
from byleave.model.marks import mentioned_ids
from byleave.model.names import Names, SearchableText
from byleave.model.source import FrontMatter
from byleave.positions import Positions
from byleave.read.stories.passages import mark_names


def reason_faults(front: FrontMatter, path: str, positions: Positions) -> Iterator[Diagnostic]:
    """The reasons that name somebody, by `{id}` or by the public name of a voice of the story."""
    if not front.allow:
        return
    voices = (front.voices or {}).items()
    names = Names({id_: one.name for id_, one in voices if one.identity != "anonymous"})
    for code, reason in front.allow.items():
        words = mark_names(reason)
        if mentioned_ids(words) or names.within(SearchableText(words)):
            at = positions.at("allow", code)
            do = "give the reason without a name: it says as much"
            yield error(path, "allow-names", "a reason under `allow:` names somebody", do, at)
