"""What faulty versions may say of the voices of their originals, who are asked about it too.

A voice is withheld where something would be shown that it has not agreed to. A fault in the file
that shows it takes that file away, and must not let the voice come back elsewhere.
"""

from collections.abc import Callable

from byleave.gate.decision import Decision
from byleave.gate.families import VoiceKey
from byleave.gate.words import agreed_words, not_agreed
from byleave.model.source import SourceTree
from byleave.values import replace


def not_agreed_in_faulty(
    tree: SourceTree,
    decision: Decision,
    *,
    required: bool,
    decide: Callable[[SourceTree], Decision],
) -> frozenset[VoiceKey]:
    """The published voices of whom a version says what they have not agreed to, were it sound.

    In whichever way its file is read. `decide` says what is withheld of a tree, whatever the words.
    """
    most = max((len(story.meant) for story in tree.faulty), default=0)
    if not most or not agreed_words(decision, required=required):
        return frozenset()
    found = None
    for way in range(most):
        without = _without_faults(tree, way)
        here = not_agreed(without.stories, decide(without), required=required)
        found = here if found is None else found & here
        if not found:
            break
    published = decision.families.voices.keys() - decision.voices.keys()
    return (found or frozenset()) & published


def _without_faults(tree: SourceTree, way: int) -> SourceTree:
    """`tree` with its faulty versions as one way of reading them has them."""
    meant = [story.meant[min(way, len(story.meant) - 1)] for story in tree.faulty if story.meant]
    return replace(
        tree,
        stories=tuple(sorted((*tree.stories, *meant), key=lambda story: story.path)),
        faulty=tuple(story for story in tree.faulty if not story.meant),
    )
