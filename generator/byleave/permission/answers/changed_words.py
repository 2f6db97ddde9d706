"""Which words of a voice are not those that it agreed to, and what they were, where git knows."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from byleave.model.fingerprints import in_agreement
from byleave.model.register import RegisterEntry, ShownWords
from byleave.permission.answers.differences import likeness
from byleave.permission.answers.history import versions
from byleave.pipeline.for_permission_tools import words_of

# Below this, two passages are two and not one that was changed; of other kinds there is one.
_SAME_PASSAGE = 0.3
_MANY = frozenset({"passage", "file", "voice", "line"})


class ChangedWords(Struct, frozen=True, kw_only=True):
    """Words of today that were not agreed to, and those agreed to that stood in their place.

    `agreed` is None where they are all new, or where it cannot be known: then `is_known` is false.
    """

    today: ShownWords
    agreed: ShownWords | None
    is_known: bool


def changed_words(site: Path, entry: RegisterEntry) -> tuple[ChangedWords, ...]:
    """What of `entry` is shown today without agreement, beside what was agreed to.

    Looks through the versions of each file that git has. Nothing, where no words were agreed to.
    """
    agreed = entry.agreed or frozenset()
    return changes_since(site, entry.shown, agreed)


def changes_since(
    site: Path, shown: Iterable[ShownWords], agreed: frozenset[str]
) -> tuple[ChangedWords, ...]:
    """The same of what is `shown` today, beside words with the fingerprints `agreed`."""
    today = tuple(shown)
    new = [words for words in today if not words.is_agreed(agreed)]
    if not new:
        return ()
    missing = agreed - {in_agreement(words.fingerprint, agreed) for words in today}
    found = _found(site, dict.fromkeys(words.story for words in today), missing)
    is_known = bool(agreed) and len(missing) == len(found)
    return tuple(_paired(new, found, is_known=is_known))


def _found(site: Path, paths: dict[str, None], missing: frozenset[str]) -> list[ShownWords]:
    """The newest of the words with the fingerprints `missing` in the versions of some files."""
    found: dict[str, ShownWords] = {}
    for path in paths:
        for version in versions(site, path):
            if missing <= found.keys():
                break
            for words in words_of(version, path):
                if listed := in_agreement(words.fingerprint, missing):
                    found.setdefault(listed, words)
    return list(found.values())


def _paired(
    new: list[ShownWords], found: list[ShownWords], *, is_known: bool
) -> Iterator[ChangedWords]:
    for today in new:
        candidates = [one for one in found if (one.kind, one.story) == (today.kind, today.story)]
        near = max(candidates, key=lambda one: likeness(one.text, today.text), default=None)
        if near and today.kind in _MANY and likeness(near.text, today.text) < _SAME_PASSAGE:
            near = None
        if near:
            found.remove(near)
        yield ChangedWords(today=today, agreed=near, is_known=is_known or near is not None)
