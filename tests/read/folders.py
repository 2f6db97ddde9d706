"""Small site folders, written by hand, and what is read from them."""

from collections.abc import Mapping
from pathlib import Path

from byleave.read import ReadResult, read_site

SETTINGS = """\
format: 1
title: Lea Allotments
url: https://lea.example.org/
permission: {person: Tilda, email: tilda@lea.example.org, within: two days}
"""
USES = "[web, search, feed, engines, social, people]"
YES = f"{{record: R-1, given: 2020-01-01, by: self, uses: {USES}, until: 2040-01-01}}"
# A record has one state: who has left has one of their own.
WITHDRAWN = YES.replace("R-1", "R-0").replace("}", ", withdrawn: 2026-01-05}")


def voice(id_: str, name: str, consent: str = YES, **facts: str) -> str:
    """A voice as front matter declares it; told about, by a pseudonym, unless `facts` differ."""
    keys = {"name": name, "identity": "pseudonym", "part": "told-about", **facts}
    lines = [f"    {key.rstrip('_')}: {value}\n" for key, value in keys.items()]
    return f"  {id_}:\n" + "".join(lines) + f"    consent: {consent}\n"


def story(body: str = "Words.\n", *voices: str, **front: str | None) -> str:
    """A story file; a key of `front` is YAML, and one that is None is left out."""
    keys = {"title": "The shed", "date": "2026-01-01", **front}
    lines = [f"{key}: {value}\n" for key, value in keys.items() if value is not None]
    said = "voices:\n" + "".join(voices) if voices else "voices: {}\n"
    return f"---\n{''.join(lines)}{said}---\n{body}"


def put(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a site folder; its settings are the usual ones unless they are among `files`."""
    for path, content in {"site_src/site.yaml": SETTINGS, **files}.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read(folder: Path, files: Mapping[str, str | bytes]) -> ReadResult:
    """What is read from a site folder with these files."""
    return read_site(put(folder, files))


def found(result: ReadResult) -> list[tuple[str, int, int, str]]:
    """Each finding by its path, line, column and code."""
    return [(one.path, one.line, one.column, one.code) for one in result.findings]
