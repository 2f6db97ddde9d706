"""What a story file says of a record here alone counts in a copy of the story too (rule 1).

A copy is made by whoever duplicates a file, or keeps folders alike. Nothing but the words tells it:
its name may be any, and somebody leaves one of the two.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from msgspec import Struct

from byleave.gate.rules.families import Declared
from byleave.gate.rules.record_states import Standing, standing
from byleave.model.records import Note, record_key
from byleave.model.same_lines import Lines, is_copy
from byleave.model.source import FaultyStory, SourceStory, SourceTree
from byleave.values import replace

_Noted = Mapping[str, Mapping[str, frozenset[Note]]]


class _Text(Struct, frozen=True, kw_only=True):
    """What is compared of a file; of a faulty one the lines of all that stands in it.

    `names` are what readers call whoever has each record.
    """

    lines: Lines
    names: Mapping[str, frozenset[str]] = {}
    title: str = ""
    starts: str = ""
    whole: bool = True


def standing_in(tree: SourceTree, declared: tuple[Declared, ...]) -> Standing:
    """How all records of `tree` stand, in copies of stories too; `declared` is of its stories."""
    return with_copied_notes(standing(declared, tree.faulty, tree.records), tree)


def with_copied_notes(records: Standing, tree: SourceTree) -> Standing:
    """How the `records` of `tree` stand when what is noted for a story counts for its copies."""
    if not records.beside:
        return records
    found = dict(_found(_noted(records), tree, records))
    copied = frozenset(key for key, notes in found.items() if notes)
    if not copied:
        return records
    return replace(records, notes={**records.notes, **found}, copied=copied)


def _noted(records: Standing) -> _Noted:
    """For each record that is stopped in one story alone, in which, and how."""
    noted: dict[str, dict[str, frozenset[Note]]] = defaultdict(dict)
    for (path, key), notes in records.notes.items():
        noted[key][path] = notes
    return noted


def _found(
    noted: _Noted, tree: SourceTree, records: Standing
) -> Iterator[tuple[tuple[str, str], frozenset[Note]]]:
    texts: dict[str, _Text] = {}
    files: dict[str, SourceStory | FaultyStory] = {one.path: one for one in tree.faulty}
    files |= {one.path: one for one in tree.stories}

    def text(path: str) -> _Text:
        if path not in texts:
            texts[path] = _text(files[path])
        return texts[path]

    for path, key in records.beside:
        firsts = (first for first in noted[key] if first in files)
        alike = (first for first in firsts if _is_copied(text(path), text(first), key))
        notes = [noted[key][first] for first in alike]
        if notes:
            yield (path, key), frozenset[Note]().union(*notes)


def _text(file: SourceStory | FaultyStory) -> _Text:
    if isinstance(file, FaultyStory):
        return _Text(lines=file.lines, whole=False)
    title, event = file.front.title or "", file.front.event
    starts = f"{event.starts}" if event else ""
    return _Text(lines=file.lines, names=_names(file), title=title, starts=starts)


def _names(story: SourceStory) -> Mapping[str, frozenset[str]]:
    names: dict[str, frozenset[str]] = defaultdict(frozenset)
    for voice in (story.front.voices or {}).values():
        if voice.consent and voice.consent.record:
            names[record_key(voice.consent.record)] |= {voice.name.casefold()}
    return names


def _is_copied(text: _Text, first: _Text, key: str) -> bool:
    """Whether a text is a copy as far as one record goes.

    What happens each month has the same words, and other days; and who is not named in a story any
    more may have said yes to another in which they have no name.
    """
    if first.whole and first.starts != text.starts:
        return False
    if first.names.get(key) and text.names[key].isdisjoint(first.names[key]):
        return False
    return is_copy(text.lines, first.lines, text.title, whole=first.whole)
