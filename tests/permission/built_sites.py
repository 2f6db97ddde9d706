"""Small sites built for real, with and without somebody's permission."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions, BuildResult
from tests.read.folders import WITHDRAWN, put, voice

NOON = datetime(2026, 6, 1, 12)  # noqa: DTZ001 - a moment in the site's own time zone
_STRUCTURED = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)
# Who tells of something; one more who does; and the same person after they withdrew.
TILDA = voice("tilda", "Tilda", part="author", identity="named")
QW = voice("qw", "Qwynneth", part="author")
GONE = voice("qw", "Qwynneth", WITHDRAWN, part="author")
Files = Mapping[str, str | bytes]
Output = Mapping[str, bytes]


def build(folder: Path, files: Files, *, into: str = "public") -> tuple[BuildResult, Output]:
    """What a build says, and the files that it leaves, of a new site folder with these files."""
    site = put(folder / f"site-{len(list(folder.iterdir()))}", files)
    output = folder / into
    options = BuildOptions(executor="serial")
    result = build_site(site, output=output, as_of=NOON, options=options)
    return result, {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


def output(folder: Path, files: Files, *, into: str = "public") -> Output:
    """The files that a build leaves."""
    return build(folder, files, into=into)[1]


def text(made: Output) -> str:
    """Everything in an output that can be read, the names of files too."""
    read = (f"{path}\n{content.decode('utf-8', 'replace')}" for path, content in made.items())
    return "\n".join(read)


def structured(made: Output, path: str) -> list[str]:
    """The schema.org data of a page, as it stands there."""
    return _STRUCTURED.findall(page(made, path))


def page(made: Output, path: str) -> str:
    """A page of an output."""
    return made[path].decode()
