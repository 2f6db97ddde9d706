"""What a build need not do again: pages that lie in the output folder as they have to be.

A page is known by a digest of all that it is made of but the settings: its view, what all pages
share, the code, and the guarded names that it was looked through for. Where all that a view is made
of is as it was, the page is known without it. What is remembered of a page is which settings it
uses and a digest of these, what the file system says of its file, a digest of what is in the file,
and digests of the files that it links to.
"""

import struct
from collections.abc import Collection, Iterable, Iterator, Mapping
from os.path import realpath
from pathlib import Path

from msgspec import Struct

from byleave.cache import (
    LENGTH,
    Digest,
    Memo,
    code_digest,
    digest,
    facts_of,
    from_bytes,
    to_bytes,
)
from byleave.model.settings import Settings
from byleave.model.site import View
from byleave.values import replace

# What the keys of pages begin with, so that they can be had all at once.
_PAGE = b"page"
# The key of what pages are known by without their views: a digest of what a view is made of, and
# the digest of the page, one after the other.
_SEEN = b"seen"
_SEEN_AND_KEY = struct.Struct(f"{LENGTH}s{LENGTH}s")
_TARGET = 8  # bytes of the digest of a path: enough for what never leaves a site
_EACH_TARGET = struct.Struct(f"{_TARGET}s").iter_unpack


class KeptPage(Struct, frozen=True, kw_only=True, array_like=True):
    """What is remembered of a sound page.

    `used` are the names of the settings that it uses, `settings` is a digest of them; `targets` are
    the digests of what it links to, one after the other.
    """

    facts: bytes
    content: Digest
    used: tuple[str, ...]
    settings: Digest
    targets: bytes


class KeptPages:
    """The pages that earlier builds made of one site, in the folder `output`.

    `shared` is all that every page is made of but the settings, and `known` what is remembered, by
    key; `keys` are the keys of pages by what their views were made of. `there` are the paths of all
    files that there will be: a page that links to a file that will not be there is made and checked
    again. `facts` are those of the files in `output` before any was touched: a page that lies there
    otherwise by now is not kept when the site is written. It holds no connection, so that any
    process may ask it.
    """

    def __init__(
        self,
        known: Mapping[Digest, bytes],
        keys: Mapping[Digest, Digest],
        output: Path,
        shared: Digest,
        settings: Settings,
        there: Collection[str],
        facts: Mapping[str, bytes],
    ) -> None:
        """Keep what the pages are compared with."""
        self.known = known
        self._keys = keys
        self._output = str(output)
        self._facts = facts
        self._shared = shared
        self._settings = settings
        self._of_settings: dict[tuple[str, ...], Digest] = {}
        self._targets = {path: _target(path) for path in there}
        self._there = frozenset((target,) for target in self._targets.values())

    def seen(self, path: str, seen: Digest) -> Digest:
        """What stands for all that the page at `path` is made of, `seen` being that of its view."""
        return digest(self._shared, path, seen) if seen else b""

    def key_of(self, seen: Digest) -> Digest | None:
        """What a page is known by of which what `seen` tells is the same as in an earlier build."""
        return self._keys.get(seen)

    def key(self, path: str, view: View) -> Digest:
        """What the page at `path` is known by."""
        return _PAGE + digest(self._shared, path, view.template, to_bytes(view))

    def key_of_parts(self, path: str, parts: Digest) -> Digest:
        """The same where `parts` stands for all that its view is made of."""
        return _PAGE + digest(self._shared, path, parts)

    def kept(self, key: Digest, path: str) -> KeptPage | None:
        """What is remembered of the page at `path`, if it need not be made again."""
        row = self.known.get(key)
        page = from_bytes(row, KeptPage) if row else None
        if page is None or self._digest_of(page.used) != page.settings:
            return None
        if not self._there.issuperset(_EACH_TARGET(page.targets)):
            return None
        facts = self._facts.get(path)
        if facts == page.facts:
            return page
        # In another copy of the folder, files have other times and numbers.
        same = facts is not None and _content_of(f"{self._output}/{path}") == page.content
        return replace(page, facts=facts) if same else None

    def made(self, content: bytes, used: tuple[str, ...], linked: Iterable[str]) -> KeptPage:
        """What is to be remembered of a page, but for the facts that its file will have.

        `used` are the names of the settings that it uses, `linked` the paths of what it links to.
        """
        targets = (self._targets.get(path) or _target(path) for path in linked)
        return KeptPage(
            facts=b"",
            content=digest(content),
            used=used,
            settings=self._digest_of(used),
            targets=b"".join(sorted(targets)),
        )

    def remember(self, memo: Memo, key: Digest, path: str, page: KeptPage) -> None:
        """Remember a sound page in `memo`; nothing of one that was not written, or is gone."""
        facts = page.facts or facts_of(f"{self._output}/{path}")
        row = to_bytes(replace(page, facts=facts)) if facts else b""
        if row and row == self.known.get(key):
            memo.use([key])
        elif row:
            memo.put(key, row)

    def remember_seen(self, memo: Memo, pages: Iterable[tuple[Digest, Digest]]) -> None:
        """Remember the keys of `pages` by what their views are made of, where that is known."""
        pairs = sorted((seen, key.removeprefix(_PAGE)) for seen, key in pages if seen)
        memo.put(_SEEN, b"".join(_SEEN_AND_KEY.pack(*pair) for pair in pairs))

    def _digest_of(self, used: tuple[str, ...]) -> Digest:
        if used not in self._of_settings:
            values = [to_bytes(getattr(self._settings, name, None)) for name in used]
            self._of_settings[used] = digest(*used, *values)
        return self._of_settings[used]


def memory_of(
    memo: Memo,
    output: Path,
    shared: Digest,
    settings: Settings,
    there: Collection[str],
    facts: Mapping[str, bytes],
) -> KeptPages:
    """What `memo` knows of the pages in `output`; see `KeptPages` for the others."""
    keys = {seen: _PAGE + key for seen, key in _pairs(memo.get(_SEEN, use=False) or b"")}
    known, folder = memo.all_with(_PAGE), Path(realpath(output))
    return KeptPages(known, keys, folder, shared, settings, there, facts)


def shared_digest(*parts: object) -> Digest:
    """The digest of what all pages are made of, the code included."""
    return digest(code_digest(), *map(to_bytes, parts))


def _pairs(row: bytes) -> Iterator[tuple[Digest, Digest]]:
    # One that was cut short says nothing.
    return _SEEN_AND_KEY.iter_unpack(row) if len(row) % _SEEN_AND_KEY.size == 0 else iter(())


def _content_of(file: str) -> Digest | None:
    try:
        return digest(Path(file).read_bytes())
    except OSError:
        return None


def _target(path: str) -> bytes:
    return digest(path)[:_TARGET]
