"""Each case becomes what is expected of it: `python -m tests.cases.update` after a change."""

import pytest

from tests.cases.snapshots import CASES, cases, snapshot


@pytest.mark.parametrize("name", cases())
def test_a_case_becomes_what_is_expected(name: str) -> None:
    """What is said, what is withheld and what readers meet is what somebody has agreed to."""
    expected = {
        path.name: path.read_text(encoding="utf-8")
        for path in sorted((CASES / name / "expected").iterdir())
    }
    for file, text in snapshot(name).items():
        assert text == expected.get(file), f"{name}/expected/{file}"


def test_every_case_says_what_it_is_for() -> None:
    """Its site's tagline is the rule that it shows, for whoever reads the diff."""
    for name in cases():
        settings = (CASES / name / "site/site_src/site.yaml").read_text(encoding="utf-8")
        assert "\ntagline: " in settings, name
