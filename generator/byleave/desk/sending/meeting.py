"""A file that two people have changed: both side by side, and what becomes of it.

What only one of them changed is taken. Of what somebody said about permission the more careful
holds, whatever is chosen.
"""

import hashlib
from pathlib import Path

from msgspec import Struct

from byleave.desk.asking import Asked
from byleave.desk.writing.changing import changed, sheet_in
from byleave.desk.writing.merging import Differing, differing, merged
from byleave.desk.writing.sheet import STORY_LINES
from byleave.editing.front_matter import CannotEditError, Data, value_at
from byleave.editing.yaml_values import in_one_line
from byleave.model.record_list import RECORDS_FILE, read_records
from byleave.sharing.careful import as_value, with_careful_permissions
from byleave.sharing.carried import (
    ByHandError,
    both_changed_keys,
    versions,
    with_carried_keys,
)
from byleave.sharing.sending import Both, both_changed

YOURS, THEIRS = "yours", "theirs"
_IN_FORM = frozenset((*STORY_LINES, "themes"))
# Bytes that are no letters stand as these in what git says of a file.
_NO_TEXT = frozenset(("\0", *map(chr, range(0xDC80, 0xDD00))))


class ChangedTwice(Struct, frozen=True, kw_only=True):
    """A file that both have changed, and what of it differs; `field` names the choice in a form.

    Where it `has_choice`, somebody has to say whose is taken where both differ. Where it is to be
    done `by_hand`, these words say of what, and nothing is sent before.
    """

    both: Both
    field: str
    differing: tuple[Differing, ...]
    has_choice: bool
    by_hand: str = ""


def meetings(site: Path) -> tuple[ChangedTwice, ...]:
    """The files that two people have changed, each with what differs."""
    return tuple(map(meeting_of, both_changed(site)))


def is_answered(shown: tuple[ChangedTwice, ...], asked: Asked) -> bool:
    """Whether a form was about just these, as they are now, and somebody has chosen for each."""
    return set(asked.all("shown")) == {one.field for one in shown} and all(
        not one.by_hand and (not one.has_choice or asked.said(one.field) in (YOURS, THEIRS))
        for one in shown
    )


def meeting_of(both: Both) -> ChangedTwice:
    """What differs in a file, and whether a program may bring it together."""
    by_hand = _by_hand(both)
    shown = _whole(both) if by_hand else _differing(both)
    is_list = _is_list(both)
    return ChangedTwice(
        both=both,
        field=_field(both),
        differing=() if is_list and not by_hand else shown,
        has_choice=bool(shown) and not is_list and not by_hand,
        by_hand=by_hand,
    )


def _field(both: Both) -> str:
    """A name by which an answer is about these texts of this file and no others."""
    said = repr((both.path, both.base, both.yours, both.theirs))
    return f"whose-{hashlib.sha256(said.encode('utf-8', 'surrogateescape')).hexdigest()[:32]}"


def _is_list(both: Both) -> bool:
    return both.path.endswith(RECORDS_FILE)


def _by_hand(both: Both) -> str:
    """What of a file only people can bring together; "" where there is nothing of that."""
    texts = [one for one in (both.base, both.yours, both.theirs) if one is not None]
    if _is_list(both):
        is_text = not any(sign in one for one in texts for sign in _NO_TEXT)
        return "" if is_text else "the list of records, which is not plain text"
    if not both.path.endswith(".md"):
        return ""
    if both.yours is None or both.theirs is None:
        is_asked = any("consent" in one for one in texts)
        return "a file with permissions in it, which one of you took away" if is_asked else ""
    try:
        for is_yours in (True, False):
            _together(both, is_yours=is_yours)
    except CannotEditError:
        return "what stands above the words, which cannot be read or changed by itself"
    except ByHandError as fault:
        return str(fault)
    return ""


def _differing(both: Both) -> tuple[Differing, ...]:
    if both.yours is None or both.theirs is None or not both.path.endswith(".md"):
        return _whole(both)
    base = sheet_in(both.base) if both.base else sheet_in(both.theirs)
    return (
        *differing(base, sheet_in(both.yours), sheet_in(both.theirs)),
        *_keys(both.base or "", both.yours, both.theirs),
    )


def _keys(base: str, yours: str, theirs: str) -> tuple[Differing, ...]:
    """What is in no form, and both have changed otherwise."""
    three = versions(base, yours, theirs)
    return tuple(
        Differing(name=key, yours=_said(three.first, key), theirs=_said(three.second, key))
        for key in both_changed_keys(three, _IN_FORM)
    )


def _said(record: Data, key: str) -> str:
    said = value_at(record, key)
    return "" if said is None else in_one_line(as_value(said))


def _whole(both: Both) -> tuple[Differing, ...]:
    yours, theirs = map(_readable, (both.yours, both.theirs))
    return (Differing(name="The whole file", yours=yours, theirs=theirs),)


def _readable(text: str | None) -> str:
    if text is None:
        return "The file was taken away."
    if any(sign in text for sign in _NO_TEXT):
        return "This is no text: a picture, or another file."
    return text


def resolved(meeting: ChangedTwice, asked: Asked) -> str | None:
    """The text that both become, by what was chosen; None where the file goes."""
    both = meeting.both
    is_yours = asked.said(meeting.field) == YOURS
    if _is_list(both):
        return _lists_together(both.yours or "", both.theirs or "")
    if both.yours is None or both.theirs is None or not both.path.endswith(".md"):
        return both.yours if is_yours else both.theirs
    return _together(both, is_yours=is_yours)


def _lists_together(yours: str, theirs: str) -> str:
    """Both lists in one; where a line cannot be read every line stays, since it may hold one."""
    both = f"{yours}\n{theirs}"
    found = read_records(both)
    if not found.unreadable and not found.merged:
        return found.as_text
    lines = (one for one in both.splitlines() if one.strip())
    return "".join(f"{one}\n" for one in dict.fromkeys(lines))


def _together(both: Both, *, is_yours: bool) -> str:
    assert both.yours is not None and both.theirs is not None  # noqa: S101, PT018 - else one goes
    base = both.base or ""
    first, second = (both.yours, both.theirs) if is_yours else (both.theirs, both.yours)
    was = sheet_in(base) if base else sheet_in(second)
    text = changed(both.path, first, merged(was, sheet_in(first), sheet_in(second)))
    text = with_carried_keys(both.path, text, versions(base, first, second), _IN_FORM)
    return with_careful_permissions(both.path, text, base, both.yours, both.theirs)
