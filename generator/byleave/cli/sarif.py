"""Findings in SARIF 2.1.0 (OASIS): what editors and hosts of code read from programs that check."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

from byleave import __version__
from byleave.cli.explaining import PAGE, entries
from byleave.diagnostics import Diagnostic

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
# What it calls a level that is ours.
_LEVELS = {"advice": "note"}


def as_sarif(findings: Iterable[Diagnostic]) -> Mapping[str, Any]:
    """One run with all findings, and what the reference says of each code among them."""
    found = list(findings)
    codes = list(dict.fromkeys(one.code for one in found))
    rules = [_rule(code) for code in codes]
    driver = {"name": "Byleave", "semanticVersion": __version__, "rules": rules}
    results = [_result(one, codes.index(one.code)) for one in found]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> Mapping[str, Any]:
    entry = entries().get(code)
    if entry is None:  # a code that the reference does not have; its test lets none pass
        return {"id": code}
    said = f"{entry.do}. {PAGE}#{code}"
    return {"id": code, "shortDescription": {"text": entry.means}, "help": {"text": said}}


def _result(one: Diagnostic, rule: int) -> Mapping[str, Any]:
    about = f": {one.about}" if one.about else ""
    return {
        "ruleId": one.code,
        "ruleIndex": rule,
        "level": _LEVELS.get(one.severity, one.severity),
        "message": {"text": f"{one.message}{about}. Do: {one.do}"},
        "locations": list(_places(one)),
    }


def _places(one: Diagnostic) -> Iterator[Mapping[str, Any]]:
    """The first place of a finding is where it is shown; hosts of code list the others too."""
    file = {"uri": quote(one.path), "uriBaseId": "%SRCROOT%"}
    first = {"startLine": one.line, "startColumn": one.column}
    others = ({"startLine": line} for line in one.lines if line != one.line)
    for region in (first, *others):
        yield {"physicalLocation": {"artifactLocation": file, "region": region}}
