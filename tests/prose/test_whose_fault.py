"""Whose text it is that cannot be rendered."""

from datetime import UTC, datetime
from pathlib import Path

from byleave.pipeline.build_site import build_site

STORY = """---
title: {title}
date: 2022-01-01
voices:
  sam:
    name: Sam
    identity: named
    part: author
    consent: {{record: R-1, given: 2021-01-01, until: 2041-01-01, uses: [web]}}
---
{text}
"""
DEEP = "<div>" * 100


def test_a_response_that_cannot_be_rendered_is_withheld_alone(tmp_path: Path) -> None:
    """The message names the file to be mended, and the story that it answers stays."""
    site, output = tmp_path / "site", tmp_path / "public"
    files = {
        "site_src/site.yaml": (
            "format: 1\ntitle: A site\nurl: https://a.example/\n"
            "permission: {person: P, within: two days, email: a@a.example}\n"
        ),
        "stories/a.md": STORY.format(title="A story", text="Hello."),
        "stories/a.responses/b.md": STORY.format(title="A response", text=DEEP).replace(
            "---\n", "---\nresponds_to: stories/a.md\n", 1
        ),
    }
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text)
    result = build_site(site, output=output, as_of=datetime(2026, 1, 1, tzinfo=UTC))
    found = [(one.path, one.severity) for one in result.diagnostics if one.code == "prose"]
    assert found == [("stories/a.responses/b.md", "error")]
    assert result.published == 1
    assert "Hello." in (output / "stories/a/index.html").read_text()
