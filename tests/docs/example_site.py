"""A small site in which the examples of the documentation are tried."""

import re
from pathlib import Path

from byleave.diagnostics import Diagnostic, SiteError
from byleave.read import read_site
from tests.docs.pages import Fence
from tests.laws.pictures import picture

SETTINGS = {
    "format": "format: 1\n",
    "title": "title: A site of examples\n",
    "url": "url: https://examples.example.org/\n",
    "permission": "permission: {person: Ruth, within: two days, telephone: 01632 960199}\n",
    "series": "series: {kitchen-table: Round the kitchen table}\n",
}
CONSENT = """\
      record: TS-0001
      given: 2024-01-01
      by: self
      uses: [web]
      until: 2044-01-01
"""
SAM = "  sam:\n    name: Sam\n    identity: pseudonym\n    part: quoted\n    consent:\n"
CLARE = "  clare:\n    name: Clare\n    identity: named\n    part: storyteller\n    consent:\n"
VOICES = f"voices:\n{SAM}{CONSENT}{CLARE}{CONSENT}"
STORY = {"title": "title: An example\n", "date": "date: 2024-05-02\n", "voices": VOICES}
FILES = {
    "themes/co-production.md": "---\ntitle: Co-production\n---\n",
    "themes/getting-about.md": "---\ntitle: Getting about\n---\n",
}
EXAMPLE = "stories/example/index.md"

# A name of a file that an example uses beside its own. What a picture shows does not matter.
_MEDIA = re.compile(r"[\w/-]+\.(?:jpg|png|svg|pdf|mp3|mp4)\b")
_CONTENT = {
    ".jpg": picture("any"),
    ".png": picture("any"),
    ".svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
}
_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)


class ExampleSite:
    """A site folder to which examples are added, one after the other."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for path, text in FILES.items():
            self.put(path, text)
        self.put("site_src/site.yaml", "".join(SETTINGS.values()))

    def put(self, path: str, text: str) -> None:
        """Write a file, and the media that it uses."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
        if path.endswith((".md", ".yaml")):
            for name in _MEDIA.findall(text):
                self._put_media(target.parent, name)

    def _put_media(self, beside: Path, name: str) -> None:
        of_group = name.startswith("/media/")
        place = self.folder / "site_src" / name.lstrip("/") if of_group else beside / name
        if of_group or not name.startswith("/"):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(_CONTENT.get(place.suffix, b"media"))

    def add(self, fence: Fence) -> None:
        """Add an example: a whole file, or a part of one that is made whole."""
        if "/" in fence.example_of:
            self.put(fence.example_of, fence.text)
        elif fence.example_of == "settings":
            self.put("site_src/site.yaml", merged(SETTINGS, fence.text))
        else:
            self.put(EXAMPLE, whole_story(fence.example_of, fence.text))

    def findings(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the site."""
        try:
            return read_site(self.folder).findings
        except SiteError as fault:
            return fault.findings


def merged(keys: dict[str, str], text: str) -> str:
    """`text`, with those of `keys` that it does not have itself."""
    own = set(_KEY.findall(text))
    return "".join(line for key, line in keys.items() if key not in own) + text


def whole_story(kind: str, text: str) -> str:
    """A story around a part of one: front matter, an event, a voice, a consent or a body."""
    body = "A text.\n"
    front = "".join(STORY.values())
    if kind == "body":
        body = text
    elif kind == "story":
        front = merged(STORY, text)
    elif kind == "event":
        front += "event:\n" + indented(text, 2)
    elif kind == "voice":
        front += "  another:\n" + indented(text, 4)
    elif kind == "consent":
        front = front.replace(f"{SAM}{CONSENT}", SAM + merged_consent(text))
    else:
        raise ValueError(f"no example is of {kind!r}")
    return f"---\n{front}---\n\n{body}"


def merged_consent(text: str) -> str:
    """A consent with those keys of a whole one that `text` does not have itself."""
    keys = {line.partition(":")[0].strip(): line for line in CONSENT.splitlines(keepends=True)}
    return merged(keys, text).replace(text, indented(text, 6))


def indented(text: str, spaces: int) -> str:
    """`text` with so many spaces before each line."""
    return "".join(
        f"{' ' * spaces}{line}" if line.strip() else line for line in text.splitlines(True)
    )
