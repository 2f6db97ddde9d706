"""What the law wants people to be told: said where the group says it, missed where it does not."""

from datetime import datetime
from pathlib import Path

import pytest

from byleave.model.permission import Act, Law, words_in
from byleave.pipeline.build_site import build_site
from byleave.read import read_settings
from tests.cli.running import run
from tests.permission.reading import parsed, words
from tests.read.folders import YES, put, story, voice

NOON = datetime(2026, 6, 1, 12)  # noqa: DTZ001 - in the zone of the site
STORY = "stories/shed.md"
SETTINGS = """\
format: 1
title: The Lantern Table
url: https://lea.example.org/
language: en-GB
languages: [en-GB, cy]
permission:
  person: {en-GB: Bethan at the table, cy: Bethan wrth y bwrdd}
  within: {en-GB: two working days, cy: dau ddiwrnod gwaith}
  telephone: 01632 960222
  post: {en-GB: 1 Mill Street, cy: 1 Stryd y Felin}
"""
LAW = """\
  law:
    name: Lantern Neighbours
    number: charity 0000001
    address: 1 Mill Street, Leaford
    officer: Iola Penn, iola@lantern.example.org
    country: GB
    why: So that neighbours hear of each other.
    recipients:
      - {name: Harbour Hosting, country: IE, does: keeps the website}
    keeps:
      sheet: three years
      record: as long as the website
      files: until you ask
    complaints: Gwil at the desk, 01632 960223
    regulator:
      name: The Office of Examples
      address: 2 Dock Road, Leaford
      telephone: 01632 960224
      website: https://office.example.org/
"""
# What a reader of English meets of each key, wherever the law is told.
TOLD = (
    "Lantern Neighbours",
    "charity 0000001",
    "1 Mill Street, Leaford",
    "Iola Penn, iola@lantern.example.org",
    "article 6(1)(a) of the UK GDPR",
    "article 9(2)(a)",
    "United Kingdom",
    "So that neighbours hear of each other.",
    "Harbour Hosting (Ireland): keeps the website",
    "three years",
    "as long as the website",
    "until you ask",
    "Gwil at the desk, 01632 960223",
    "within 30 days",
    "The Office of Examples, 2 Dock Road, Leaford",
    "01632 960224",
    "https://office.example.org/",
)


def a_site(folder: Path, law: str = LAW, **files: str) -> Path:
    """A site with a story by Ann in English, and one in Welsh."""
    ann = voice("ann", "Ann", YES, part="author")
    there = {"site_src/site.yaml": SETTINGS + law, STORY: story("We dig.\n", ann)}
    welsh = story("Palwn.\n", ann, title="Y cwt", language="cy")
    return put(folder, {**there, "stories/cwt.md": welsh, **files})


def how_we_ask(site: Path, folder: Path) -> str:
    """The page about asking, as it is published."""
    assert build_site(site, output=folder, as_of=NOON).errors == 0
    return (folder / "how-we-ask/index.html").read_text("utf-8")


def test_the_page_about_asking_tells_all_of_it(tmp_path: Path) -> None:
    """Before anybody is asked, they can read who asks, why, and what they can do about it."""
    text = words(how_we_ask(a_site(tmp_path / "site"), tmp_path / "public"))
    assert [one for one in TOLD if one not in text] == []


def test_a_groups_own_promises_stand_above_it(tmp_path: Path) -> None:
    """Whoever writes the page anew says what they promise, and leaves nothing out by that."""
    own = "---\ntitle: How we do it\n---\n\nWe bring cake.\n"
    site = a_site(tmp_path / "site", **{"site_src/pages/how-we-ask.md": own})
    text = words(how_we_ask(site, tmp_path / "public"))
    assert text.index("We bring cake.") < text.index("What the law wants you to know")
    assert [one for one in TOLD if one not in text] == []


@pytest.mark.parametrize("more", [(), ("--easy-read",)])
def test_a_form_tells_it(tmp_path: Path, more: tuple[str, ...]) -> None:
    """Whoever says yes has read it on the same paper."""
    site = a_site(tmp_path / "site")
    said = run("consent", "form", STORY, "--site", site, "--output", tmp_path / "out", *more)
    assert said.code == 0, said.all
    (page,) = (tmp_path / "out").glob("*.html")
    text = words(page.read_text("utf-8"))
    # Easy Read says in easy words what the articles are about.
    told = [one for one in TOLD if not (more and "article" in one)]
    text = text.replace("The Office of Examples 2", "The Office of Examples, 2")
    assert [one for one in told if one not in text] == []


def test_without_a_setting_nothing_is_made_up(tmp_path: Path) -> None:
    """Neither a promise that the group did not give, nor an empty line."""
    page = how_we_ask(a_site(tmp_path / "site", law=""), tmp_path / "public")
    assert "30 days" not in page
    assert "The Lantern Table." in words(page)
    for one in parsed(page).xpath("//section[@class='law']//dd"):
        assert one.text_content().strip(" .,:")


@pytest.mark.parametrize(
    ("country", "act"), [("GB", "UK GDPR"), ("IE", "GDPR"), (None, "GDPR"), ("NZ", "")]
)
def test_articles_are_named_where_they_are_law(country: str | None, act: Act) -> None:
    """A group in New Zealand does not promise by a law of elsewhere."""
    assert Law(country=country).act == act


def test_what_is_missing_is_told_once_and_is_no_fault(tmp_path: Path) -> None:
    """By `check`, in one line that names the keys as somebody would write them."""
    site = a_site(tmp_path / "site", law="  law: {name: Lantern Neighbours, country: GB}\n")
    said = run("check", "--site", site)
    assert said.code == 0
    assert said.err.count("information: forms and receipts") == 1
    for key in ("number", "address", "why", "recipients", "keeps.sheet", "regulator"):
        assert f"permission.law.{key}" in said.err
    for key in ("name", "country", "officer", "complaints"):
        assert f"permission.law.{key}," not in said.err
    assert "information" not in run("check", "--site", a_site(tmp_path / "whole")).err.replace(
        "information: not said in each language", ""
    )
    assert "permission.law" not in run("check", "--site", site, "--format", "json").all


def test_a_language_that_is_missing_is_told(tmp_path: Path) -> None:
    """“O fewn two working days” is no language at all."""
    settings = SETTINGS.replace("{en-GB: two working days, cy: dau ddiwrnod gwaith}", "two days")
    settings += "tagline: Told by neighbours\n"
    site = a_site(tmp_path, law="", **{"site_src/site.yaml": settings})
    said = run("check", "--site", site).err
    assert "tagline (cy), permission.within (cy)" in said
    assert "permission.person (cy)" not in said


def test_every_reader_is_told_in_their_language(tmp_path: Path) -> None:
    """On the site and on paper; what is not there in it is marked as what it is."""
    site = a_site(tmp_path / "site", law="  law: {why: So that we meet.}\n")
    assert build_site(site, output=tmp_path / "public", as_of=NOON).errors == 0
    page = (tmp_path / "public/stories/cwt/index.html").read_text("utf-8")
    said = words(page)
    for one in ("Bethan wrth y bwrdd", "dau ddiwrnod gwaith", "1 Stryd y Felin"):
        assert one in said
    assert "two working days" not in said
    out = tmp_path / "out"
    run("consent", "form", STORY, "--site", site, "--output", out, "--language", "cy")
    paper = (out / "shed.ann.cy.html").read_text("utf-8")
    assert "dau ddiwrnod gwaith" in words(paper)
    assert "two working days" not in words(paper)
    (why,) = parsed(paper).xpath("//*[text()='So that we meet.']")
    assert why.get("lang") == "en-GB"


def test_one_line_is_in_the_language_of_the_site() -> None:
    """So that a group with one language writes no tags."""
    assert words_in({"": "two days"}, "cy", "en-GB") == ("two days", "en-GB")
    assert words_in({"en": "a", "cy": "b"}, "cy-GB", "en-GB") == ("b", "cy")
    assert words_in({"fr": "a", "en-GB": "b"}, "pl", "en-GB") == ("b", "en-GB")
    assert words_in({"fr": "a"}, "pl", "en-GB") == ("a", "fr")


@pytest.mark.parametrize(
    ("line", "column", "code", "permission"),
    [
        (8, 12, "language", "  within: {welsh: dau, en-GB: two}\n"),
        (8, 3, "empty", "  within: {}\n"),
        (9, 9, "country", "  within: two\n  law: {country: Wales}\n"),
        (9, 9, "wrong-type", "  within: two\n  law: {keeps: always}\n"),
    ],
)
def test_a_mistake_is_told_at_its_place(
    tmp_path: Path, line: int, column: int, code: str, permission: str
) -> None:
    """And nothing is built with half of it."""
    head = SETTINGS[: SETTINGS.index("  within:")]
    text = f"{head}{permission}  telephone: 01632 960222\n"
    site = a_site(tmp_path, law="", **{"site_src/site.yaml": text})
    said = run("check", "--site", site)
    assert said.code == 3
    assert f"site_src/site.yaml:{line}:{column}: error[{code}]" in said.err


def test_settings_are_read_as_they_are_written(tmp_path: Path) -> None:
    """Of a key in several languages, each; of one line, the language of the site."""
    permission = read_settings(a_site(tmp_path)).permission
    assert permission.within == {"en-GB": "two working days", "cy": "dau ddiwrnod gwaith"}
    assert permission.law.why == {"": "So that neighbours hear of each other."}
