"""The list of words about people: Byleave's own, with what `site_src/words.yaml` adds and takes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, ClassVar

import yaml
from pydantic import ConfigDict

from byleave.diagnostics import Diagnostic, warning
from byleave.model.scalars import STRICT, Line, ListOf
from byleave.model.words_about_people import WordAboutPeople, WordList
from byleave.positions import Positions
from byleave.read.group.own_yaml import own_yaml
from byleave.suggestions import nearest
from byleave.wording.people import entry_of, with_others, written

WORDS_FILE = "site_src/words.yaml"
_OURS = "words-to-avoid.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWord:
    """An entry of a group's own."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    term: Line
    why: Line
    instead: Line
    source: Line = ""
    not_before: Annotated[frozenset[Line], ListOf] = frozenset()
    not_after: Annotated[frozenset[Line], ListOf] = frozenset()
    only_after: Annotated[frozenset[Line], ListOf] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What a group adds to the list, and which terms it leaves out."""

    __pydantic_config__: ClassVar[ConfigDict] = STRICT

    add: Annotated[tuple[OwnWord, ...], ListOf] = ()
    leave_out: Annotated[tuple[Line, ...], ListOf] = ()


@cache
def _own_list() -> WordList:
    text = (files("byleave.wording") / _OURS).read_text("utf-8")
    data = yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - it makes texts alone, and ours is safe
    sources: Mapping[str, str] = data["sources"]
    return WordList(entries=tuple(_ours(dict(one), sources) for one in data["words"]))


def _ours(said: dict[str, Any], sources: Mapping[str, str]) -> WordAboutPeople:
    beside = {
        key: frozenset(said.get(key, ())) for key in ("not_before", "not_after", "only_after")
    }
    words = {key: said[key] for key in ("why", "instead")}
    return entry_of(said["term"], {**words, **beside, "source": sources[said["source"]]})


def word_list(site: Path) -> tuple[WordList, tuple[Diagnostic, ...]]:
    """The list for the site folder `site`, and what is wrong with the group's own part of it.

    A fault there stops nothing: Byleave's own list is there whatever happens.
    """
    ours = _own_list()
    own, positions, findings = own_yaml(site, WORDS_FILE, OwnWords)
    if own is None:
        return ours, findings
    added = tuple(_entry(one) for one in own.add)
    return with_others(ours, added, own.leave_out), tuple(_unknown(own, ours, positions))


def _entry(own: OwnWord) -> WordAboutPeople:
    keys = ("why", "instead", "source", "not_before", "not_after", "only_after")
    return entry_of(own.term, {key: getattr(own, key) for key in keys})


def _unknown(own: OwnWords, ours: WordList, positions: Positions) -> Iterator[Diagnostic]:
    """What is to be left out, and was never in the list."""
    known = {form.casefold() for entry in ours.entries for form in entry.forms}
    for number, term in enumerate(own.leave_out):
        if written(term) not in known:
            near = nearest(written(term), known)
            do = f"did you mean “{near}”?" if near else "take it out"
            at = positions.at("leave_out", number)
            yield warning(WORDS_FILE, "no-such-word", "the list has no such word", do, at)
