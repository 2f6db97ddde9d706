"""A story that says something in every part that its front matter can have."""

import copy
import json
from typing import Any

from byleave.model.parts import CAPTIONS, EACH, PARTS, Part
from tests.laws.pictures import picture

CONSENT = {
    "record": "R-1",
    "given": "2020-01-01",
    "by": "self",
    "uses": ["web", "search", "feed", "engines", "social"],
    "until": "2040-01-01",
}
_FRONT: dict[str, Any] = {
    "title": "The fair",
    "date": "2026-01-01",
    "summary": "In short.",
    "aliases": ["/old/fair/"],
    "allow": {"initials": "As they are on the sign"},
    "media": {
        "tea.png": {"alt": "A pot", "caption": "At noon", "shows": ["tom"]},
        "tea.mp3": {
            "alt": "A kettle",
            "transcript": "It whistles.",
            "captions": "WEBVTT\n\n00:01.000 --> 00:02.000\nIt whistles now.",
            "shows": ["tom"],
        },
    },
    "event": {
        "starts": "2030-07-01 10:00",
        "form": "fair",
        "place": "The hall",
        "address": "2 Mill Lane",
        "map": "https://maps.example.org/hall",
        "booking": {
            "url": "https://book.example.org/fair",
            "telephone": "01632 960001",
            "email": "fair@example.org",
        },
        "join": "https://meet.example.org/fair",
        "join_public": "yes",
        "cost": "Free",
        "access": {"step-free": "yes"},
        "access_contact": "Ask at the gate",
        "programme": [{"title": "Tea", "room": "Kitchen", "voices": ["tom"]}],
    },
    "voices": {
        "tom": {
            "name": "Tom",
            "identity": "pseudonym",
            "part": "speaker",
            "role": "Baker",
            "place": "Here",
            "consent": CONSENT,
        }
    },
}
BODY = "Words.\n\n::: voice tom\nI baked.\n\n![](tea.png)\n\n![](tea.mp3)\n:::\n"

WORDED = [part for part in PARTS if part.kind != "ids"]
# A reason that names a voice of its story is an error.
NAMING = [part for part in WORDED if part.path != "allow.*"]


def ids(part: Part) -> str:
    """What a test about a part is called."""
    return part.path


def front_matter() -> dict[str, Any]:
    """All the keys, each with something beside it."""
    return copy.deepcopy(_FRONT)


def said_by(part: Part, words: str) -> str:
    """`words` as they may stand in a part: in an address, as one."""
    if part.kind != "address":
        return f"With {words} there"
    if part.path.endswith("email"):
        return f"{words.replace(' ', '.').lower()}@example.org"
    slug = words.replace(" ", "_")
    return f"/old/{slug.lower()}/" if part.path.startswith("aliases") else f"https://x.org/{slug}"


def with_part(part: Part, value: Any) -> dict[str, Any]:
    """All the keys, and `value` beside the first that `part` stands for."""
    front = front_matter()
    if part.path.startswith("event.access.*"):
        what = part.path.endswith("what")
        front["event"]["access"] = {value: "yes"} if what else {"step-free": value}
        return front
    if part.path in (CAPTIONS, "media.*.transcript"):
        timed = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{value}" if part.path == CAPTIONS else value
        front["media"]["tea.mp3"][part.path.rpartition(".")[2]] = timed
        return front
    here: Any = front
    *above, last = part.path.split(".")
    for key in above:
        here = here[next(iter(here)) if isinstance(here, dict) else 0] if key == EACH else here[key]
    here[0 if last == EACH else last] = value
    return front


def file_of(front: dict[str, Any], body: str = BODY) -> str:
    """The story file; JSON is YAML."""
    return f"---\n{json.dumps(front, indent=1, ensure_ascii=False)}\n---\n{body}"


def files_of(front: dict[str, Any], body: str = BODY) -> dict[str, str | bytes]:
    """The story beside its picture."""
    return {
        "stories/fair/index.md": file_of(front, body),
        "stories/fair/tea.png": picture("tea"),
        "stories/fair/tea.mp3": b"ID3 a kettle",
    }
