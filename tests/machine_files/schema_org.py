"""Facts in the words of schema.org, held against its vocabulary as msgspec-schemaorg has it.

That package is generated from the vocabulary that schema.org publishes: which properties each
type has, of which types their values are, and which values an enumeration has. What search
engines ask for besides is from their own documentation.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from importlib import import_module
from types import ModuleType

# developers.google.com/search/docs/appearance/structured-data: "required properties".
REQUIRED = {
    "Event": ("name", "startDate", "location"),
    "Place": ("name", "address"),
    "VirtualLocation": ("url",),
    "Offer": ("price", "priceCurrency", "availability", "url"),
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("name", "position"),
    "ProfilePage": ("mainEntity",),
    "Article": ("headline",),
    "Organization": ("name",),
    "Person": ("name",),
    "WebSite": ("name", "url"),
}
KEYWORDS = {"@type", "@id", "@context"}
_PREFIX = "https://schema.org/"
_WEB_ADDRESS = re.compile(r"https?://[!-~]+\Z")
_WORD = re.compile(r"\w+")


@cache
def models() -> ModuleType:
    """The types, which take a third of a second to load."""
    return import_module("msgspec_schemaorg.models")


@cache
def enums() -> ModuleType:
    """The enumerations."""
    return import_module("msgspec_schemaorg.enums")


def faults(facts: Mapping[str, object], where: str = "") -> Iterator[str]:
    """What is wrong with the facts about one thing, and with those inside them."""
    kind = str(facts.get("@type", ""))
    known = getattr(models(), kind, None)
    where = f"{where}{kind}"
    if known is None:
        yield f"{where}: schema.org has no such type"
        return
    for name in _needed(facts):
        yield f"{where}: search engines need {name}"
    for name, value in facts.items():
        if name in KEYWORDS:
            continue
        expected = _expected(known, name)
        if not expected:
            yield f"{where}: schema.org has no {name} there"
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, Mapping):
                yield from faults(one, f"{where}.{name}: ")
            if expected and not _fits(one, expected):
                yield f"{where}.{name}: {one!r} is none of {sorted(expected)}"


def _needed(facts: Mapping[str, object]) -> Iterator[str]:
    """What search engines need and is not there."""
    yield from (name for name in REQUIRED[str(facts["@type"])] if name not in facts)
    # The last place of a trail is the page itself, whose address they know.
    trail = facts.get("itemListElement")
    if isinstance(trail, list) and any("item" not in one for one in trail[:-1]):
        yield "item"


def _expected(kind: type, name: str) -> frozenset[str]:
    """The names of the types that a property of a type may have; none where it has none."""
    for parent in kind.__mro__:
        annotation = vars(parent).get("__annotations__", {}).get(name)
        if annotation is not None:
            return frozenset(_WORD.findall(str(annotation))) - {"Union", "List", "None"}
    return frozenset()


def _fits(value: object, expected: frozenset[str]) -> bool:
    """Whether a value is of one of the types that are called so."""
    match value:
        case bool():
            return "bool" in expected
        case int() | float():
            return bool({"int", "float"} & expected)
        case str():
            return bool(value) and any(_text_fits(value, kind) for kind in expected)
        case Mapping():
            parents = getattr(models(), str(value.get("@type")), object).__mro__
            return any(parent.__name__ in expected for parent in parents)
    return False


def _text_fits(text: str, kind: str) -> bool:
    if kind in ("str", "float", "int"):
        return kind == "str" and not text.startswith(_PREFIX)
    if kind == "URL":
        return bool(_WEB_ADDRESS.match(text))
    if kind in ("date", "datetime"):
        return _is_moment(text, date if kind == "date" else datetime)
    values = getattr(enums(), kind, None)
    if values is None:
        # What else has an address may be named by it.
        return hasattr(models(), kind) and bool(_WEB_ADDRESS.match(text)) and _PREFIX not in text
    return text.removeprefix(_PREFIX) in {one.name for one in values} - {"metadata"}


def _is_moment(text: str, kind: type[date]) -> bool:
    """Whether a text is a day, or a moment that says its offset."""
    try:
        found = kind.fromisoformat(text)
    except ValueError:
        return False
    return not isinstance(found, datetime) or found.tzinfo is not None
