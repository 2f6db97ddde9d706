"""A site as it would be, were there no fault in any file.

A voice is withheld where something would be shown that it has not agreed to, and two stories at one
address are. A fault in a file takes that file away, and what links to it, and the passages and
stories of those whose record it holds; so does a record that a file has lost. It must not let
anything come back with them: words and addresses are looked at as if nothing had gone for a fault.
"""

from collections.abc import Iterator

from byleave.gate.rules.copied_notes import standing_in
from byleave.gate.rules.families import declared_by
from byleave.gate.rules.record_states import Standing
from byleave.model.record_list import RecordList
from byleave.model.source import SourceTree
from byleave.values import replace


def without_faults(tree: SourceTree, records: Standing) -> Iterator[tuple[SourceTree, Standing]]:
    """`tree` without faulty files, but for versions as each way of reading them has them.

    With how the records stand there. Of what a faulty file or a faulty list says of records,
    nobody can tell what was meant. Nothing where nothing is at fault; `records` are those of the
    tree as it is.
    """
    listed = tree.records
    broken = bool(listed.unreadable or listed.merged)
    if not (tree.faulty or broken or records.lost):
        return
    faulty = tuple(replace(one, records=()) for one in tree.faulty if not one.meant)
    for way in range(max((1, *(len(one.meant) for one in tree.faulty)))):
        meant = (one.meant[min(way, len(one.meant) - 1)] for one in tree.faulty if one.meant)
        sound = replace(
            tree,
            stories=tuple(sorted((*tree.stories, *meant), key=lambda story: story.path)),
            faulty=faulty,
            records=RecordList() if broken else listed,
        )
        declared = tuple(map(declared_by, sound.stories))
        yield sound, replace(standing_in(sound, declared), lost={})
