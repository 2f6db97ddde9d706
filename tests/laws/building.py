"""The one place where the laws call the build: a site as a value in, its output as a value out."""

import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from byleave.diagnostics import SiteError
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from tests.laws.folders import read_files, scratch, site_files, write_files
from tests.laws.model import AS_OF, Site
from tests.laws.outputs import Built
from tests.laws.templates import compiled_once


def build(site: Site) -> Built:
    """The output that Byleave makes of a site, built in this process and in memory."""
    with scratch() as folder, compiled_once():
        write_files(folder / "site", site_files(site))
        return build_folder(folder / "site", folder / "public")


def build_upon(site: Site) -> Built:
    """The output of a site that was built before, when nobody had taken anything back yet."""
    with scratch() as folder, compiled_once():
        files = site_files(site)
        earlier = {path: before(path, content) for path, content in files.items()}
        write_files(folder / "site", earlier)
        with suppress(SiteError):
            build_folder(folder / "site", folder / "public")
        write_files(folder / "site", files)
        return build_folder(folder / "site", folder / "public")


_TAKEN_BACK = re.compile(rb"^ +(?:withdrawn|refused|held|not_here|held_here):.*\n", re.M)


def before(path: str, content: bytes) -> bytes:
    """A file as it was before anybody in it took their permission back."""
    return _TAKEN_BACK.sub(b"", content) if path.endswith(".md") else content


def build_folder(
    site: Path, output: Path, *, as_of: datetime = AS_OF, executor: str = "serial"
) -> Built:
    """The output that Byleave makes of a site folder."""
    options = BuildOptions(executor=executor)
    result = build_site(site, output=output, as_of=as_of, options=options)
    said = (one.as_text() for one in result.diagnostics if not one.private)
    return Built(
        files=read_files(output),
        exit_code=result.exit_code,
        cache=read_files(site / ".byleave"),
        messages=tuple(said),
    )
