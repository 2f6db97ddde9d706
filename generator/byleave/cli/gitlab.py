"""Findings as GitLab shows them beside a merge request: its report of code quality."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from byleave.diagnostics import Diagnostic

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
_SEVERITIES = {"error": "major", "warning": "minor"}
_SLIGHT = "info"


def as_gitlab(findings: Iterable[Diagnostic]) -> Iterator[Mapping[str, Any]]:
    """Each finding, with a fingerprint by which it is known again on another branch."""
    seen: dict[str, int] = {}
    for one in findings:
        what = "\0".join((one.path, one.code, one.message, one.about))
        # The same finding a second time in a file is another one, wherever it stands.
        seen[what] = seen.get(what, 0) + 1
        print_ = hashlib.sha256(f"{what}\0{seen[what]}".encode("utf-8", "surrogateescape"))
        yield {
            "description": f"{one.message}. Do: {one.do}",
            "check_name": one.code,
            "fingerprint": print_.hexdigest(),
            "severity": _SEVERITIES.get(one.severity, _SLIGHT),
            "location": {"path": one.path, "lines": {"begin": one.line}},
        }
