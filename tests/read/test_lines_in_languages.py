"""Lines of the settings that are said once for each language of the site."""

from pathlib import Path

import pytest

from byleave.diagnostics import SiteError
from byleave.read.group.settings import read_settings
from tests.read.folders import SETTINGS, put


def settings(folder: Path, lines: str) -> Path:
    """A site with these lines in its settings."""
    return put(folder, {"site_src/site.yaml": SETTINGS + lines})


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Told by neighbours", {"": "Told by neighbours"}),
        ("{en-GB: Told here, cy: Dweud yma}", {"en-GB": "Told here", "cy": "Dweud yma"}),
        ("{en: Told here, cy-GB: Dweud yma}", {"en": "Told here", "cy-GB": "Dweud yma"}),
    ],
)
def test_a_tagline_is_one_line_or_one_for_each_language(
    tmp_path: Path, said: str, read: dict[str, str]
) -> None:
    """A group with one language writes no tags."""
    site = settings(tmp_path, f"languages: [en-GB, cy]\ntagline: {said}\n")
    assert read_settings(site).tagline == read


@pytest.mark.parametrize(
    ("tag", "do"),
    [("cyy", "did you mean cy? Else add cyy"), ("pl", "add pl to languages")],
)
def test_a_tagline_in_a_language_that_the_site_is_not_in_is_an_error(
    tmp_path: Path, tag: str, do: str
) -> None:
    """It would stand on no page, and nobody would know why."""
    site = settings(tmp_path, f"languages: [en-GB, cy]\ntagline:\n  en-GB: Told\n  {tag}: X\n")
    with pytest.raises(SiteError) as raised:
        read_settings(site)
    (fault,) = raised.value.findings
    assert (fault.code, fault.line, fault.column) == ("not-in-languages", 8, 3)
    assert fault.do.startswith(do)
