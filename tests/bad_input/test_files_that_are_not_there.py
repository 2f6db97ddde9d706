"""What stands where a file should be: nothing, or what Git LFS leaves there."""

from pathlib import Path

import pytest

from tests.bad_input.trying import attempt
from tests.read.folders import SETTINGS, story

pytestmark = pytest.mark.slow

POINTER = (
    b"version https://git-lfs.github.com/spec/v1\n"
    b"oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n"
)
KINDS = (
    "a.jpg",
    "a.png",
    "a.gif",
    "a.webp",
    "a.avif",
    "a.mp3",
    "a.mp4",
    "a.pdf",
    "a.docx",
    "a.vtt",
)
ANNEX = b"../.git/annex/objects/x7/Kq/SHA256E-s12345--ab.jpg"
MEDIA = {
    "pointer": (POINTER, "git-lfs", "git lfs pull"),
    "pointer of git-annex": (ANNEX, "git-lfs", "git annex get"),
    "empty": (b"", "media-empty", "whole"),
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("content", "code", "do"), MEDIA.values(), ids=MEDIA)
def test_media_of_a_story(tmp_path: Path, name: str, content: bytes, code: str, do: str) -> None:
    """The story waits, and the message says what the file is and what to do."""
    media = f"{{{name}: {{alt: x, shows: nobody}}}}"
    bad: dict[str, str | bytes] = {"stories/bad/index.md": story(media=media)}
    bad[f"stories/bad/{name}"] = content
    tried = attempt(tmp_path, bad)
    assert tried.findings == [("stories/bad/index.md:4:9", code)]
    assert do in tried.dos[0]
    assert tried.after == tried.before


@pytest.mark.parametrize("place", ["site_src/media/a.png", "site_src/media/a.mp3"])
@pytest.mark.parametrize(("content", "code", "do"), MEDIA.values(), ids=MEDIA)
def test_media_of_the_group(tmp_path: Path, place: str, content: bytes, code: str, do: str) -> None:
    """They are told of, and the stories do not wait for them."""
    tried = attempt(tmp_path, {place: content})
    assert tried.findings == [(f"{place}:1:1", code)]
    assert do in tried.dos[0]


TOP = {
    "favicon.ico": (POINTER, "git-lfs"),
    "logo.png": (b"", "media-empty"),
    "CNAME": (POINTER, "git-lfs"),
}


@pytest.mark.parametrize(("name", "said"), TOP.items(), ids=TOP)
def test_files_at_the_top(tmp_path: Path, name: str, said: tuple[bytes, str]) -> None:
    """Nobody publishes a pointer as an icon."""
    content, code = said
    tried = attempt(tmp_path, {f"site_src/root/{name}": content})
    assert tried.findings == [(f"site_src/root/{name}:1:1", code)]
    assert name not in tried.after


def test_an_empty_file_can_say_something_at_the_top(tmp_path: Path) -> None:
    """GitHub asks for an empty file of this name."""
    tried = attempt(tmp_path, {"site_src/root/.nojekyll": b""})
    assert (tried.findings, tried.after[".nojekyll"]) == ([], b"")


TEXTS = {
    "stories/bad.md": 1,
    "site_src/pages/about.md": 1,
    "site_src/look/styles.css": 3,
    "site_src/site.yaml": 3,
}


@pytest.mark.parametrize(("path", "code"), TEXTS.items(), ids=TEXTS)
def test_texts(tmp_path: Path, path: str, code: int) -> None:
    """Not “there is no front matter”: it is there, and somewhere else."""
    tried = attempt(tmp_path, {"site_src/site.yaml": SETTINGS, path: POINTER})
    assert tried.findings == [(f"{path}:1:1", "git-lfs")]
    assert tried.said.code == code
    assert "git lfs pull" in tried.dos[0]
