"""Something bad among good stories: what was said, and what became of the folder that is public."""

import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree, html

from byleave.write.marker import FIRST_LINE, digest_of
from tests.cli.running import Said, build
from tests.read.folders import WITHDRAWN, put, story, voice

WELL = "stories/well/index.html"

# Words of somebody who withdrew, and of a draft: they may come out nowhere.
SECRETS = ("Qwynneth", "qw-7731", "violet kettle", "stories/hush", "Unripe plums")

GOOD: Mapping[str, str | bytes] = {
    "stories/well.md": story("The water is cold.\n", title="The well"),
    "stories/bench.md": story(
        "The bench is free.\n\n::: voice qw-7731\nMy violet kettle sings at dawn.\n:::\n",
        voice("qw-7731", "Qwynneth", WITHDRAWN),
        title="The bench",
    ),
    "stories/hush.md": story("Unripe plums.\n", title="Unripe plums", date=None),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """A build with something bad in it; the public folder before and after."""

    said: Said
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]

    @property
    def findings(self) -> list[tuple[str, str]]:
        """Place and code of each finding in order; of many alike, those of the examples."""
        found: list[tuple[str, str]] = []
        code = ""
        for line in self.said.err.splitlines():
            if one := re.match(r"(\S.*?): (?:error|warning)\[([a-z0-9-]+)\]", line):
                found.append((one[1], one[2]))
            elif several := re.match(r"(?:error|warning)\[([a-z0-9-]+)\]: [\d,]+ times", line):
                code = several[1]
            elif example := re.match(r"  (\S+:\d+:\d+): ", line):
                found.append((example[1], code))
        return found

    @property
    def dos(self) -> list[str]:
        """What each finding says to do."""
        lines = self.said.err.splitlines()
        return [line.removeprefix("  do: ") for line in lines if line.startswith("  do: ")]

    def words(self, page: str) -> str:
        """The words of a page, as a reader without a screen hears them."""
        (main,) = html.fromstring(self.after[page].decode()).iterfind(".//main")
        return " ".join(etree.tostring(main, method="text", encoding="unicode").split())


def attempt(
    folder: Path,
    files: Mapping[str, str | bytes],
    *arguments: str,
    make: Callable[[Path], object] | None = None,
) -> Attempt:
    """Build good stories with `files` and what `make` does, where the good ones are public.

    Whatever they are: no traceback, nothing withheld in any message or file, and a public folder
    that is either untouched or whole.
    """
    site, output = put(folder / "site", {**GOOD, **files}), folder / "out"
    before = good_output()
    put_as_they_are(output, before)
    if make is not None:
        make(site)
    said = build(site, output, *arguments)
    tried = Attempt(said=said, before=before, after=files_in(output))
    check(tried)
    return tried


@cache
def good_output() -> Mapping[str, bytes]:
    """The public folder of the good stories alone."""
    with tempfile.TemporaryDirectory() as folder:
        site, output = put(Path(folder) / "site", GOOD), Path(folder) / "out"
        assert build(site, output).code == 0
        return files_in(output)


def put_as_they_are(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def check(tried: Attempt) -> None:
    """What holds for every build, whatever is bad about the site."""
    assert "Traceback" not in tried.said.all
    told = [secret for secret in SECRETS if secret in tried.said.all]
    assert told == []
    public = [
        (secret, path)
        for path, content in tried.after.items()
        for secret in SECRETS
        if secret.encode() in content
    ]
    assert public == []
    if tried.said.code == 3:
        assert tried.after == tried.before
    else:
        assert tried.said.code in (0, 1)
        assert "The water is cold." in tried.after[WELL].decode()
        assert_whole(tried.after)


def assert_whole(files: Mapping[str, bytes]) -> None:
    """Every file that the marker promises is there and whole, and no other."""
    digests = files[".byleave"].removeprefix(FIRST_LINE).decode().split()
    assert sorted(map(digest_of, files.keys() - {".byleave"})) == digests
    pages = {path: content for path, content in files.items() if path.endswith(".html")}
    assert {path for path, content in pages.items() if b"</html>" not in content} == set()
    assert "index.html" in pages


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
