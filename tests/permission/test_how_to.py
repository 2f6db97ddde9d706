"""The how-to pages about permission, done as they say."""

import re
import shlex
from pathlib import Path

import pytest

from tests.cleaning.originals import photograph
from tests.cli.running import run
from tests.docs.pages import DOCS, Fence, fences
from tests.permission.sites import agreed, published, record
from tests.read.folders import put

RECORDING = DOCS / "how-to" / "record-a-permission.md"
LEAVING = DOCS / "how-to" / "let-one-person-of-a-group-leave.md"


def commands(fence: Fence) -> list[list[str]]:
    """The commands of a block, as somebody types them."""
    lines = fence.text.replace("\\\n", " ").strip().splitlines()
    return [shlex.split(line)[1:] for line in lines]


def of(page: Path, language: str) -> list[Fence]:
    """The blocks of a page in one language."""
    return [one for one in fences(page) if one.language == language]


def site_of_the_bench(folder: Path, text: str, **files: bytes) -> Path:
    """The site of the page, with the form that was made for Nadia, and what its code is."""
    (story,) = of(RECORDING, "markdown")
    more = {f"stories/{name}.jpg": content for name, content in files.items()}
    site = put(folder, {story.example_of: text, **more})
    words = ("consent", "form", story.example_of, "--voice", "nadia", "--as-of", "2026-03-01")
    found = re.search(r"code (\S+);", run(*words, "--site", site).out)
    assert found
    said = RECORDING.read_text("utf-8")
    assert more or set(re.findall(r"F-\w{4}-\w{4}", said)) == {found[1]}
    return site


def test_recording_a_permission_goes_as_it_is_told(tmp_path: Path) -> None:
    """The output is what the page shows, and so is the record, byte for byte."""
    (story,) = of(RECORDING, "markdown")
    site = site_of_the_bench(tmp_path, story.text)
    said = run(*commands(of(RECORDING, "sh")[0])[0], "--site", site, said="y\n")
    assert said.out == of(RECORDING, "text")[0].text
    (written,) = of(RECORDING, "yaml")
    indented = "".join(f"      {line}\n" for line in written.text.splitlines())
    old = re.search(r"      asked: .*\n", story.text)
    assert old
    assert (site / story.example_of).read_text() == story.text.replace(old[0], indented)


def test_agreeing_to_less_goes_as_it_is_told(tmp_path: Path) -> None:
    """Each of the commands does what it says."""
    (story,) = of(RECORDING, "markdown")
    media = "media:\n  bench.jpg: {alt: Her on the bench, shows: [nadia]}\nvoices:\n"
    text = story.text.replace("voices:\n", media).replace("\n:::\n", "\n\n![](bench.jpg)\n:::\n")
    site = site_of_the_bench(tmp_path, text, bench=photograph())
    (agreeing,) = commands(of(RECORDING, "sh")[0])
    del agreeing[agreeing.index("--form") : agreeing.index("--form") + 2]
    assert run(*agreeing, "--yes", "--site", site).code == 0
    for words in commands(of(RECORDING, "sh")[2]):
        said = run(*words, "--site", site)
        assert said.code == 0, said.all
    assert record(site, story.example_of, "nadia")["uses"] == ["web"]
    text = (site / story.example_of).read_text()
    assert "bench.jpg" not in text
    assert "name: A passenger\n    identity: anonymous" in text


@pytest.mark.parametrize("by_hand", [False, True])
@pytest.mark.parametrize("is_closed", [False, True])
def test_one_person_of_a_group_leaves_without_a_gap(
    tmp_path: Path, *, is_closed: bool, by_hand: bool
) -> None:
    """What is left is the page that would have been without them."""
    first, second = of(LEAVING, "markdown")
    path = first.example_of
    site = put(tmp_path / "site", {path: first.text})
    (splitting,), (withdrawing,) = map(commands, of(LEAVING, "sh"))
    if by_hand:
        put(site, {path: second.text})
    else:
        assert "waits for me" in published(site, tmp_path / "before")
        assert run(*splitting, "--site", site).code == 0
        assert set(record(site, path, "t2")) == {"asked"}
    if is_closed:
        assert run(*withdrawing, "--site", site).code == 0
    text = published(site, tmp_path / "after")
    assert "printed too small" in text
    assert "waits for me" not in text
    alone = first.text[: first.text.rindex("\n::: voice tuesday")]
    assert published(put(tmp_path / "other", {path: alone}), tmp_path / "never") == text


def test_what_the_group_agreed_to_stays_agreed(tmp_path: Path) -> None:
    """The passage that is somebody else's now is still among its words, and is not shown."""
    story, _ = of(LEAVING, "markdown")
    path = story.example_of
    site = put(tmp_path / "site", {path: story.text})
    agreed(site, path, "--given", "2026-01-20", voice="tuesday")
    words = record(site, path, "tuesday")["words"]
    ((*splitting,),) = commands(of(LEAVING, "sh")[0])
    before = (site / path).read_text().partition("My driver")[0]
    splitting[splitting.index("--line") + 1] = str(before.count("\n") + 1)
    assert run(*splitting, "--site", site).code == 0
    assert record(site, path, "tuesday")["words"] == words
    text = published(site, tmp_path / "out")
    assert "printed too small" in text
    assert "waits for me" not in text
