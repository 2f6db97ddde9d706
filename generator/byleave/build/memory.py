"""What a build need not do again: pages that lie in the output folder as they have to be.

A page is known by a digest of all that it is made of: its view, what all pages share, the code,
and the guarded names that it was looked through for. What is remembered of it is what the file
system says of its file, and digests of the files that it links to.
"""

from collections.abc import Collection, Iterable, Mapping
from os.path import realpath
from pathlib import Path

from msgspec import Struct

from byleave.cache import FACTS_LENGTH, Digest, Memo, code_digest, digest, facts_of, to_bytes
from byleave.model.output import KeptFile
from byleave.model.site import View

# What the keys of pages begin with, so that they can be had all at once.
_PAGE = b"page"
_TARGET = 8  # bytes of the digest of a path: enough for what never leaves a site


class Memory(Struct, frozen=True, kw_only=True):
    """The pages that earlier builds made of one site, in the output folder at the path `place`.

    `shared` is all that every page is made of, and `known` what is remembered, by key. `targets`
    are the digests of all files that there will be, by path, and `there` these digests alone: a
    page that links to a file that will not be there is made and checked again. It holds no
    connection, so that any process may ask it.
    """

    place: str
    shared: Digest
    known: Mapping[Digest, bytes]
    targets: Mapping[str, bytes]
    there: frozenset[bytes]

    def key(self, path: str, view: View) -> Digest:
        """What the page at `path` is known by."""
        made = digest(self.place, self.shared, path, view.template, to_bytes(view))
        return _PAGE + made

    def kept(self, key: Digest, path: str) -> KeptFile | None:
        """The page at `path`, if it need not be made again."""
        known = self.known.get(key)
        if known is None or facts_of(f"{self.place}/{path}") != known[:FACTS_LENGTH]:
            return None
        if any(target not in self.there for target in _pieces(known[FACTS_LENGTH:])):
            return None
        return KeptFile(facts=known[:FACTS_LENGTH])

    def digests_of(self, linked: Iterable[str]) -> bytes:
        """What is remembered of the files that a page links to."""
        return b"".join(sorted(self.targets.get(path) or _target(path) for path in linked))

    def entry(self, key: Digest, path: str, targets: bytes) -> dict[Digest, bytes]:
        """What is remembered of a sound page that was written; nothing if it is gone.

        `targets` are the digests of what it links to.
        """
        facts = facts_of(f"{self.place}/{path}")
        return {key: facts + targets} if facts else {}


def memory_of(memo: Memo, output: Path, shared: Digest, there: Collection[str]) -> Memory:
    """What `memo` knows of the pages in `output`; `there` are the paths of all files to be."""
    targets = {path: _target(path) for path in there}
    return Memory(
        place=realpath(output),
        shared=shared,
        known=memo.all_with(_PAGE),
        targets=targets,
        there=frozenset(targets.values()),
    )


def shared_digest(*parts: object) -> Digest:
    """The digest of what all pages are made of, the code included."""
    return digest(code_digest(), *map(to_bytes, parts))


def _target(path: str) -> bytes:
    return digest(path)[:_TARGET]


def _pieces(targets: bytes) -> Iterable[bytes]:
    return (targets[at : at + _TARGET] for at in range(0, len(targets), _TARGET))
