"""The one place where the laws call the build: a site as a value in, its output as a value out."""

from datetime import datetime
from pathlib import Path

from byleave.build import BuildOptions, build_site
from tests.laws.folders import read_files, scratch, site_files, write_files
from tests.laws.model import AS_OF, Site
from tests.laws.outputs import Built
from tests.laws.templates import compiled_once


def build(site: Site) -> Built:
    """The output that Byleave makes of a site, built in this process and in memory."""
    with scratch() as folder, compiled_once():
        write_files(folder / "site", site_files(site))
        return build_folder(folder / "site", folder / "public")


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
