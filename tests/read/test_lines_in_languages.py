"""Lines of the settings that are said once for each language of the site."""

import re
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


def test_what_heads_pages_and_menus_may_be_said_in_each_language(tmp_path: Path) -> None:
    """The site's name, its menu, its series and what is said of them."""
    lines = """\
languages: [en-GB, cy]
navigation: [{title: {en-GB: Us, cy: Ni}, address: /us/}]
series: {walks: {title: {en-GB: Walks, cy: Teithiau}, description: {cy: Ar droed}}}
"""
    site = put(tmp_path, {"site_src/site.yaml": SETTINGS + lines})
    text = (site / "site_src/site.yaml").read_text("utf-8")
    named = re.sub("title: .*", "title: {cy: Ein stryd, en-GB: Our street}", text, count=1)
    (site / "site_src/site.yaml").write_text(named, encoding="utf-8")
    read = read_settings(site)
    assert (read.name, read.title["cy"]) == ("Our street", "Ein stryd")
    assert read.navigation[0].title == {"en-GB": "Us", "cy": "Ni"}
    assert read.series["walks"].title["cy"] == "Teithiau"
    assert read.series["walks"].description == {"cy": "Ar droed"}


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("navigation: [{title: {en-GB: Us, pl: My}, address: /us/}]", 34),
        ("series: {walks: {title: {en-GB: Walks, pl: Spacery}}}", 40),
        ("series: {walks: {title: Walks, description: {pl: Pieszo}}}", 46),
    ],
)
def test_each_such_line_in_another_language_is_an_error(
    tmp_path: Path, line: str, column: int
) -> None:
    """The place that is told is that of the words that nobody would read."""
    with pytest.raises(SiteError) as raised:
        read_settings(settings(tmp_path, f"{line}\n"))
    (fault,) = raised.value.findings
    assert (fault.code, fault.line, fault.column) == ("not-in-languages", 5, column)


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
