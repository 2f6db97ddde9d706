"""A guarded name is in nothing that is published, however it is dressed up, and in no message."""

from pathlib import Path

import pytest

from byleave.diagnostics import SiteError
from byleave.model.guard import GUARD_FILE
from byleave.permission.guard.keys import key_as_text
from byleave.text_in_files.guarded_names import GuardSearch, guarded_name
from byleave.text_in_files.texts import Text
from tests.cli.running import build, run
from tests.permission.guarding import (
    KEY,
    built,
    found_in,
    guard_of,
    output_of,
    search_for,
    site_with,
)
from tests.read.folders import SETTINGS, story, voice

REAL = "Tamsin Oakley"
ANN = voice("ann", "Ann")
CLEAN = {"stories/pond.md": story("The pond is deep.\n", ANN, title="The pond")}

IN_A_PAGE = {
    "as it is": "<p>We met Tamsin Oakley.</p>",
    "in capitals": "<p>TAMSIN OAKLEY</p>",
    "an HTML comment": "<p>x</p><!-- Tamsin Oakley -->",
    "a comment with a tag": "<p>x</p><!-- <b>Tamsin</b> Oakley -->",
    "hidden by CSS": '<p style="display:none">Tamsin Oakley</p>',
    "hidden by an attribute": "<p hidden>Tamsin Oakley</p>",
    "an alt text": '<img src="/a.png" alt="Tamsin Oakley">',
    "an attribute without quotes": "<img alt=Tamsin&nbsp;Oakley>",
    "an attribute of data": '<p data-who="tamsin-oakley">x</p>',
    "an id": '<h2 id="tamsin-oakleys-garden">x</h2><a href="#tamsin-oakley">x</a>',
    "a class": '<p class="tamsin_oakley">x</p>',
    "an element": "<tamsin-oakley></tamsin-oakley>",
    "a destination": '<a href="/people/tamsin-oakley/">x</a>',
    "a percent-encoded destination": '<a href="/?who=T%61msin%20Oakley">x</a>',
    "a handle": '<a href="https://example.org/@TamsinOakley">x</a>',
    "an e-mail address": "<p>tamsinoakley@example.org</p>",
    "an e-mail address with a full stop": "<p>tamsin.oakley@example.org</p>",
    "a hashtag": "<p>#TamsinOakley</p>",
    "joined by an underscore": "<p>tamsin_oakley</p>",
    "joined by a hyphen": "<p>Tamsin-Oakley</p>",
    "over two lines": "<p>Tamsin\n   Oakley</p>",
    "a no-break space": "<p>Tamsin&nbsp;Oakley</p>",
    "a possessive": "<p>Tamsin Oakley's bench</p>",
    "a curly possessive": "<p>Tamsin Oakley’s bench</p>",
    "a possessive of several": "<p>the Tamsin Oakleys’ bench</p>",
    "an accent": "<p>Támsin Oaklêy</p>",
    "an accent beside its letter": "<p>Ta\u0301msin Oakley</p>",
    "full-width letters": "<p>Ｔａｍｓｉｎ　Ｏａｋｌｅｙ</p>",
    "mathematical letters": "<p>𝐓𝐚𝐦𝐬𝐢𝐧 𝐎𝐚𝐤𝐥𝐞𝐲</p>",
    "look-alike letters": "<p>Таmѕіn Оаklеу</p>",
    "a zero-width space": "<p>Tam\u200bsin Oakley</p>",
    "a zero-width joiner": "<p>Tamsin Oak\u200dley</p>",
    "a soft hyphen": "<p>Tam\u00adsin Oakley</p>",
    "an entity for a soft hyphen": "<p>Tam&shy;sin Oakley</p>",
    "an entity for a letter": "<p>T&#97;msin O&#x61;kley</p>",
    "an entity of an entity": "<p>T&amp;#97;msin Oakley</p>",
    "split by a tag": "<p>Tam<b>sin</b> Oak<i>ley</i></p>",
    "split by an empty tag": "<p>Tam<wbr>sin Oak<wbr/>ley</p>",
    "split by a comment": "<p>Tam<!-- x -->sin Oakley</p>",
    "split by a comment with a tag": "<p>Tam<!-- <b> -->sin Oakley</p>",
    "half in a link": '<p>Tamsin <a href="/">Oakley</a></p>',
    "JSON-LD": '<script type="application/ld+json">{"name": "Tamsin Oakley"}</script>',
    "JSON-LD with escapes": (
        '<script type="application/ld+json">{"name": "T\\u0061msin\\u0020O\\u0061kley"}</script>'
    ),
    "a script": "<script>const who = 'Tamsin Oakley';</script>",
    "a style": "<style>p::after { content: 'Tamsin Oakley' }</style>",
    "a style with escapes": "<style>p::after { content: 'T\\61 msin Oakley' }</style>",
    "a description": '<meta name="description" content="Tamsin Oakley tells">',
    "a page in a feed": "<content>&lt;p&gt;Tam&lt;b&gt;sin Oakley</content>",
    "data of XML": "<title><![CDATA[Tamsin Oakley]]></title>",
    "a title of SVG": "<svg><title>Tamsin Oakley</title></svg>",
}


@pytest.mark.parametrize("page", IN_A_PAGE.values(), ids=IN_A_PAGE)
def test_a_guarded_name_in_a_page_is_found(page: str) -> None:
    """What a reader, a search engine or somebody who looks at the source could take for it."""
    whole = f"<!DOCTYPE html><html lang='en'><title>x</title><body>{page}</body></html>"
    assert found_in("stories/pond/index.html", whole, REAL)


IN_A_FILE = {
    "a slug": ("stories/tamsin-oakley/index.html", "x"),
    "a slug with a possessive": ("stories/tamsin-oakleys-bench/index.html", "x"),
    "a file name": ("media/tamsinoakley.png", "x"),
    "a percent-encoded file name": ("media/T%61msin%20Oakley.txt", "x"),
    "a sitemap": ("sitemap.xml", "<loc>https://example.org/stories/tamsin-oakley/</loc>"),
    "a feed": ("feed.xml", "<title>Tamsin Oakley</title>"),
    "a JSON feed": ("feed.json", '{"title": "Tamsin \\u004fakley"}'),
    "JSON with a page in it": ("a.json", '{"html": "\\u003cp\\u003eTam\\u003cb\\u003esin Oakley"}'),
    "a calendar": ("calendar.ics", "BEGIN:VCALENDAR\r\nSUMMARY:With Tamsin\\, Oakley\r\n"),
    "a folded calendar": ("calendar.ics", "SUMMARY:With a long word and Tamsin Oa\r\n kley\r\n"),
    "a calendar folded by a tab": ("calendar.ics", "SUMMARY:With Tam\r\n\tsin Oakley\r\n"),
    "headers": ("_headers", "/stories/tamsin-oakley/*\n"),
    "a value of headers": ("_headers", "/*\n  X-By: Tamsin Oakley; max-age=60\n"),
    "a list of names": ("humans.txt", "Tamsin Oakley\n"),
    "a text in Western letters": ("old.txt", "Támsin Oakley\n".encode("cp1252")),
    "a text of two bytes a letter": ("old.txt", "Tamsin Oakley".encode("utf-16")),
    "a style sheet": ("styles.css", "/* for Tamsin Oakley */"),
    "a picture as text": ("media/a.svg", '<svg aria-label="Tamsin Oakley"/>'),
    "a subtitle": ("media/a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nTamsin Oakley\n"),
}


@pytest.mark.parametrize(("path", "data"), IN_A_FILE.values(), ids=IN_A_FILE)
def test_a_guarded_name_in_any_file_is_found(path: str, data: str | bytes) -> None:
    """Also where only programs read it, and in the name of the file itself."""
    assert found_in(path, data, REAL)


NAMES = {
    "one word": ("Quillon", "Quillon's", "Quillons and a Quill"),
    "three words": ("Mary Ann Hobb", "mary-ann-hobb", "Mary Hobb Ann"),
    "an apostrophe": ("O’Brien", "OBRIEN", "O and Brienne"),
    "an apostrophe that the text has": ("O'Brien", "o&#39;brien", "Brian O"),
    "a hyphen": ("Ann-Marie Lowe", "Annmarie Lowe", "Ann Lowe"),
    "a school": ("St Mary’s School", "St Marys School", "St Mary and a school"),
    "a street": ("14 Market Street", "14, Market Street", "4 Market Street"),
    "an ending in s": ("Miles Jess", "Miles Jess’ hat", "Miles Jessop"),
    "an accent": ("José Núñez", "JOSE NUNEZ", "Josef Nunez"),
    "a letter with a stroke": ("Bjørn Łuk", "Bjorn Luk", "Bjornluk"),
    "a sharp s": ("Weiß", "WEISS", "Weise"),
    "Chinese": ("王小明", "昨天王小明来了", "小王明"),
    "Korean": ("김민준", "어제 김민준은 왔다", "민준"),
    "Thai": ("สมชาย", "เมื่อวานสมชายมา", "เมื่อวาน"),
    "Arabic": ("سلمى", "قالت سَلْمَى: لا", "سلمان"),
    "Hindi": ("किरण", "कल किरण आई", "किरन"),
    "Cyrillic": ("Анна Белова", "АННА БЕЛОВА", "Анна"),
}


@pytest.mark.parametrize(("name", "text", "other"), NAMES.values(), ids=NAMES)
def test_a_name_of_any_kind_is_found_and_no_other(name: str, text: str, other: str) -> None:
    """Names of one to four words, in scripts with and without spaces and capitals."""
    assert found_in("a.txt", text, name)
    assert found_in("a.html", f"<p>{text}</p>", name)
    assert not found_in("a.html", f"<p>{other}</p>", name)


NOT_IT = {
    "the words of a style": (
        "styles.css",
        "@media (max-width: 40em) { p { max-width: 3em } }",
        "Max",
    ),
    "a style in a page": (
        "a.html",
        "<style>p{max-width:3em}</style><p style='max-width:1em'>",
        "Max",
    ),
    "how long a server says that a file is kept": (
        "_headers",
        "/media/*\n  Cache-Control: public, max-age=60, s-maxage=60\n  X-A: Max-Age = 5\n",
        "Max",
    ),
    "the words of a script": ("a.js", "const most = Math.max(will, mark)", "Will"),
    "an element": ("a.html", "<p>a <mark>b</mark></p>", "Mark"),
    "a word within a word": ("a.html", "<p>Samaritans maximum</p>", "Sam"),
    "two words joined in a text": ("a.html", "<p>the rosemary bush</p>", "Rose Mary"),
    "the words apart": ("a.html", "<p>Tamsin and Jo Oakley</p>", REAL),
    "in two attributes": ("a.html", '<img alt="Tamsin" title="Oakley">', REAL),
    "the other order": ("a.html", "<p>Oakley Tamsin</p>", REAL),
}


@pytest.mark.parametrize(("path", "data", "name"), NOT_IT.values(), ids=NOT_IT)
def test_what_is_not_the_name_is_let_be(path: str, data: str, name: str) -> None:
    """A false alarm takes somebody's story away."""
    assert not found_in(path, data, name)


@pytest.mark.parametrize("name", ["", "…", "one two three four five"])
def test_a_name_has_one_to_four_words(name: str) -> None:
    """More would have to be written just so to be found."""
    with pytest.raises(ValueError, match="one to four"):
        guarded_name(name, KEY)


def test_the_guard_tells_nothing() -> None:
    """In a public repository: neither words nor letters, nor which names share a word."""
    one, two = guard_of("Tamsin Oakley", "Tamsin Underwood").names
    assert not {one.whole, *one.parts} & {two.whole, *two.parts}
    short, apart = guard_of("Al", "Ann-Marie O’Brien-Featherstonehaugh").names
    assert [*map(len, (short.whole, *short.parts))] == [*map(len, (apart.whole, *apart.parts))]


def test_another_key_finds_nothing_and_says_so() -> None:
    """A wrong key must not pass for a clean site."""
    with pytest.raises(ValueError, match="did not make"):
        GuardSearch(guard_of(REAL), b"another key")


IN_A_STORY = {
    "its text": story("We met Tamsin Oakley.\n", ANN),
    "a comment in its text": story("Words.\n\n<!-- Tamsin Oakley -->\n", ANN),
    "split by Markdown": story("We met Tam**sin** Oakley.\n", ANN),
    "split by a tag": story("We met Tam<b>sin</b> Oakley.\n", ANN),
    "its title": story("Words.\n", ANN, title="Tamsin Oakley"),
    "its summary": story("Words.\n", ANN, summary="With Tamsin Oakley"),
    "an alias": story("Words.\n", ANN, aliases="[/tamsin-oakley/]"),
    "a role": story("Words.\n", voice("ann", "Ann", role="a friend of Tamsin Oakley")),
    "a place": story("Words.\n", voice("ann", "Ann", place="Tamsin-Oakley-Street")),
    "a pseudonym": story("{ann} says no.\n", voice("ann", "Tamsin Oakley")),
}


@pytest.mark.parametrize("text", IN_A_STORY.values(), ids=IN_A_STORY)
def test_a_guarded_name_in_a_story_withholds_it(tmp_path: Path, text: str) -> None:
    """The rest is published; nobody's slip may name a person who is not to be named."""
    site = site_with(tmp_path, {**CLEAN, "stories/shed.md": text}, REAL)
    result = built(site)
    assert [(one.path, one.code) for one in result.diagnostics] == [
        ("stories/shed.md", "guarded-name")
    ]
    assert (result.published, result.withheld, result.exit_code) == (1, {"error": 1}, 1)
    assert not found_in("all.html", output_of(site), REAL)
    assert b"The pond is deep" in output_of(site)


def test_a_slug_with_the_name_withholds_its_story(tmp_path: Path) -> None:
    """And the message does not say the path, which is the name."""
    site = site_with(tmp_path, {**CLEAN, "stories/x/tamsin-oakley.md": story("Hm.\n", ANN)}, REAL)
    result = built(site)
    assert [one.path for one in result.diagnostics] == ["stories/x/…"]
    assert b"oakley" not in output_of(site)
    assert any("tamsin-oakley.md" in line for line in result.details)


def test_a_response_goes_alone(tmp_path: Path) -> None:
    """The story that it answers did nothing wrong."""
    files = {
        **CLEAN,
        "stories/pond.responses/a.md": story(
            "I saw Tamsin Oakley.\n", ANN, title=None, responds_to="stories/pond.md"
        ),
    }
    result = built(site_with(tmp_path, files, REAL))
    assert [one.path for one in result.diagnostics] == ["stories/pond.responses/a.md"]
    assert result.published == 1


ELSEWHERE = {
    "a fixed page": ("site_src/pages/about.md", "---\ntitle: About\n---\nTamsin Oakley helps.\n"),
    "a theme": ("themes/rain.md", "---\ntitle: Rain\nalso_known_as: [Tamsin Oakley]\n---\n"),
    "settings": ("site_src/site.yaml", SETTINGS + "tagline: With Tamsin Oakley\n"),
    "a file for the top": ("site_src/root/humans.txt", "Tamsin Oakley\n"),
    "the name of a file for the top": ("site_src/root/tamsin-oakley.txt", "x\n"),
    "a template": (
        "site_src/look/templates/404.html",
        '{% extends "base.html" %}{% block main %}<h1>Tamsin Oakley</h1>{% endblock %}',
    ),
    "a template that makes it": (
        "site_src/look/templates/404.html",
        '{% extends "base.html" %}{% block main %}<h1>{{ "Tam" ~ "sin" }} Oakley</h1>'
        "{% endblock %}",
    ),
}


@pytest.mark.parametrize(("path", "text"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_a_guarded_name_elsewhere_stops_the_build(tmp_path: Path, path: str, text: str) -> None:
    """Nothing is written: the group's own files are no story that could be left out."""
    site = site_with(tmp_path, {**CLEAN, path: text}, REAL)
    with pytest.raises(SiteError) as stopped:
        built(site)
    assert {one.code for one in stopped.value.findings} == {"guarded-name"}
    assert not (site.parent / "public").exists()
    said = "\n".join(one.as_text() for one in stopped.value.findings)
    assert not found_in("log.txt", said, REAL)


@pytest.mark.slow
def test_a_look_that_asks_for_all_pages_brings_no_name_out(tmp_path: Path) -> None:
    """A template may go through all that it has: a withheld story is not in it."""
    template = (
        '{% extends "base.html" %}{% block main %}<h1>All</h1>{{ view }} {{ site }}'
        "{% for one in view.newest %}<p>{{ one }}</p>{% endfor %}{% endblock %}"
    )
    files = {
        **CLEAN,
        "stories/shed.md": story("We met Tamsin Oakley.\n", ANN, title="Her shed"),
        "site_src/look/templates/home.html": template,
    }
    site = site_with(tmp_path, files, REAL)
    assert built(site).published == 1
    assert not found_in("all.html", output_of(site), REAL)
    assert b"Her shed" not in output_of(site)


def test_no_message_and_no_log_says_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A build's log may be public, and is kept."""
    files = {
        **CLEAN,
        "stories/tamsin-oakley.md": story("Hm.\n", ANN, themes="[Tamsin Oakley]"),
        "stories/shed.md": story("[Her](tamsin-oakley.md) Tamsin Oakley.\n", ANN),
    }
    site = site_with(tmp_path, files, REAL)
    monkeypatch.setenv("BYLEAVE_GUARD_KEY", key_as_text(KEY))
    for arguments in ((), ("--strict",)):
        said = build(site, tmp_path / "public", *arguments)
        assert "guarded-name" in said.all
        assert not found_in("log.txt", said.all, REAL)
    assert not found_in("log.txt", run("check", "--site", site).all, REAL)


@pytest.mark.slow
def test_a_pseudonym_that_is_a_guarded_name_is_told(tmp_path: Path) -> None:
    """One word may be chance: it is the voice's own name here. The editor is told of it."""
    shed = story("{sam} says no. Sam’s shed.\n", voice("sam", "Sam"), title="Sam and the shed")
    result = built(site_with(tmp_path, {**CLEAN, "stories/shed.md": shed}, "Sam"))
    assert [(one.path, one.code, one.severity) for one in result.diagnostics] == [
        ("stories/shed.md", "guarded-public-name", "warning")
    ]
    assert result.published == 2


def test_that_name_is_no_excuse_in_another_story(tmp_path: Path) -> None:
    """Where no voice is called so in public, it is the name that must not appear."""
    files = {
        "stories/shed.md": story("{sam} says no.\n", voice("sam", "Sam")),
        "stories/pond.md": story("Sam fell in.\n", ANN, title="The pond"),
    }
    result = built(site_with(tmp_path, files, "Sam"))
    assert ("stories/pond.md", "guarded-name") in [
        (one.path, one.code) for one in result.diagnostics
    ]
    assert result.published == 1


@pytest.mark.slow
def test_a_published_name_that_shares_a_word_is_no_alarm(tmp_path: Path) -> None:
    """Jo Carter may be named, whoever else's name Carter is."""
    jo = voice("jo", "Jo Carter", identity="named", part="author")
    files = {**CLEAN, "stories/shed.md": story("Jo Carter said no.\n", jo)}
    assert built(site_with(tmp_path, files, "Carter", "Sam Carter")).diagnostics == ()
    alone = {**CLEAN, "stories/shed.md": story("Mrs Carter said no.\n", jo)}
    assert built(site_with(tmp_path / "b", alone, "Carter")).published == 1


def test_a_build_without_the_key_stops(tmp_path: Path) -> None:
    """It cannot look, and so it must not publish. A preview may be made all the same."""
    site = site_with(tmp_path, CLEAN, REAL)
    with pytest.raises(SiteError) as stopped:
        built(site, key=None)
    assert [(one.path, one.code) for one in stopped.value.findings] == [(GUARD_FILE, "guard-key")]
    assert not (site.parent / "public").exists()


def test_without_guarded_names_no_key_is_asked_for(tmp_path: Path) -> None:
    """Most sites have none."""
    site = site_with(tmp_path, CLEAN, REAL)
    (site / GUARD_FILE).unlink()
    assert built(site, key=None).exit_code == 0


def test_a_guard_file_that_was_changed_stops_the_build(tmp_path: Path) -> None:
    """A line that is lost would be a name that is no longer guarded."""
    site = site_with(tmp_path, CLEAN, REAL)
    place = site / GUARD_FILE
    place.write_text(place.read_text("utf-8").replace(" 2\n", " two\n"), "utf-8")
    with pytest.raises(SiteError) as stopped:
        built(site)
    assert [(one.code, one.line) for one in stopped.value.findings] == [("guard-file", 4)]


def test_a_name_is_told_by_its_number_alone() -> None:
    """What looks for names cannot say them."""
    text = Text(kind="text", text="Ann and Tamsin Oakley")
    assert search_for("Quillon", REAL).names_in(text) == {1}
