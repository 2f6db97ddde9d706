"""What a build need not do again: pages that lie in the output folder as they have to be.

A page is known by a digest of all that it is made of: its view, what all pages share, the code,
and the guarded names that it was looked through for. What is remembered of it is what the file
system says of its file, and digests of the files that it links to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os.path import realpath
from pathlib import Path

from byleave.cache import Digest, Memo, code_digest, digest, facts_of, to_bytes
from byleave.model.output import KeptFile, PublishedOutput
from byleave.model.site import View

_FACTS = 32  # bytes
_TARGET = 8  # bytes of the digest of a path: enough for what never leaves a site


@dataclass(frozen=True, slots=True)
class Memory:
    """The pages that earlier builds made of one site, in one output folder.

    `shared` is all that every page is made of.
    """

    memo: Memo
    output: Path
    shared: Digest

    def kept(self, keys: Mapping[str, Digest], others: Iterable[str]) -> dict[str, KeptFile]:
        """The pages that need not be made again, by path.

        `keys` are all pages that there will be, `others` the paths of all other files: a page
        that links to a file that will not be there is made and checked again.
        """
        there = {_target(path) for path in (*keys, *others)}
        found: dict[str, KeptFile] = {}
        for path, key in keys.items():
            known = self.memo.get(key)
            if known is None or facts_of(self.output / path) != known[:_FACTS]:
                continue
            if all(target in there for target in _pieces(known[_FACTS:])):
                found[path] = KeptFile(facts=known[:_FACTS])
        return found

    def remember(
        self,
        keys: Mapping[str, Digest],
        output: PublishedOutput,
        targets: Mapping[str, frozenset[str]],
    ) -> None:
        """Remember the pages that were made, now that they are written.

        `targets` has, for each page with nothing wrong in it, the paths that it links to.
        """
        for file in output.files:
            if file.path in keys and file.path in targets:
                new = self.entry(keys[file.path], file.path, targets[file.path])
                for key, value in new.items():
                    self.memo.put(key, value)

    def entry(self, key: Digest, path: str, targets: frozenset[str]) -> dict[Digest, bytes]:
        """What is remembered of the page at `path`, which was written; nothing if it is gone."""
        facts = facts_of(self.output / path)
        return {key: facts + b"".join(sorted(map(_target, targets)))} if facts else {}

    def keys(self, views: Mapping[str, View]) -> dict[str, Digest]:
        """What each page is known by, by its path."""
        place = realpath(self.output)
        return {
            path: digest("page", place, self.shared, path, view.template, to_bytes(view))
            for path, view in views.items()
        }


def shared_digest(*parts: object) -> Digest:
    """The digest of what all pages are made of, the code included."""
    return digest(code_digest(), *map(to_bytes, parts))


def _target(path: str) -> bytes:
    return digest(path)[:_TARGET]


def _pieces(targets: bytes) -> Iterable[bytes]:
    return (targets[at : at + _TARGET] for at in range(0, len(targets), _TARGET))
