"""Every key of front matter is known: as a part that readers meet, or as one without words."""

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from byleave.model.parts import NO_WORDS, PARTS
from byleave.model.renditions import Focus
from byleave.model.scalars import Line, Moment
from byleave.model.source import FrontMatter, SourceMedia


def keys_of(kind: Any, at: tuple[str, ...] = ()) -> Iterator[str]:
    """The paths of all keys that a record of front matter has, records below it included."""
    if dataclasses.is_dataclass(kind) and kind not in (Moment, Focus):
        for name, hint in typing.get_type_hints(kind, include_extras=True).items():
            if get_origin(hint) is not typing.ClassVar:
                yield from keys_of(hint, (*at, name))
        return
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        yield from keys_of(inside[0], at)
    elif origin in (tuple, frozenset) or (origin and issubclass_of_mapping(origin)):
        # Of a mapping, the last is what stands under each name; of a tuple, an ellipsis may.
        (below,) = {one for one in inside if one is not ...} - {inside[0]} or {inside[0]}
        yield from keys_of(below, (*at, "*"))
    elif origin is not None and type(None) in inside:
        (below,) = set(inside) - {type(None)}
        yield from keys_of(below, at)
    else:
        yield ".".join(at)


def issubclass_of_mapping(origin: Any) -> bool:
    """Whether a generic type is a mapping."""
    return isinstance(origin, type) and issubclass(origin, Mapping)


def faults_of(front: type) -> list[str]:
    """The keys that no table has, that two have, and those of the tables that there are not."""
    parts = [part.path for part in PARTS]
    ids = [f"{part.path}.*" for part in PARTS if part.kind == "ids"]
    known = [path for path in parts if f"{path}.*" not in ids] + ids + list(NO_WORDS)
    keys = list(keys_of(front))
    assert len(keys) == len(set(keys))
    return [
        *(f"{key} is in no table" for key in keys if key not in known),
        *(f"{path} is no key" for path in known if path not in keys),
        *(f"{path} is there twice" for path in set(known) if known.count(path) > 1),
    ]


def test_every_key_is_a_part_or_has_no_words() -> None:
    """Whoever adds a key says whether readers meet words in it: what is forgotten would leak."""
    assert faults_of(FrontMatter) == []


@dataclass(frozen=True, slots=True, kw_only=True)
class _WithCredit(SourceMedia):
    """Files as they would be with one more key."""

    credit: Line | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Forgetful(FrontMatter):
    """Front matter with more keys than the tables have."""

    media: Mapping[str, _WithCredit] = dataclasses.field(default_factory=dict)
    thanks: Line | None = None


def test_a_key_that_was_forgotten_is_noticed() -> None:
    """Wherever it stands."""
    assert sorted(faults_of(_Forgetful)) == [
        "media.*.credit is in no table",
        "thanks is in no table",
    ]
