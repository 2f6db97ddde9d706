"""The group's files that show somebody who is withheld, for whatever reason."""

from collections.abc import Iterator

from byleave.gate.decision import Decision
from byleave.gate.words import Agreed, agreed_words, not_agreed_in
from byleave.model.source import SourceStory, SourceTree


def hidden_files(tree: SourceTree, decision: Decision, *, required: bool) -> frozenset[str]:
    """Their names; a file that a published story may show is not among them.

    Pages and stories that use such a file without a word about who is in it do not show it either.
    `required` says whether the site requires agreed words of everybody.
    """
    agreed = agreed_words(decision, required=required)
    hidden = {name for faulty in tree.faulty for name in faulty.group_files}
    shown: set[str] = set()
    for story in tree.stories:
        names = frozenset(name for name in story.front.media if name.startswith("/"))
        if names:
            gone = frozenset(_hides(story, names, decision, agreed))
            hidden |= gone
            shown |= names - gone if story.path not in decision.stories else frozenset()
    return frozenset(hidden - shown)


def _hides(
    story: SourceStory, names: frozenset[str], decision: Decision, agreed: Agreed
) -> Iterator[str]:
    """Those of the files `names` that show somebody withheld, by what `story` says of them.

    Of a story that stands on one that is not there, nobody can tell whom its ids mean. In one that
    is withheld, words are looked at as if they were shown: they say whether it is permitted.
    """
    facts = decision.facts.get(story.path)
    if facts is None:
        yield from (name for name in names if story.front.media[name].shows)
        return
    gone = frozenset(decision.voices)
    if story.path in decision.stories:
        gone |= not_agreed_in(story, decision, agreed)
    known = facts.family.known
    for name in names:
        shown = (known[id_] for id_ in story.front.media[name].shows or () if id_ in known)
        if not gone.isdisjoint(shown):
            yield name
