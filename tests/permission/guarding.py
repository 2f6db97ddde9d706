"""Sites with guarded names, and a key that is only for trying."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

from byleave.model.guard import GUARD_FILE, Guard
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions, BuildResult
from byleave.text_in_files import Text, texts_in
from byleave.text_in_files.guard_text import guard_as_text
from byleave.text_in_files.guarded_names import GuardSearch, guarded_name, key_id
from tests.read.folders import put

KEY = b"only for trying, yes"
NOON = datetime(2026, 6, 1, 12)  # noqa: DTZ001 - a moment in the site's own time zone


def guard_of(*names: str) -> Guard:
    """A guard of these names."""
    return Guard(key_id=key_id(KEY), names=tuple(guarded_name(name, KEY) for name in names))


def search_for(*names: str) -> GuardSearch:
    """What looks for these names."""
    return GuardSearch(guard_of(*names), KEY)


def found_in(path: str, data: bytes | str, *names: str) -> set[str]:
    """Which of the names are in a file, and where: `name in kind`."""
    search = search_for(*names)
    content = data.encode() if isinstance(data, str) else data
    return {
        f"{names[number]} in {text.kind}"
        for text in texts_in(path, content)
        for number in search.names_in(text)
    }


def holds(texts: Iterable[Text], *names: str) -> bool:
    """Whether one of the names is in one of the texts."""
    search = search_for(*names)
    return any(search.names_in(text) for text in texts)


def site_with(folder: Path, files: Mapping[str, str | bytes], *names: str) -> Path:
    """A site folder with these files in which these names are guarded."""
    return put(folder / "site", {GUARD_FILE: guard_as_text(guard_of(*names)), **files})


def built(site: Path, *, key: bytes | None = KEY, dry: bool = False) -> BuildResult:
    """What the build of a site with guarded names did; the output is beside it."""
    options = BuildOptions(executor="serial", guard_key=key, dry=dry)
    return build_site(site, output=site.parent / "public", as_of=NOON, options=options)


def output_of(site: Path) -> bytes:
    """Every name and every byte of the built site."""
    files = sorted((site.parent / "public").rglob("*"))
    return b"\n".join(
        str(file).encode() + b"\n" + (file.read_bytes() if file.is_file() else b"")
        for file in files
    )
