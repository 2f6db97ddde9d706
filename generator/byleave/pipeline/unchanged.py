"""What a build need not do at all: where nothing has changed, an earlier one said it already."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from os.path import realpath
from typing import Any

from msgspec import Struct, convert, to_builtins

from byleave.cache import (
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
from byleave.model.site_folder import FOLDERS
from byleave.pipeline.options import CACHE, BuildJob, BuildResult
from byleave.values import replace

# What of a site folder a build looks at.


class _EarlierBuild(Struct, frozen=True, kw_only=True):
    """What an earlier build left: its row, and the output folder, which is as it was left."""

    row: Mapping[str, Any]
    there: Listing

    def said(self) -> BuildResult:
        """What that build said, as if this one had looked at each file and written none."""
        unchanged = tuple(sorted(path for path in self.there.files if path != MARKER))
        written = WriteReport(deleted=(), changed=(), created=(), unchanged=unchanged)
        said = dict(self.row["said"])
        findings = convert(said.pop("diagnostics"), tuple[Diagnostic, ...])
        said |= {"details": (), "lapsing": tuple(said["lapsing"])}
        return BuildResult(diagnostics=findings, written=written, **said)


class Unchanged:
    """Whether a build would do what an earlier one did, and what that one said.

    A site is unchanged if its files, the output folder and the options are, by what the file
    system says of files and without reading any, and if no day or event has ended since. What is
    remembered says nothing of a file in which anything is withheld.
    """

    def __init__(self, memo: Memo, job: BuildJob) -> None:
        """Look at the folder of the site as it is before anything in it is read."""
        self._memo, self._output = memo, job.output
        self._as_of = job.as_of.astimezone(UTC) if job.as_of.tzinfo else job.as_of
        chosen = replace(job.options, executor=None, thorough=False)
        folders = realpath(job.site), realpath(job.output)
        self.key = digest("site", code_digest(), *folders, to_bytes(chosen))
        try:
            self._now = listing(job.site, FOLDERS, clock_of(job.site / CACHE))
        except OSError:
            self._now = None
        self._there = listing(self._output)
        self._known = self._recall() if self._now else None

    @property
    def facts(self) -> Mapping[str, bytes]:
        """The facts of the files of the site by path; none where they are not to be relied on."""
        return self._now.facts if self._now else {}

    @property
    def facts_written(self) -> Mapping[str, bytes]:
        """The facts of what lay in the output folder before anything in it was touched, by path."""
        return self._there.facts if self._there else {}

    @property
    def output_is_as_left(self) -> bool:
        """Whether all that lies in the output folder is as the last build left it."""
        return self._known is not None

    def recalled(self) -> BuildResult | None:
        """What the earlier build said, if this one would do nothing else."""
        if self._known is None or self._now is None:
            return None
        same = self._known.row["read"] == self._now.digest.hex()
        return self._known.said() if same else None

    def remember(self, result: BuildResult, open_stories: frozenset[str], until: datetime) -> None:
        """Remember what this build said, until the moment `until` at which more may change.

        Nothing is remembered where it told of a story that is not among `open_stories`: those in
        which nothing is withheld. `until` is aware where the build was for an aware moment.
        """
        told = [one for one in result.diagnostics if not one.private]
        paths = {one.path for one in told} | {one.partition(": ")[0] for one in result.lapsing}
        closed = {path for path in paths if path.startswith("stories/")} - open_stories
        there = self._left(result.written) if result.written else None
        if closed or self._now is None or there is None:
            return
        said = {
            "published": result.published,
            "withheld": dict(result.withheld),
            "withheld_voices": result.withheld_voices,
            "lapsing": result.lapsing,
            "disputed": result.disputed,
            "unlisted": result.unlisted,
            "advised": result.advised,
            "diagnostics": [to_builtins(one) for one in told],
        }
        row = {
            "from": self._as_of.isoformat(),
            "until": (until.astimezone(UTC) if until.tzinfo else until).isoformat(),
            "said": said,
            "read": self._now.digest.hex(),
            "written": there.digest.hex(),
        }
        self._memo.put(self.key, json.dumps(row).encode())

    def _left(self, written: WriteReport) -> Listing | None:
        """What lies in the output folder now. What was not written has the facts that it had.

        So whatever somebody else did to it meanwhile is seen the next time.
        """
        if self._there is None:
            return None
        facts = {
            path: facts_of(f"{self._output}/{path}")
            for path in (MARKER, *written.changed, *written.created)
        }
        new = {path: found for path, found in facts.items() if found}
        return self._there.changed(written.deleted, new) if len(new) == len(facts) else None

    def _recall(self) -> _EarlierBuild | None:
        """What the last build left, if it stands and nothing in the output folder is another."""
        stored = self._memo.get(self.key, use=False)
        row = json.loads(stored) if stored else None
        if row is None or not self._stands(row["from"], row["until"]):
            return None
        if self._there is None or self._there.digest.hex() != row["written"]:
            return None
        return _EarlierBuild(row=row, there=self._there)

    def _stands(self, since: str, until: str) -> bool:
        first, last = datetime.fromisoformat(since), datetime.fromisoformat(until)
        if bool(first.tzinfo) != bool(self._as_of.tzinfo):
            return False
        return first <= self._as_of < last
