"""Which text of a file was shown, and which was there before: for “undo”, and for two at once.

It is in memory alone, and what was changed about permission is forgotten: nobody's leaving is
undone by a button.
"""

import hashlib
from collections import OrderedDict, defaultdict
from collections.abc import Iterable

_MOST_SHOWN, _MOST_BEFORE = 200, 50


def digest_of(text: str) -> str:
    """What a form keeps of the text that it was made of."""
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]


class Texts:
    """The texts that one desk has shown and written."""

    def __init__(self) -> None:
        """Begin with none."""
        self._shown: OrderedDict[str, str] = OrderedDict()
        self._before: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)

    def shown(self, text: str) -> str:
        """Note that `text` is shown; its digest."""
        digest = digest_of(text)
        self._shown[digest] = text
        self._shown.move_to_end(digest)
        while len(self._shown) > _MOST_SHOWN:
            self._shown.popitem(last=False)
        return digest

    def was(self, digest: str) -> str | None:
        """The text that was shown under this digest, if it is still known."""
        return self._shown.get(digest)

    def wrote(self, path: str, old: str, new: str) -> None:
        """Note that the file at `path` had `old` and has `new`."""
        steps = self._before[path]
        steps.append((old, digest_of(new)))
        del steps[:-_MOST_BEFORE]

    def before(self, path: str, now: str) -> str | None:
        """The text to go back to; None where there is none, or the file is not as it was left."""
        steps = self._before[path]
        return steps[-1][0] if steps and steps[-1][1] == digest_of(now) else None

    def went_back(self, path: str) -> None:
        """Note that the last change was taken back."""
        del self._before[path][-1:]

    def forget(self, paths: Iterable[str]) -> None:
        """Let nothing of what was done to these files be undone."""
        for path in paths:
            self._before.pop(path, None)
