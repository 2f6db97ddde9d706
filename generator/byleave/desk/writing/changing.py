"""From one sheet to another by the smallest change of the file: only what differs is written.

A key that nobody touched keeps its bytes, its comments and its quotes.
"""

import re
from collections.abc import Iterator, Mapping

from byleave.beginning.front_matter import as_yaml
from byleave.desk.writing.sheet import (
    BOOKING_LINES,
    EVENT_LINES,
    NOBODY,
    SESSION_LINES,
    VOICE_LINES,
    Access,
    EventSheet,
    PersonSheet,
    PictureSheet,
    Session,
    Sheet,
    sheet_of,
)
from byleave.editing.front_matter import (
    CannotEditError,
    Data,
    Edit,
    Value,
    edited_at,
    record_of,
    value_at,
)
from byleave.text_in_files.yaml_places import front_matter

_CLOSING = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BREAK = re.compile(r"\r\n|\r|\n")


def sheet_in(text: str) -> Sheet:
    """The sheet of a story file's whole text; raises CannotEditError."""
    record = record_of(text)
    return sheet_of(record, _as_typed(text[_body_start(text) :]))


def changed(path: str, text: str, wanted: Sheet) -> str:
    """The `text` of the story file at `path` so that it says what is `wanted`.

    Raises CannotEditError where that cannot be done without a risk to the rest.
    """
    before = sheet_in(text)
    for edit in _edits(record_of(text), before, wanted):
        text = _with_edit(path, text, edit)
    if wanted.body != before.body:
        start = _body_start(text)
        text = text[:start] + _as_kept(wanted.body, text)
    return text


def _with_edit(path: str, text: str, edit: Edit) -> str:
    """`text` with `edit`; a group that is new at the top is laid out as a person would write it."""
    if len(edit.path) == 1 and isinstance(edit.value, Mapping) and edit.value:
        record = record_of(text)
        is_new = value_at(record, *edit.path) is None
        if is_new:
            end = front_matter(text).end
            lines = as_yaml({edit.path[0]: edit.value}).replace("\n", _line_end(text))
            new = text[:end] + lines + text[end:]
            if _others(new, edit.path[0]) == record:
                return new
    return edited_at(path, text, [edit])


def _others(text: str, key: str) -> Data | None:
    """What the front matter says but for one key; None where it cannot be read."""
    try:
        record = record_of(text)
    except CannotEditError:
        return None
    if not isinstance(record, Mapping):
        return None
    return {name: said for name, said in record.items() if name != key}


def _body_start(text: str) -> int:
    closing = _CLOSING.match(text, front_matter(text).end)
    return closing.end() if closing else len(text)


def _line_end(text: str) -> str:
    found = _BREAK.search(text)
    return found[0] if found else "\n"


def _as_typed(body: str) -> str:
    return _BREAK.sub("\n", body)


def _as_kept(body: str, text: str) -> str:
    """What was typed, with the line ends that the file has, and one at its end."""
    kept = body.rstrip("\n")
    return f"{kept}\n".replace("\n", _line_end(text)) if kept.strip() else ""


def _edits(record: Data, before: Sheet, wanted: Sheet) -> Iterator[Edit]:
    for name, words in wanted.lines.items():
        if words != before.lines[name]:
            yield Edit(path=(name,), value=words or None)
    if set(wanted.themes) != set(before.themes):
        # In the order in which they stand, with what is new behind them.
        kept = (one for one in before.themes if one in wanted.themes)
        themes = tuple(dict.fromkeys((*kept, *wanted.themes)))
        yield Edit(path=("themes",), value=themes or None)
    if wanted.event != before.event:
        yield from _event(record, before.event, wanted.event)
    yield from _people(record, before.people, wanted.people)
    yield from _pictures(before.pictures, wanted.pictures)


def _event(record: Data, before: EventSheet | None, wanted: EventSheet | None) -> Iterator[Edit]:
    values = dict(_event_values(wanted)) if wanted else {}
    if before is None or wanted is None:
        said = {name: value for name, value in values.items() if value}
        if before or said:
            yield Edit(path=("event",), value=said or None)
        return
    was = dict(_event_values(before))
    for name, value in values.items():
        if value == was[name]:
            continue
        if name == "booking" and value_at(record, "event", "booking") and value:
            yield from _booking(was[name], value)
        else:
            yield Edit(path=("event", name), value=value or None)


def _booking(before: Value, wanted: Value) -> Iterator[Edit]:
    assert isinstance(before, Mapping) and isinstance(wanted, Mapping)  # noqa: S101, PT018 - both are made below
    for name in dict.fromkeys((*before, *wanted)):
        if before.get(name) != wanted.get(name):
            yield Edit(path=("event", "booking", name), value=wanted.get(name))


def _event_values(event: EventSheet) -> Iterator[tuple[str, Value]]:
    yield "starts", f"{event.starts_day} {event.starts_time}".strip()
    yield "ends", f"{event.ends_day} {event.ends_time}".strip()
    yield "status", event.status
    yield from ((name, event.lines.get(name, "")) for name in EVENT_LINES)
    is_said = event.join_public or event.lines.get("join")
    yield "join_public", ("yes" if event.join_public else "no") if is_said else ""
    booking = {name: event.booking.get(name, "") for name in BOOKING_LINES}
    yield "booking", {k: v for k, v in {**booking, "closes": event.closes}.items() if v}
    yield "access", _access(event.access)
    yield "programme", tuple(map(_session, event.programme))


def _access(rows: tuple[Access, ...]) -> Value:
    """A list where all of it is there, as people write it; else each with its answer."""
    if all(one.answer == "yes" for one in rows):
        return tuple(one.what for one in rows)
    return {one.what: one.answer for one in rows}


def _session(row: Session) -> Mapping[str, Value]:
    lines: dict[str, Value] = {name: getattr(row, name) for name in SESSION_LINES}
    found: dict[str, Value] = {name: words for name, words in lines.items() if words}
    return {**found, "voices": row.voices} if row.voices else found


def _people(
    record: Data, before: tuple[PersonSheet, ...], wanted: tuple[PersonSheet, ...]
) -> Iterator[Edit]:
    was = {one.id: one for one in before}
    is_there = value_at(record, "voices") is not None
    stays = {one.id for one in wanted}
    for one in wanted:
        if one.id not in was:
            entry = {**_said(one.lines), "consent": {}}
            if is_there:
                yield Edit(path=("voices", one.id), value=entry)
            else:
                yield Edit(path=("voices",), value={one.id: entry})
            is_there = True
            continue
        for name in VOICE_LINES:
            # What somebody said yes to is not changed here; see `desk.permission`.
            if was[one.id].is_open and one.lines.get(name, "") != was[one.id].lines[name]:
                yield Edit(path=("voices", one.id, name), value=one.lines.get(name) or None)
    for one in before:
        if one.id not in stays and one.is_open:
            yield Edit(path=("voices", one.id), value=None)


def _said(lines: Mapping[str, str]) -> dict[str, Value]:
    return {name: lines[name] for name in VOICE_LINES if lines.get(name)}


def _pictures(before: tuple[PictureSheet, ...], wanted: tuple[PictureSheet, ...]) -> Iterator[Edit]:
    was = {one.name: one for one in before}
    is_there = bool(before)
    for one in wanted:
        if one.name not in was:
            entry = {name: value for name, value in _picture(one) if value}
            yield (
                Edit(path=("media", one.name), value=entry)
                if is_there
                else Edit(path=("media",), value={one.name: entry})
            )
            is_there = True
            continue
        old = dict(_picture(was[one.name]))
        for name, value in _picture(one):
            if value != old[name]:
                yield Edit(path=("media", one.name, name), value=value or None)


def _picture(one: PictureSheet) -> Iterator[tuple[str, Value]]:
    yield "alt", "" if one.is_decorative else one.alt
    yield "decorative", "yes" if one.is_decorative else ""
    yield "caption", one.caption
    yield "shows", "" if one.shows is None else (one.shows or NOBODY)
