"""The files of the search: classic scripts that a page can load from a disk, too."""

import json
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files as files_of
from urllib.parse import quote

from byleave.model.machine_files import (
    SearchCardsView,
    SearchDataView,
    SearchMapView,
    SearchScriptView,
    SearchWordsView,
)
from byleave.model.pieces import SearchCard
from byleave.render import dates
from byleave.render.strings import language_name

Say = Callable[[str], str]

_COMMENT = re.compile(r"^\s*//.*\n", re.M)
_QUOTED = re.compile(r'("[^"\n]*"|`[^`\n]*`)')
_GAP = re.compile(r"\s+")
_AROUND_SIGNS = re.compile(r"\s*([^\w\s$\\])\s*")


def search_file(view: SearchScriptView | SearchDataView, language: str, say: Say) -> bytes:
    """The bytes of one of them; `say` says our own words in `language`."""
    if isinstance(view, SearchScriptView):
        return find_script()
    text = json.dumps(_data(view, language, say), ensure_ascii=False, separators=(",", ":"))
    # A script ends there, if somebody puts the file into a page.
    text = text.replace("</", "<\\/")
    return f'found("{view.name}",{text})\n'.encode()


def _data(view: SearchDataView, language: str, say: Say) -> object:
    match view:
        case SearchMapView():
            return _map(view, say)
        case SearchWordsView():
            return dict(view.words)
        case SearchCardsView():
            return {card.number: _card(card, language, say) for card in view.cards}
    raise TypeError(view)


@cache
def find_script() -> bytes:
    """What looks things up, without its comments and the spaces that are not in quotation marks."""
    text = (files_of("byleave") / "look" / "search" / "find.js").read_text("utf-8")
    parts = _QUOTED.split(_COMMENT.sub("", text))
    parts[::2] = (_AROUND_SIGNS.sub(r"\1", _GAP.sub(" ", one)) for one in parts[::2])
    return f"{''.join(parts).strip()}\n".encode()


def _map(view: SearchMapView, say: Say) -> Mapping[str, object]:
    labels: Mapping[str, Callable[[str], str]] = {"l": language_name, "k": kinds(say).__getitem__}
    return {
        "length": view.length,
        "bits": view.bits,
        "signs": view.signs,
        "files": view.files,
        "folds": view.folds,
        "welsh": view.mutations,
        "groups": [
            (key, [(value, label or labels[key](value)) for value, label in options])
            for key, options in view.groups
        ],
    }


def kinds(say: Say) -> Mapping[str, str]:
    """What readers call the kinds of what can be found."""
    return {
        "story": say("Story"),
        "event": say("Event"),
        "report": say("Report"),
        "easy-read": say("Easy Read"),
    }


def _card(card: SearchCard, language: str, say: Say) -> tuple[str, ...]:
    facts = f"{kinds(say)[card.kind]} · {dates.day(card.day, language)}"
    return card.title, facts, card.summary, card.language, quote(card.address)
