"""What differs on Windows and macOS, as far as it can be tried elsewhere: names and line ends."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

import pytest

from tests.architecture.sources import REPOSITORY, own_files
from tests.beginning.trying import files
from tests.cli.running import build
from tests.preview.sites import FILES
from tests.read.folders import put

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
_REFUSED = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ]\Z')
# What is copied to the site as it is.
AS_IT_IS = "site_src/root"


def not_everywhere(paths: Iterable[str]) -> list[str]:
    """Those paths that some system cannot have, or takes for another one of them."""
    known = list(paths)
    folded = Counter(path.casefold() for path in known)
    return [
        path
        for path in known
        if folded[path.casefold()] > 1
        or any(_DEVICE.fullmatch(one) or _REFUSED.search(one) for one in PurePosixPath(path).parts)
    ]


def test_every_file_of_ours_can_be_everywhere() -> None:
    """Whoever clones the repository there has all of it."""
    assert not_everywhere(one.relative_to(REPOSITORY).as_posix() for one in own_files()) == []


@pytest.mark.slow
def test_every_file_of_a_site_can_be_everywhere(tmp_path: Path) -> None:
    """Also of stories whose names are devices of Windows, or differ in letter case alone."""
    more = {
        f"stories/{name}.md": FILES["stories/hush.md"] for name in ("aux", "Con", "a:b", "Fair")
    }
    build(put(tmp_path / "site", {**FILES, **more}), tmp_path / "out")
    assert not_everywhere(files(tmp_path / "out")) == []


def test_a_name_that_is_not_everywhere_is_found() -> None:
    """The tests above can fail."""
    found = not_everywhere(["a/aux.txt", "A.html", "a.html", "b:c", "d.", "fine/e.html"])
    assert found == ["a/aux.txt", "A.html", "a.html", "b:c", "d."]


def test_a_site_with_the_line_ends_of_windows_is_the_same_site(tmp_path: Path) -> None:
    """Byte for byte, and nobody has to be asked again: git there may write them at a checkout.

    What is copied to the site as it is stays as it is.
    """
    texts = {
        path: text
        for path, text in FILES.items()
        if isinstance(text, str) and not path.startswith(AS_IT_IS)
    }
    texts["site_src/records.tsv"] = "R-1\topen\t2020-01-01\tstories/fair.md\n"
    texts["site_src/pages/about.md"] = "---\ntitle: About\n---\n\nOne line.\nAnother.\n"
    built = []
    for name, end in (("unix", "\n"), ("windows", "\r\n")):
        made = {path: text.replace("\n", end).encode() for path, text in texts.items()}
        site = put(tmp_path / name, {**FILES, **made})
        settings = site / "site_src/site.yaml"
        settings.write_bytes(settings.read_bytes().replace(b"\n", end.encode()))
        said = build(site, tmp_path / f"{name}-out")
        built.append((said.code, files(tmp_path / f"{name}-out")))
    assert built[0] == built[1]
