"""The group's glossary, `site_src/glossary.yaml`: hard words, and what they mean."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict

from byleave.diagnostics import Diagnostic, error
from byleave.model.glossary import Glossary, GlossaryEntry
from byleave.model.scalars import STRICT, Line, ListOf
from byleave.positions import Positions
from byleave.read.group.own_yaml import own_yaml

GLOSSARY_FILE = "site_src/glossary.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Explained:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    means: Line
    also: Annotated[tuple[Line, ...], ListOf] = ()


def _entry(value: Any) -> Any:
    return {"means": value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class _GlossaryFile:
    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    words: Mapping[
        Line,
        Annotated[_Explained, BeforeValidator(_entry, json_schema_input_type=_Explained | Line)],
    ]


def glossary(site: Path) -> tuple[Glossary, tuple[Diagnostic, ...]]:
    """The glossary of the site folder `site`, and what is wrong with it.

    With a fault in it there is none: stories are published without it, and the fault is told.
    """
    own, positions, findings = own_yaml(site, GLOSSARY_FILE, _GlossaryFile)
    if own is None:
        return (), findings
    twice = tuple(_twice(own, positions))
    return (() if twice else _in_order(own)), twice


def _in_order(own: _GlossaryFile) -> Glossary:
    entries = (
        GlossaryEntry(term=term, explanation=said.means, forms=(term, *said.also))
        for term, said in own.words.items()
    )
    return tuple(sorted(entries, key=lambda one: (one.term.casefold(), one.term)))


def _twice(own: _GlossaryFile, positions: Positions) -> Iterator[Diagnostic]:
    """The words that are explained in two ways, so that nobody knows which is meant."""
    seen: set[str] = set()
    for term, said in own.words.items():
        forms = {form.casefold() for form in (term, *said.also)}
        if forms & seen:
            do = "keep one of the two, with the other words under its `also:`"
            at = positions.at("words", term)
            yield error(GLOSSARY_FILE, "glossary-twice", "this is explained already", do, at)
        seen |= forms
