"""Which records a story file has, and the state of each, whatever is wrong with the file.

A consent that cannot be read as one is taken in the most careful way: its record counts as held.
"""

import re
from collections.abc import Iterator, Mapping

from byleave.model.records import (
    CLOSING,
    CONSENT_KEYS,
    NOTES,
    STOPPING,
    RecordHere,
    RecordState,
    record_key,
)
from byleave.text_in_files.front_matter import Data, data_of
from byleave.text_in_files.yaml_places import CannotEditError, group_of

_STOP = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(STOPPING))})(?![\w-])", re.I)
# What is in a consent and in nothing else, also where it is written in capitals.
_OF_A_CONSENT = STOPPING | {"record"}
_LISTS = frozenset(("uses", "words", "seen", "there", "understood"))
_PIECE = re.compile(r"[^\n,{}\[\]]+")
_BESIDE_A_SIGN = re.compile(r"[=:：;]\s?([^\s=:：;]+)")


def records_in(yaml_text: str, *, is_rough: bool = False) -> tuple[RecordHere, ...]:
    """The records in the front matter that is `yaml_text`, each thing once, in their order.

    Where it cannot be read, or its letters may be other ones (`is_rough`), and a word stands in it
    that stops a permission, everything in it that may be a number counts as held.
    """
    try:
        said = declared_in(data_of(group_of(yaml_text)))
    except CannotEditError:
        said, is_rough = (), True
    if not is_rough:
        return said
    return (*said, *_perhaps(yaml_text)) if _STOP.search(yaml_text) else said


def perhaps_in(yaml_text: str) -> tuple[RecordHere, ...]:
    """What may be a number in front matter that cannot be read, as held; none where it can."""
    try:
        data_of(group_of(yaml_text))
    except CannotEditError:
        return tuple(_perhaps(yaml_text))
    return ()


def declared_in(data: Data) -> tuple[RecordHere, ...]:
    """The same, of what a front matter says."""
    return tuple(dict.fromkeys(_records(data, (), doubled=False)))


def may_hold(text: str, number: str) -> bool:
    """Whether the number of a record stands anywhere in `text`, in any spelling of it."""
    key = record_key(number)
    return any(record_key(one) == key for one in _candidates(text))


def _perhaps(text: str) -> Iterator[RecordHere]:
    for number in dict.fromkeys(_candidates(text)):
        yield RecordHere(number=number, state="held", is_sure=False)


def _candidates(text: str) -> Iterator[str]:
    """What may be a number: each word, and what stands beside a colon or what is meant as one."""
    for piece in _PIECE.findall(text):
        for said in (piece.partition(":")[2], *piece.split(), *_BESIDE_A_SIGN.findall(piece)):
            if number := said.strip(" \t'\""):
                yield number


def _records(data: Data, place: tuple[str, ...], *, doubled: bool) -> Iterator[RecordHere]:
    """Every record at or below `place`; a mapping with a key of a consent alone is meant as one."""
    # Whatever has keys of its own within a voice is its consent, however the key is written.
    is_meant = len(place) == 3 and place[0] == "voices"
    is_consent = is_meant and place[2] == "consent"
    voice = place[1] if len(place) > 1 and place[0] == "voices" else ""
    if isinstance(data, str):
        yield from _of_no_consent(data, voice) if is_consent else ()
        return
    if not isinstance(data, Mapping):
        for one in data:
            yield from _records(one, place, doubled=True)
        return
    if is_meant or any(key.casefold() in _OF_A_CONSENT for key in data):
        yield from _consent(data, voice, is_odd=doubled or not is_consent)
    for key, values in data.items():
        for value in values:
            if not isinstance(value, str) or key == "consent":
                yield from _records(value, (*place, key), doubled=doubled or len(values) > 1)


def _of_no_consent(said: str, voice: str) -> Iterator[RecordHere]:
    for number in dict.fromkeys(_candidates(said)):
        yield RecordHere(number=number, state="held", voice=voice, is_sure=False)


def _consent(
    data: Mapping[str, tuple[Data, ...]], voice: str, *, is_odd: bool
) -> Iterator[RecordHere]:
    state, day = _stated(data)
    if is_odd or _is_odd(data):
        state = "held" if state == "open" else state
        # The key that is not known may be that of the number.
        for number in dict.fromkeys(_words(data)):
            yield RecordHere(number=number, state="held", voice=voice, is_sure=False)
    notes = tuple(one for one in NOTES if one in data)
    for number in _words(data.get("record", ())):
        yield RecordHere(number=number, state=state, voice=voice, day=day, notes=notes)


def _stated(data: Mapping[str, tuple[Data, ...]]) -> tuple[RecordState, str]:
    """The state that a consent says itself, and what stands beside the key that says it."""
    for key in CLOSING:
        if key in data:
            return "closed", next(_words(data[key]), "")
    return ("held", next(_words(data["held"]), "")) if "held" in data else ("open", "")


def _is_odd(data: Mapping[str, tuple[Data, ...]]) -> bool:
    """Whether here is what no consent has: another key, a key twice, a list for a line."""
    return any(
        key not in CONSENT_KEYS
        or len(values) > 1
        or (key not in STOPPING and not isinstance(values[0], str) and key not in _LISTS)
        for key, values in data.items()
    )


def _words(data: Data) -> Iterator[str]:
    """Every line of text in `data`, however deep."""
    if isinstance(data, str):
        if said := " ".join(data.split()):
            yield said
        return
    inner = data if isinstance(data, tuple) else (one for found in data.values() for one in found)
    for one in inner:
        yield from _words(one)
