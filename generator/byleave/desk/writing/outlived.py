"""Which drafts may hold words of somebody who left since: they go, whoever wrote them.

Permission is taken back by the commands and in other copies of a site too, so this is asked before
a draft is read, and not only where the desk itself writes something down.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from byleave.desk.drafts import Draft, Drafts
from byleave.desk.texts import digest_of
from byleave.editing.front_matter import Data, record_of, value_at
from byleave.editing.story_files import FilesError, read_text
from byleave.model.record_list import RecordList
from byleave.model.records import STOPPING, RecordHere
from byleave.permission.answers.stopping import known_list
from byleave.text_in_files.declared_records import declared_in, records_in
from byleave.text_in_files.yaml_places import CannotEditError

_ID = re.compile(r"person-(\d+)-id")
_STOPPED = frozenset(("closed", "held"))


def drop_outlived(site: Path, drafts: Drafts) -> None:
    """Throw away the drafts of stories that are gone, or that somebody has left since."""
    kept = tuple(drafts.all())
    listed = known_list(site) if kept else RecordList()
    drafts.drop([one.path for one in kept if _is_outlived(site, listed, one)])


def draft_now(site: Path, drafts: Drafts, path: str) -> Draft | None:
    """The draft of the story at `path`; None where there is none any more."""
    draft = drafts.of(path)
    if draft is None or not _is_outlived(site, known_list(site), draft):
        return draft
    drafts.drop([path])
    return None


def is_about_permission(old: str, new: str) -> bool:
    """Whether a story file that had `old` and has `new` may say something else of permission."""
    return _consents(old) != _consents(new) or _records(old) != _records(new)


def _consents(text: str) -> Mapping[str, Data | None] | None:
    """What is said of everybody's permission, by id; None where it cannot be read."""
    try:
        voices = value_at(record_of(text), "voices")
    except CannotEditError:
        return None
    names = voices if isinstance(voices, Mapping) else ()
    return {name: value_at(voices, name, "consent") for name in names}


def _records(text: str) -> tuple[RecordHere, ...]:
    try:
        return declared_in(record_of(text))
    except CannotEditError:
        return records_in(text, is_rough=True)


def _is_outlived(site: Path, listed: RecordList, draft: Draft) -> bool:
    try:
        text = read_text(site, draft.path).text
    except (FilesError, UnicodeDecodeError):
        return True
    if digest_of(text) == draft.base:
        return False
    return _has_stopped(listed, draft.path, text) or not _still_there(draft, text)


def _has_stopped(listed: RecordList, path: str, text: str) -> bool:
    """Whether anybody's permission for the story is stopped, by its file or by the list."""
    said = (_consents(text) or {}).values()
    if path in listed.doubtful or any(
        isinstance(one, Mapping) and STOPPING & {*one} for one in said
    ):
        return True
    for one in _records(text):
        line = listed.lines.get(one.key)
        if one.state in _STOPPED or one.notes or (line and line.state in _STOPPED):
            return True
    return False


def _still_there(draft: Draft, text: str) -> bool:
    """Whether the file has everybody of the draft, but for those who were new in it."""
    fields = dict(draft.fields)
    numbers = {found[1]: words for name, words in fields.items() if (found := _ID.fullmatch(name))}
    known = {id_ for at, id_ in numbers.items() if not fields.get(f"person-{at}-open")}
    there = _consents(text)
    return known <= there.keys() if there is not None else all(one in text for one in known)
