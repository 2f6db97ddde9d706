"""Reading never fails on any text, and whatever it says stands within the file."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byleave.diagnostics import SiteError
from tests.generated import examples
from tests.read.folders import SETTINGS, read, voice

# Pieces that mean something to a reader of front matter and bodies, and some that do not.
PIECES = [
    *"---|title: The shed|date: 2026-01-01|date: 2026-02-30|themes: [a, b|voices:|  sam:".split(
        "|"
    ),
    *"    name: Sam|    consent: {given: |}|]|{sam}|\\{sam}|{|::: voice sam|::: voice|:::".split(
        "|"
    ),
    *"[a](b.md)|![a](b.png)|[a]: b.md|<a href='|\"|'|#|&a|*a|!a|? |- |: |%|@|`|>|x".split("|"),
    *" |  |\t|\n|\n\n|\r\n|\r|\ufeff|\0|\x0b|\ue000|\u2028|é|م|小|\U0001f600|media: {b.png:".split(
        "|"
    ),
    voice("sam", "Sam"),
]
TEXT = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map("".join)
STORY = st.one_of(
    TEXT,
    st.tuples(TEXT, TEXT).map(lambda both: f"---\n{both[0]}\n---\n{both[1]}"),
    TEXT.map(lambda body: f"---\ntitle: The shed\nvoices:\n{voice('sam', 'Sam')}---\n{body}"),
)
BYTES = (
    st.binary(max_size=60) | TEXT.map(str.encode) | TEXT.map(lambda end: (SETTINGS + end).encode())
)
QUICK = settings(
    max_examples=examples(250),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    database=None,
)


@pytest.mark.slow
@QUICK
@given(text=STORY)
def test_any_text_is_a_story_or_a_finding(text: str) -> None:
    """One or the other, never both and never neither; every finding is on a line that is there."""
    with tempfile.TemporaryDirectory() as folder:
        data = text.encode("utf-8", "surrogatepass")
        result = read(Path(folder), {"stories/shed.md": data})
    lines = text.count("\n") + text.count("\r") + 1
    assert bool(result.tree.stories) != bool(result.findings)
    assert len(result.tree.stories) + len(result.tree.faulty) == 1
    for finding in result.findings:
        assert finding.path == "stories/shed.md"
        assert 1 <= finding.line <= lines
        assert finding.column >= 1
        assert finding.message
        assert finding.do


@pytest.mark.slow
@QUICK
@given(data=BYTES)
def test_any_bytes_are_settings_a_theme_and_a_page_or_a_finding(data: bytes) -> None:
    """The group's own files may be anything too: what is wrong is said, and nothing breaks."""
    for path in ("site_src/site.yaml", "themes/a.md", "site_src/pages/a.md", "stories/a.md"):
        with tempfile.TemporaryDirectory() as folder:
            try:
                findings = read(Path(folder), {path: data}).findings
            except SiteError as stop:
                findings = stop.findings
                assert findings
        assert {finding.path for finding in findings} <= {path}
