"""What a build need not do at all: where nothing has changed, an earlier one said it already."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from os.path import realpath
from typing import Any

from msgspec import Struct, to_builtins

from byleave.build.options import CACHE, BuildResult, Job
from byleave.cache import (
    Digest,
    Listing,
    Memo,
    clock_of,
    code_digest,
    digest,
    facts_of,
    listing,
    to_bytes,
)
from byleave.diagnostics import Diagnostic
from byleave.model.output import MARKER, WriteReport
from byleave.values import replace

# What of a site folder a build looks at.
_READ = ("site_src", "stories", "themes")


class _Known(Struct, frozen=True, kw_only=True):
    """What an earlier build left: its row, and the output folder, which is as it was left."""

    row: Mapping[str, Any]
    there: Listing

    def said(self, *, changed: tuple[str, ...] = ()) -> BuildResult:
        """What that build said, as if this one had written the files `changed` and no others."""
        files = (path for path in self.there.files if path != MARKER)
        unchanged = tuple(sorted(path for path in files if path not in changed))
        written = WriteReport(deleted=(), changed=changed, created=(), unchanged=unchanged)
        said = dict(self.row["said"])
        findings = tuple(Diagnostic(**one) for one in said.pop("diagnostics"))
        said |= {"details": (), "lapsing": tuple(said["lapsing"])}
        return BuildResult(diagnostics=findings, written=written, **said)


class Unchanged:
    """Whether a build would do what an earlier one did, and what that one said.

    A site is unchanged if its files, the output folder and the options are, by what the file
    system says of files and without reading any, and if no day or event has ended since. What is
    remembered says nothing of a file in which anything is withheld.
    """

    def __init__(self, memo: Memo, job: Job) -> None:
        """Look at the folder of the site as it is before anything in it is read."""
        self._memo, self._output = memo, job.output
        self._as_of = job.as_of.astimezone(UTC) if job.as_of.tzinfo else job.as_of
        chosen = replace(job.options, executor=None, thorough=False)
        folders = realpath(job.site), realpath(job.output)
        self.key = digest("site", code_digest(), *folders, to_bytes(chosen))
        self._read_key = digest("read", self.key)
        try:
            self._now = listing(job.site, _READ, clock_of(job.site / CACHE))
        except OSError:
            self._now = None
        self._known = self._recall() if self._now else None

    @property
    def files(self) -> frozenset[str]:
        """The paths of the files in the output folder, where it is as an earlier build left it."""
        return frozenset(self._known.there.files) if self._known else frozenset()

    def recalled(self) -> BuildResult | None:
        """What the earlier build said, if this one would do nothing else."""
        if self._known is None or self._now is None:
            return None
        same = self._known.row["read"] == self._now.digest.hex()
        return self._known.said() if same else None

    def edited(self) -> str | None:
        """The path of the only file of the site that is another one by now, if there is just one.

        Then the output folder is as it was left, and the day is one that the earlier build knew.
        """
        stored = self._memo.get(self._read_key, use=False) if self._known else None
        if stored is None or self._now is None:
            return None
        changed = self._now.changed_since(stored)
        return changed[0] if changed and len(changed) == 1 else None

    def with_page(self, page: str, *, written: bool) -> tuple[BuildResult, Mapping[Digest, bytes]]:
        """What is said, and remembered, where the edited file shows on the page at `page` alone.

        `written` says whether that page is another one by now. Raises ValueError where no file was
        edited (see `edited`), OSError where the page is gone again.
        """
        facts = facts_of(self._output / page)
        if self._known is None or self._now is None:
            raise ValueError("nothing is known of an earlier build")
        if facts is None:
            raise FileNotFoundError(page)
        there = Listing(facts={**self._known.there.facts, page: facts})
        known = {name: self._known.row[name] for name in ("from", "until", "said")}
        said = self._known.said(changed=(page,) if written else ())
        return said, self._entries(known, self._now, there)

    def remember(self, result: BuildResult, open_stories: frozenset[str], until: datetime) -> bool:
        """Remember what this build said, until the moment `until` at which more may change.

        False, and nothing is remembered, where it told of a story that is not among
        `open_stories`: those in which nothing is withheld. `until` is aware where the build was
        for an aware moment.
        """
        told = [one for one in result.diagnostics if not one.private]
        paths = {one.path for one in told} | {one.partition(": ")[0] for one in result.lapsing}
        closed = {path for path in paths if path.startswith("stories/")} - open_stories
        there = listing(self._output)
        if result.written is None or closed or self._now is None or there is None:
            return False
        said = {
            "published": result.published,
            "withheld": dict(result.withheld),
            "withheld_voices": result.withheld_voices,
            "lapsing": result.lapsing,
            "disputed": result.disputed,
            "unlisted": result.unlisted,
            "diagnostics": [to_builtins(one) for one in told],
        }
        known = {
            "from": self._as_of.isoformat(),
            "until": (until.astimezone(UTC) if until.tzinfo else until).isoformat(),
            "said": said,
        }
        for key, value in self._entries(known, self._now, there).items():
            self._memo.put(key, value)
        return True

    def _entries(
        self, known: Mapping[str, Any], read: Listing, there: Listing
    ) -> dict[Digest, bytes]:
        row = {**known, "read": read.digest.hex(), "written": there.digest.hex()}
        return {self.key: json.dumps(row).encode(), self._read_key: read.packed()}

    def _recall(self) -> _Known | None:
        """What the last build left, if it stands and nothing in the output folder is another."""
        stored = self._memo.get(self.key, use=False)
        row = json.loads(stored) if stored else None
        if row is None or not self._stands(row["from"], row["until"]):
            return None
        there = listing(self._output)
        if there is None or there.digest.hex() != row["written"]:
            return None
        return _Known(row=row, there=there)

    def _stands(self, since: str, until: str) -> bool:
        first, last = datetime.fromisoformat(since), datetime.fromisoformat(until)
        if bool(first.tzinfo) != bool(self._as_of.tzinfo):
            return False
        return first <= self._as_of < last
