"""What a build need not do at all: where nothing has changed, an earlier one said it already."""

import json
import pickle
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import UTC, datetime
from os import walk
from os.path import realpath
from pathlib import Path
from typing import Any

from byleave.build.options import CACHE, BuildOptions, BuildResult
from byleave.cache import (
    Digest,
    Memo,
    clock_of,
    code_digest,
    digest,
    folder_facts,
)
from byleave.diagnostics import Diagnostic
from byleave.model.output import MARKER, WriteReport

# What of a site folder a build looks at.
_READ = ("site_src", "stories", "themes")


class Unchanged:
    """Whether a build would do what an earlier one did, and what that one said.

    A site is unchanged if its files, the output folder and the options are, by what the file
    system says of files and without reading any, and if no day or event has ended since. What is
    remembered says nothing of a file in which anything is withheld.
    """

    def __init__(
        self,
        memo: Memo,
        *,
        site: Path,
        output: Path,
        as_of: datetime,
        options: BuildOptions,
    ) -> None:
        """Look at the folder `site` as it is before anything in it is read."""
        self._memo, self._output = memo, output
        self._as_of = as_of.astimezone(UTC) if as_of.tzinfo else as_of
        chosen = replace(options, executor=None, thorough=False)
        folders = realpath(site), realpath(output)
        self._key = digest("site", code_digest(), *folders, pickle.dumps(chosen))
        try:
            now = clock_of(site / CACHE)
        except OSError:
            self._facts = None
        else:
            self._facts = folder_facts([site / folder for folder in _READ], now)

    def recalled(self) -> BuildResult | None:
        """What the earlier build said, if this one would do nothing else."""
        stored = self._memo.get(self._key) if self._facts else None
        known = json.loads(stored) if stored else None
        if known is None or not self._stands(known["from"], known["until"]):
            return None
        if known["read"] != _hex(self._facts) or known["written"] != _hex(self._output_facts()):
            return None
        written = WriteReport(
            deleted=(), changed=(), created=(), unchanged=tuple(sorted(_files(self._output)))
        )
        said = known["said"]
        findings = tuple(Diagnostic(**one) for one in said.pop("diagnostics"))
        said |= {"details": (), "lapsing": tuple(said["lapsing"])}
        return BuildResult(diagnostics=findings, written=written, **said)

    def remember(self, result: BuildResult, open_stories: frozenset[str], until: datetime) -> None:
        """Remember what this build said, until the moment `until` at which more may change.

        Nothing is remembered where it told of a story that is not among `open_stories`: those in
        which nothing is withheld. `until` is aware where the build was for an aware moment.
        """
        told = [one for one in result.diagnostics if not one.private]
        paths = {one.path for one in told} | {one.partition(": ")[0] for one in result.lapsing}
        closed = {path for path in paths if path.startswith("stories/")} - open_stories
        written = self._output_facts()
        if result.written is None or closed or not self._facts or not written:
            return
        said = {
            "published": result.published,
            "withheld": dict(result.withheld),
            "withheld_voices": result.withheld_voices,
            "lapsing": result.lapsing,
            "diagnostics": [asdict(one) for one in told],
        }
        stored: dict[str, Any] = {
            "from": self._as_of.isoformat(),
            "until": (until.astimezone(UTC) if until.tzinfo else until).isoformat(),
            "read": _hex(self._facts),
            "written": _hex(written),
            "said": said,
        }
        self._memo.put(self._key, json.dumps(stored).encode())

    def _stands(self, since: str, until: str) -> bool:
        first, last = datetime.fromisoformat(since), datetime.fromisoformat(until)
        if bool(first.tzinfo) != bool(self._as_of.tzinfo):
            return False
        return first <= self._as_of < last

    def _output_facts(self) -> Digest | None:
        return folder_facts([self._output])


def _files(folder: Path) -> Iterator[str]:
    """The paths of the files of a site in the folder where it was written."""
    found = (Path(below, name) for below, _, names in walk(folder) for name in names)
    yield from (path.relative_to(folder).as_posix() for path in found if path.name != MARKER)


def _hex(found: Digest | None) -> str:
    return found.hex() if found else ""
