"""What was read to what is withheld of it, decided anew only where it hangs on what was changed."""

from datetime import date

from byleave.cache import Recollection
from byleave.gate.remembered import voices_named_in
from byleave.gate.rules.agreed_words import unlike_words
from byleave.gate.rules.but_for_faults import without_faults
from byleave.gate.rules.copied_notes import with_copied_notes
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import Families, declared_by, families
from byleave.gate.rules.linked_stories import LinkedStories, link_targets
from byleave.gate.rules.outlines import Outline, Outlined, link_words, within_site
from byleave.gate.rules.record_states import Standing, standing
from byleave.gate.rules.same_files import copies
from byleave.gate.rules.who_is_withheld import Sound, decided
from byleave.model.source import SourceStory, SourceTree, Tree
from byleave.values import field_names


def decide(
    tree: SourceTree,
    day: date,
    known: Recollection | None = None,
    records: Standing | None = None,
) -> Decision:
    """Everything that is withheld from `tree` on `day`; what is `known` is not found out again.

    `records` is how the records stand, where `tree` itself is an assumption.
    """
    known = known or Recollection()
    site = _outlined(tree, known, {})
    records = records or _standing(tree, known)
    ways = tuple(without_faults(tree, records))
    outlines = {one.path: one for one in site.stories if one.facts is not None} if ways else {}
    sound = tuple(
        Sound(site=_outlined(one, known.apart(way), outlines), records=stand)
        for way, (one, stand) in enumerate(ways)
    )
    return known.once(decided, site, day, records, sound)


def _standing(tree: SourceTree, known: Recollection) -> Standing:
    declared = known.each(declared_by, tree.stories)
    return with_copied_notes(known.once(standing, declared, tree.faulty, tree.records), tree)


def _outlined(tree: SourceTree, known: Recollection, before: dict[str, Outline]) -> Outlined:
    """What is to be decided by; of the stories at the paths in `before` it is known already."""
    related = known.once(families, known.each(declared_by, tree.stories))
    required = tree.settings.permission.words == "required"
    new = tree.stories
    if before:
        new = tuple(story for story in new if story.path not in before)
    outlines = known.each(_outline, new, related, known, required=required)
    if before:
        by_path = before | {one.path: one for one in outlines}
        outlines = tuple(by_path[story.path] for story in tree.stories)
    faulty = tuple(map(link_targets, tree.faulty))
    linked = known.once(LinkedStories, (*known.each(link_targets, tree.stories), *faulty))
    around = {name: getattr(tree, name) for name in field_names(Tree) if name != "stories"}
    return Outlined(
        stories=outlines, families=related, linked=linked, copies=copies(tree), **around
    )


def _outline(
    story: SourceStory, related: Families, known: Recollection, *, required: bool
) -> Outline:
    """All but the words of `story`."""
    facts = voices_named_in(story, related, known) if story.path in related.by_path else None
    return Outline(
        path=story.path,
        address=story.address,
        front=story.front,
        facts=facts,
        links=tuple(link_words(link) for link in story.links if within_site(link)),
        passages=tuple(block.is_passage for block in story.blocks),
        unlike=tuple(unlike_words(story, facts, related, required=required)) if facts else (),
    )
