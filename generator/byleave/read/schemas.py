"""JSON Schema of what editors write, for the programs that they write it with.

It is made of the records that read it, so that the two cannot say different things of a key. What
a program cannot know, such as which themes there are, a build says.
"""

from collections.abc import Mapping
from typing import Any, Literal, get_args

from pydantic import TypeAdapter

from byleave.model.settings import Settings
from byleave.model.source import FrontMatter
from byleave.model.terms import KNOWN_PARTS
from byleave.model.uses import USES
from byleave.read.group.pages import PageRecord
from byleave.read.group.themes import ThemeRecord

SchemaOf = Literal["story", "settings", "theme", "page"]
SCHEMAS: tuple[SchemaOf, ...] = get_args(SchemaOf)

# The form that the programs of editors know best; all that is said here is in later ones, too.
_DRAFT = "http://json-schema.org/draft-07/schema#"
_RECORDS: Mapping[SchemaOf, tuple[str, Any]] = {
    "story": ("Front matter of a story", FrontMatter),
    "settings": ("Settings of a site", Settings),
    "theme": ("Front matter of a theme", ThemeRecord),
    "page": ("Front matter of a fixed page", PageRecord),
}
# What must be true between the keys of a group, by the name of its record.
_BETWEEN_KEYS: Mapping[str, Mapping[str, Any]] = {
    "FrontMatter": {"anyOf": [{"required": ["title"]}, {"required": ["responds_to"]}]},
    "Booking": {"anyOf": [{"required": [way]} for way in ("url", "telephone", "email")]},
    "Permission": {
        "anyOf": [{"required": [way]} for way in ("telephone", "text", "email", "post")]
    },
    "Consent": {"if": {"required": ["given"]}, "then": {"required": ["record", "until"]}},
}
# Words to offer where others are fine as well, by the name of a record and a key of it.
_OFFERED: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("SourceVoice", "part"): tuple(sorted(KNOWN_PARTS)),
    ("Consent", "uses"): USES,
}
# What pydantic says of a key that nobody who writes needs to know: a default as Python has it, a
# title that repeats the key, and that an item twice in a list would be a fault, which it is not.
_LEFT_OUT = ("default", "title", "uniqueItems")


def schema(kind: SchemaOf) -> Mapping[str, Any]:
    """The JSON Schema of the keys of a story, a theme or a page, or of the settings."""
    title, record = _RECORDS[kind]
    made = TypeAdapter(record).json_schema(ref_template="#/definitions/{model}")
    groups: dict[str, Any] = made.pop("$defs", {})
    whole = _group(record.__name__, made)
    definitions = {name: _group(name, group) for name, group in sorted(groups.items())}
    more = {"definitions": definitions} if definitions else {}
    return {"$schema": _DRAFT, "title": title, **whole, **more}


def _group(name: str, group: Mapping[str, Any]) -> dict[str, Any]:
    """A group of keys; a key with nothing beside it is as good as none, unless it is needed."""
    needed = group.get("required", ())
    keys = {
        key: _offering(_plain(said), _OFFERED.get((name, key), ()))
        for key, said in group.get("properties", {}).items()
    }
    keys |= {key: _or_nothing(said) for key, said in keys.items() if key not in needed}
    own = {key: said for key, said in group.items() if key not in ("description", *_LEFT_OUT)}
    return {**own, "properties": keys, **_BETWEEN_KEYS.get(name, {})}


def _plain(said: Any) -> Any:
    if isinstance(said, Mapping):
        plain = {name: _plain(one) for name, one in said.items() if name not in _LEFT_OUT}
        # Names that have a form have no other.
        return plain | ({"additionalProperties": False} if "patternProperties" in said else {})
    return [_plain(one) for one in said] if isinstance(said, list) else said


def _offering(said: dict[str, Any], words: tuple[str, ...]) -> Mapping[str, Any]:
    """`said` of a text, or of the texts of a list, with words that an editor can be offered."""
    if not words:
        return said
    if said.get("type") == "array":
        return {**said, "items": _offering(said["items"], words)}
    return {"anyOf": [{"enum": list(words)}, said]}


def _or_nothing(said: Mapping[str, Any]) -> Mapping[str, Any]:
    nothing = {"type": "null"}
    if not said or nothing in said.get("anyOf", ()):
        return said
    return {"anyOf": [said, nothing]}
