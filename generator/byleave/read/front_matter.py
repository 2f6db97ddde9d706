"""A Markdown file to its front matter and its body."""

from dataclasses import dataclass
from typing import Any

from byleave.diagnostics import Diagnostic, error
from byleave.positions import Position, Positions
from byleave.read.yaml_text import read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The two parts of a file; `body_line` is the line on which the body begins.

    `yaml` is the front matter's own text, for what can still be told of a faulty file.
    """

    data: dict[str, Any]
    positions: Positions
    yaml: str
    body: str
    body_line: int
    findings: tuple[Diagnostic, ...]

    @property
    def unread(self) -> bool:
        """Whether nothing of the front matter could be read, so that no key can be missed."""
        return bool(self.findings) and not self.data


def split(text: str, path: str) -> Split:
    """`text` as front matter and body; what is wrong is among the findings."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        do = "begin the file with a line ---, its title and date, and another line ---"
        return _nothing(text, error(path, "no-front-matter", "there is no front matter", do))
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        do = "put a line --- after the last key"
        finding = error(path, "endless-front-matter", "the front matter has no end", do)
        return _nothing(text, finding)
    yaml = "\n".join(lines[1:end])
    data, positions, findings = read_yaml(yaml, path, first_line=2)
    positions = Positions(places={(): Position(line=1, column=1), **positions.places})
    return Split(
        data=data,
        positions=positions,
        yaml=yaml,
        body="\n".join(lines[end + 1 :]),
        body_line=end + 2,
        findings=findings,
    )


def _nothing(text: str, finding: Diagnostic) -> Split:
    return Split(
        data={},
        positions=Positions(),
        yaml=text,
        body="",
        body_line=1,
        findings=(finding,),
    )
