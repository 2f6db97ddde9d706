"""A site with one story for each text, built, and what vanished in silence on its pages."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from byleave.diagnostics import Diagnostic
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from byleave.render.prose import EngineName
from tests.read.folders import SETTINGS, put, story, voice
from tests.silence.lost import lost

TILDA = voice("tilda", "Tilda", part="author")
NOON = datetime(2026, 6, 1, 12)  # noqa: DTZ001 - a moment in the site's own time zone


def vanished(folder: Path, texts: Sequence[str], engine: EngineName) -> Mapping[int, list[str]]:
    """The words of each of `texts`, by its place, that are neither on its page nor told of."""
    stories = {f"stories/n{n}.md": _story(text, n) for n, text in enumerate(texts)}
    settings = f"{SETTINGS}prose: {{engine: {engine}}}\n"
    site = put(folder / "site", {**stories, "site_src/site.yaml": settings})
    options = BuildOptions(executor="serial", thorough=True)
    result = build_site(site, output=folder / "public", as_of=NOON, options=options)
    findings: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in result.diagnostics:
        findings[finding.path].append(finding)
    return dict(_found(folder / "public", texts, findings))


def _found(
    public: Path, texts: Sequence[str], findings: Mapping[str, list[Diagnostic]]
) -> Iterator[tuple[int, list[str]]]:
    first_line = _story("", 0).count("\n") + 1
    for number, text in enumerate(texts):
        said = findings[f"stories/n{number}.md"]
        page = public / "stories" / f"n{number}" / "index.html"
        if page.exists():
            words = lost(text, page.read_text(encoding="utf-8"), said, first_line)
        else:  # withheld: then an error says so
            words = [] if any(one.severity == "error" for one in said) else ["the whole story"]
        if words:
            yield number, words


def _story(text: str, number: int) -> str:
    return story(text, TILDA, title=f"Story {number}")
