"""What people are told: findings and counts as text, or as programs read them."""

import json
import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from click import style
from msgspec import to_builtins

from byleave.cli.findings import COLOURS, as_text
from byleave.cli.streams import speaks_utf8
from byleave.diagnostics import Diagnostic
from byleave.git import FolderInGit
from byleave.model.terms import LAPSING_DAYS
from byleave.pipeline.options import BuildResult
from byleave.values import replace

# Fewer that are gone are told of by the counts alone.
_MANY_PAGES = 10
# Reasons in the order in which they are told, each with its words for one and for several.
_REASONS = {
    "error": ("1 withheld by its error", "{} withheld by their errors"),
    "fault": ("1 withheld by an error elsewhere", "{} withheld by errors elsewhere"),
    "permission": ("1 withheld by permission", "{} withheld by permission"),
    "follows": ("1 withheld with the story it stands on", "{} withheld with stories they stand on"),
    "draft": ("1 draft", "{} drafts"),
    "future": ("1 not due yet", "{} not due yet"),
}


def _json(findings: Iterable[Diagnostic]) -> str:
    return as_json([to_builtins(finding) for finding in findings])


def as_json(value: Any, default: Callable[[Any], Any] | None = None) -> str:
    """`value` as JSON, which is UTF-8: where the output is not, in letters that are in both."""
    return json.dumps(value, indent=2, ensure_ascii=not speaks_utf8(), default=default)


def _sarif(findings: Iterable[Diagnostic]) -> str:
    # Its words are those of the reference, which is looked through for them.
    from byleave.cli.sarif import as_sarif

    return as_json(as_sarif(findings))


def _gitlab(findings: Iterable[Diagnostic]) -> str:
    from byleave.cli.gitlab import as_gitlab  # needed where it is asked for alone

    return as_json(list(as_gitlab(findings)))


def _github(findings: Iterable[Diagnostic]) -> str:
    return "\n".join(map(_annotation, findings))


def _annotation(finding: Diagnostic) -> str:
    """A workflow command of GitHub Actions; its own characters are escaped as it asks."""
    place = f"file={_escaped(finding.path, ':,')},line={finding.line},col={finding.column}"
    message = _escaped(f"{finding.message}. Do: {finding.do}", "")
    level = "notice" if finding.severity == "advice" else finding.severity
    return f"::{level} {place},title={finding.code}::{message}"


def _escaped(text: str, also: str) -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


FORMATS: Mapping[str, Callable[[Iterable[Diagnostic]], str]] = {
    "text": as_text,
    "json": _json,
    "github": _github,
    "gitlab": _gitlab,
    "sarif": _sarif,
}


def told(findings: Iterable[Diagnostic], form: str = "text", *, verbose: bool = False) -> str:
    """The findings in one of FORMATS; private ones when asked for alone.

    What each is about is named on a terminal, which nobody keeps, and when asked for.
    """
    shown = [one for one in findings if verbose or not one.private]
    if form != "text":
        return FORMATS[form](shown if verbose else [replace(one, about="") for one in shown])
    seen = sys.stderr.isatty()
    return as_text(shown, every=verbose, named=verbose or seen, short=seen)


def told_by_kind(result: BuildResult, *, verbose: bool) -> str:
    """The advice kind by kind; what is private when asked for alone."""
    # It loads what only a check needs.
    from byleave.cli.advice import as_advice

    shown = [one for one in result.advice if verbose or not one.private]
    return as_advice(shown, every=verbose)


def advised(result: BuildResult) -> str:
    """One line: how much advice there is, and where to read it; "" where there is none."""
    if not result.advised:
        return ""
    number = _count(result.advised, "piece")
    return f"{number} of advice on how it reads: byleave check"


def lapsing(result: BuildResult, *, verbose: bool) -> str:
    """One line: how many permissions end soon; where, when asked for alone. "" if none does."""
    if not result.lapsing:
        return ""
    number = _count(len(result.lapsing), "permission")
    verb = "ends" if len(result.lapsing) == 1 else "end"
    label = style("warning", fg=COLOURS["warning"], bold=True)
    said = f"{label}: {number} {verb} within {LAPSING_DAYS} days; see byleave consent due"
    return "\n".join((said, *(result.lapsing if verbose else ())))


def of_records(result: BuildResult) -> str:
    """At most two lines: what is to be seen to in the list of records and beside it."""
    said = []
    if result.disputed:
        number = _count(result.disputed, "record")
        verb = "is" if result.disputed == 1 else "are"
        label = style("warning", fg=COLOURS["warning"], bold=True)
        said.append(
            f"{label}: {number} {verb} stopped in one place and permitted in another, and so "
            "withheld in both; see byleave build --verbose"
        )
    if result.unlisted:
        number = _count(result.unlisted, "record")
        verb = "is" if result.unlisted == 1 else "are"
        said.append(f"{number} {verb} not in the list of records: byleave consent records")
    return "\n".join(said)


def git_takes_in(found: FolderInGit) -> str:
    """Two lines: that git would keep what was built, and what to do about it."""
    label = style("warning", fg=COLOURS["warning"], bold=True)
    verb, first = (
        ("has", f"git rm -r --cached {found.path}, and ")
        if found.is_there
        else (
            "would take in",
            "",
        )
    )
    return (
        f"{label}: git {verb} {found.path}/, and keeps what somebody withdraws later\n"
        f"  do: {first}add the line {found.rule} to .gitignore at the top of the repository"
    )


def summary(result: BuildResult) -> str:
    """One line: what is wrong, what is published, what is withheld and why."""
    errors = result.errors
    warnings = sum(one.severity == "warning" and not one.private for one in result.diagnostics)
    faults = [_count(errors, "error"), _count(warnings, "warning")]
    stories = [f"{_count(result.published, 'story', 'stories') or 'no stories'} published"]
    for reason, (one, several) in _REASONS.items():
        number = result.withheld.get(reason, 0)
        if number:
            stories.append(one if number == 1 else several.format(number))
    if result.withheld_voices:
        stories.append(f"{_count(result.withheld_voices, 'voice')} withheld in published stories")
    return "; ".join(part for part in (", ".join(filter(None, faults)), ", ".join(stories)) if part)


def where_reasons_are(result: BuildResult, *, verbose: bool) -> str:
    """One line, on a terminal: how to hear why whole stories are withheld. "" where none is."""
    if verbose or not result.withheld.get("permission") or not sys.stderr.isatty():
        return ""
    return "  why: byleave check --verbose"


def written(result: BuildResult) -> str:
    """One line: what became of the files of the output folder."""
    done = result.written
    if done is None:
        return ""
    parts = [
        f"{len(files)} {word}"
        for files, word in (
            (done.deleted, "deleted"),
            (done.changed, "changed"),
            (done.created, "new"),
            (done.unchanged, "unchanged"),
        )
        if files
    ]
    return "files: " + (", ".join(parts) or "none")


def taken_away(result: BuildResult) -> str:
    """One loud line where a build took away more than half of the pages; "" where it did not.

    It is never held up: somebody may be waiting to be gone.
    """
    done = result.written
    if done is None:
        return ""
    gone, before = (
        sum(path.endswith(".html") for path in paths)
        for paths in (done.deleted, (*done.deleted, *done.changed, *done.unchanged))
    )
    if gone * 2 <= before or gone < _MANY_PAGES:
        return ""
    said = (
        f"{gone:,} of {before:,} pages are gone from the site: more than half. If nobody meant "
        "that, look whether all stories are here before you publish"
    )
    return f"{style('WARNING', fg=COLOURS['error'], bold=True)}: {said}"


def _count(number: int, one: str, several: str = "") -> str:
    return "" if number == 0 else f"{number} {one if number == 1 else several or one + 's'}"
