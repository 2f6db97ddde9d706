"""What Byleave writes itself is nobody's name; words of stories and of the group are."""

from pathlib import Path

import pytest

from byleave.diagnostics import SiteError
from tests.permission.guarding import built, output_of, site_with
from tests.read.folders import SETTINGS, story, voice

ANN = voice("ann", "Ann", identity="named", part="author")
NAMED = voice("kit", "Kit Moss", identity="named", part="quoted")
BODY = "Words.\n\n::: voice kit\n> It rained all of that day, and we went.\n>\n> — {kit}\n:::\n"
FILES = {"stories/rain.md": story(BODY, ANN, NAMED, date="2026-05-01", themes="[water]")}
WATER = {"themes/water.md": "---\ntitle: Water\n---\n"}
OURS = ["Max", "Said", "May", "Mark", "Page", "Will"]


@pytest.mark.slow
def test_words_of_ours_stop_nothing(tmp_path: Path) -> None:
    """`max-age` in a header, months, elements, and sentences that begin with “Said by”."""
    site = site_with(tmp_path, {**FILES, **WATER}, *OURS)
    result = built(site)
    assert (result.exit_code, result.published, result.diagnostics) == (0, 1, ())
    assert b"max-age" in output_of(site)


@pytest.mark.slow
def test_the_same_words_in_a_story_are_names(tmp_path: Path) -> None:
    """Whoever is called so is not to be named, in whatever words stand around."""
    told = {
        f"stories/{place}-{number}.md": text
        for number, name in enumerate(OURS)
        for place, text in {
            "body": story(f"Words of {name} there.\n", ANN),
            "title": story("Words.\n", ANN, title=f"With {name} Ash"),
            "summary": story("Words.\n", ANN, summary=f"So {name} says"),
            "place": story("Words.\n", voice("ann", "Ann", place=f"By {name}")),
        }.items()
    }
    result = built(site_with(tmp_path, {**FILES, **WATER, **told}, *OURS))
    assert sorted(one.path for one in result.diagnostics) == sorted(told)
    assert result.published == 1


OWN = {
    "site_src/pages/about.md": "---\ntitle: About\n---\nMax helps.\n",
    "site_src/root/humans.txt": "Max\n",
    "site_src/site.yaml": SETTINGS + "tagline: With Max\n",
    "site_src/look/extra.css": "/* of Max */\n",
    "site_src/look/templates/foot.html": "<footer>By {{ 'M' ~ 'ax' }}</footer>",
}


def test_headers_of_the_groups_own_that_say_how_long_stop_nothing(tmp_path: Path) -> None:
    """Whoever is called Max and guarded must not keep every withdrawal from the site."""
    headers = "/media/*\n  Cache-Control: max-age=60\n"
    site = site_with(tmp_path, {**FILES, **WATER, "site_src/root/_headers": headers}, *OURS)
    assert built(site).exit_code == 0


@pytest.mark.parametrize("path", OWN)
def test_the_same_word_in_a_file_of_the_group_is_a_name(tmp_path: Path, path: str) -> None:
    """It stops the build, as before."""
    site = site_with(tmp_path, {**FILES, **WATER, path: OWN[path]}, *OURS)
    with pytest.raises(SiteError) as stopped:
        built(site)
    assert {one.code for one in stopped.value.findings} == {"guarded-name"}
