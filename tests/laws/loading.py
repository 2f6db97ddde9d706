"""Reads a real site folder into the value that the laws cut, so that real pages can be tried."""

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from tests.laws.model import (
    Consent,
    Event,
    Identity,
    Line,
    Listed,
    Medium,
    Passage,
    Site,
    Story,
    Unmarked,
    Voice,
)
from tests.laws.written import CAPTIONS

TEXTS = (".md", ".yaml", ".yml", ".css", ".html", ".svg", ".txt")
MEDIA = ("stories/", "site_src/media/", "site_src/root/")
STOPS = ("refused", "held", "withdrawn", "not_here", "held_here")
DATES = ("asked", "given", "until", "review")


def load_folder(folder: Path) -> Site:
    """The site in a folder; stories with errors or with agreed words cannot be read this way."""
    parts = ("site_src", "stories", "themes")
    paths = (path for part in parts for path in sorted((folder / part).rglob("*")))
    return load({p.relative_to(folder).as_posix(): p.read_bytes() for p in paths if p.is_file()})


def load(files: Mapping[str, bytes]) -> Site:
    """The site that files by their paths are."""
    stories, texts, others = [], [], []
    for path, content in files.items():
        if path == "site_src/records.tsv":
            continue
        if path.startswith("stories/") and path.endswith(".md"):
            stories.append(load_story(path, content.decode()))
        elif path.endswith(TEXTS) and not path.startswith(MEDIA):
            texts.append((path, content.decode()))
        else:
            others.append((path, content))
    settings = _yaml(dict(texts)["site_src/site.yaml"])
    return Site(
        stories=tuple(stories),
        texts=tuple(texts),
        files=tuple(others),
        words_required=settings["permission"].get("words") == "required",
        records=tuple(map(_listed, files.get("site_src/records.tsv", b"").decode().splitlines())),
    )


def _listed(line: str) -> Listed:
    number, state, since, *paths = line.split("\t")
    parts = (re.split(" (?=not_here|held_here)", path) for path in paths)
    stories = tuple((path, tuple(notes)) for path, *notes in parts)
    return Listed(number=number, state=state, since=date.fromisoformat(since), stories=stories)


def _yaml(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes nothing but text


def load_story(path: str, text: str) -> Story:
    """A story from its file."""
    _, front, body = text.split("---\n", 2)
    facts: dict[str, Any] = dict(_yaml(front))
    for key in ("date", "updated"):
        facts[key] = _day(facts.get(key))
    for key in ("themes", "aliases"):
        facts[key] = tuple(facts.get(key, ()))
    facts["allowed"] = facts.pop("allow", {}).get("initials")
    media: dict[str, Any] = facts.get("media", {})
    voices: dict[str, Any] | None = facts.get("voices")
    facts["media"] = tuple(_medium(key, said) for key, said in media.items())
    facts["event"] = _event(facts["event"]) if "event" in facts else None
    facts["voices"] = (
        None if voices is None else tuple(_voice(key, said) for key, said in voices.items())
    )
    return Story(path=path, body=tuple(_parts(body.removeprefix("\n"))), **facts)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _medium(key: str, said: dict[str, Any]) -> Medium:
    shows = said.get("shows", "nobody")
    return Medium(
        key=key,
        alt=said.get("alt"),
        shows=() if shows == "nobody" else tuple(shows),
        caption=said.get("caption"),
        transcript=said.get("transcript"),
        captions=said["captions"].removeprefix(CAPTIONS) if "captions" in said else None,
        focus=said.get("focus"),
    )


def _event(said: dict[str, Any]) -> Event:
    lines = said.pop("programme", [])
    facts = ((key, json.dumps(value, ensure_ascii=False)) for key, value in said.items())
    programme = (Line(**(line | {"voices": tuple(line.get("voices", ()))})) for line in lines)
    return Event(facts=tuple(facts), programme=tuple(programme))


def _voice(voice_id: str, said: dict[str, Any]) -> Voice:
    consent = said.pop("consent", None)
    identity = Identity(said.pop("identity"))
    return Voice(
        id=voice_id,
        identity=identity,
        consent=None if consent is None else _consent(consent),
        **said,
    )


def _consent(said: dict[str, Any]) -> Consent:
    stops = tuple((key, _as_yaml(said.pop(key))) for key in STOPS if key in said)
    days: dict[str, Any] = {key: _day(said.pop(key, None)) for key in DATES}
    uses = tuple(said.pop("uses")) if "uses" in said else None
    return Consent(stops=stops, uses=uses, **days, **said)


def _as_yaml(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _parts(body: str) -> Iterator[Passage | Unmarked]:
    """The passages and what is between them."""
    lines: list[str] = []
    marker = ""
    for line in body.splitlines(keepends=True):
        if line.startswith(":::"):
            if marker:
                yield _passage(marker, "".join(lines))
            elif lines:
                yield Unmarked(text="".join(lines))
            marker, lines = ("" if marker else line), []
        else:
            lines.append(line)
    if lines:
        yield Unmarked(text="".join(lines))


def _passage(marker: str, text: str) -> Passage:
    by, _, about = marker.removeprefix("::: voice").partition(" about ")
    return Passage(by=tuple(by.split()), about=tuple(about.split()), text=text)
