"""What an audit found, for a terminal and on a page that a group can sign and give away."""

from datetime import date
from typing import Any

from byleave.permission.audit.search import Audit, Trace
from byleave.permission.pages import page

_WHAT = {
    "words": "words",
    "title": "a title",
    "name": "a name",
    "record": "a record number",
    "file name": "the name of a file",
    "address": "the address of a story",
    "file": "a copy of a file",
    "picture": "a picture, or a part of one",
}
_PLACES = {
    "text": "in the text",
    "attribute": "in an attribute",
    "comment": "in a comment",
    "code": "in a style or script",
    "name": "in the name of the file",
    "metadata": "in what the file says of itself",
    "bytes": "in its bytes",
}


def audit_text(done: Audit, *, verbose: bool) -> str:
    """What was found, what was looked for, and where, as lines."""
    lines = []
    for one in told_traces(done, verbose=verbose):
        quoted = f": {one['words']}" if one.get("words") else ""
        records = f" ({', '.join(one['records'])})" if one["records"] else ""
        lines.append(f"{one['path']}: {one['what']} {one['place']}{records}{quoted}")
    lines += [f"{path}: a part of this cannot be read; look at it yourself" for path in done.unread]
    sought = ", ".join(f"{kind} ({number:,})" for kind, number in done.sought.items())
    files = ", ".join(f"{kind} ({number:,})" for kind, number in done.files.items()) or "no files"
    lines += [f"looked for: {sought}", f"looked through: {files}", verdict(done)]
    return "\n".join(lines)


def verdict(done: Audit) -> str:
    """The outcome in one sentence."""
    number = len(done.traces)
    if number == 0:
        return "nothing that is withheld was found"
    return f"{number} {'trace' if number == 1 else 'traces'} of what is withheld"


def told_traces(done: Audit, *, verbose: bool) -> list[dict[str, Any]]:
    """The traces in words; what was found, and a file's name that holds it, when asked for."""
    telling = {one.path for one in done.traces if one.place == "name"} if not verbose else set()
    return [_told(one, verbose=verbose, hides=one.path in telling) for one in done.traces]


def _told(one: Trace, *, verbose: bool, hides: bool) -> dict[str, Any]:
    told = {
        "path": f"{one.path.partition('/')[0]}/…" if hides else one.path,
        "what": _WHAT[one.what],
        "place": _PLACES[one.place],
        "records": list(one.records),
    }
    return told | ({"words": one.words} if verbose and one.words else {})


def audit_page(done: Audit, title: str, day: date, *, verbose: bool) -> str:
    """The page to print and sign, as HTML that needs nothing but itself."""
    return page(
        "audit.html",
        site=title,
        day=day,
        done=done,
        number=sum(done.files.values()),
        traces=told_traces(done, verbose=verbose),
    )
