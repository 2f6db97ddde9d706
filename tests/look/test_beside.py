"""What a page has beside its story: a notice, help, ways to pass it on and to answer."""

from gettext import NullTranslations
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from lxml import html

from byleave.model.rights import LICENCES, licence_of
from byleave.render.rights import rights_words
from tests.cli.running import build
from tests.read.folders import SETTINGS, USES, put, story, voice

MORE = """\
help_lines: [{name: Listening, telephone: 01632 960111, when: at night}]
contact: {email: us@lea.example.org, text: 07700 900100, post: "The shed, 1 Lea Lane"}
qr_codes: yes
"""


def page(folder: Path, settings: str = "", uses: str = USES, **front: str) -> html.HtmlElement:
    """The page of a story on a site with these settings, by whom these uses are allowed."""
    sam = voice("sam", "Sam", part="author").replace(USES, uses)
    files = {
        "site_src/site.yaml": SETTINGS + settings,
        "stories/rain.md": story("It.\n", sam, **front),
    }
    put(folder, files)
    said = build(folder, folder / "out")
    assert said.code == 0, said.all
    return html.fromstring((folder / "out" / "stories" / "rain" / "index.html").read_bytes())


def links(tree: html.HtmlElement, scheme: str) -> list[str]:
    """The links of a page that begin so."""
    return [unescape(one) for one in tree.xpath("//a/@href") if one.startswith(f"{scheme}:")]


def test_a_hard_story_prepares_its_readers(tmp_path: Path) -> None:
    """Before the first word and after the last, with somebody to talk to, and a way past it."""
    tree = page(tmp_path, MORE, notice="It is about a flood.")
    (group,) = tree.xpath("//*[@role='group'][@aria-labelledby='before-you-read']")
    assert "It is about a flood." in group.text_content()
    assert links(tree, "tel").count("tel:01632960111") == 2
    (way,) = group.xpath(".//a[starts-with(@href, '#')]/@href")
    assert tree.xpath(f"//*[@id='{way[1:]}']")


def test_other_stories_have_no_noise(tmp_path: Path) -> None:
    """Help lines stand where they are needed."""
    assert "Listening" not in page(tmp_path, MORE).text_content()


def test_a_letter_says_what_it_is_about(tmp_path: Path) -> None:
    """Nobody who answers has to copy an address; passing on has no addressee yet."""
    tree = page(tmp_path, MORE, title="Rain & sun")
    to_us, to_others = [one for one in links(tree, "mailto") if "?" in one]
    assert (urlsplit(to_us).path, urlsplit(to_others).path) == ("us@lea.example.org", "")
    for one in (to_us, to_others):
        (about,), (letter,) = parse_qs(urlsplit(one).query).values()
        assert about == "Rain & sun"
        assert letter.split() == ["https://lea.example.org/stories/rain/"]
    (text,) = (one for one in links(tree, "sms") if "body" in one)
    assert text.startswith("sms:?&body=Rain%20%26%20sun%20https%3A%2F%2F")
    assert tree.xpath("//*[@class='qr']//*[local-name()='path']")


def test_whoever_allows_no_cards_elsewhere_is_not_passed_on(tmp_path: Path) -> None:
    """The page does not invite to what its people did not want."""
    tree = page(tmp_path, "rights: ask-first\n", uses=USES.replace(" social,", ""))
    assert not links(tree, "sms")
    (rights,) = tree.xpath("//p[@class='rights']")
    assert rights.text_content() == "Please ask us before you copy this."


def test_a_licence_is_said_in_words_and_leads_to_its_text(tmp_path: Path) -> None:
    """What `CC BY-NC-ND 4.0` means is known to few."""
    tree = page(tmp_path, rights="CC-BY-NC-ND-4.0")
    (link,) = tree.xpath("//a[@rel='license']")
    assert link.get("href") == "https://creativecommons.org/licenses/by-nc-nd/4.0/"
    (rights,) = tree.xpath("//p[@class='rights']")
    assert "Do not earn money with it. Do not change it." in rights.text_content()
    assert '"license":"https://creativecommons.org' in html.tostring(tree, encoding="unicode")


@pytest.mark.parametrize("rights", sorted(LICENCES))
def test_each_licence_asks_for_a_name(rights: str) -> None:
    """All begin alike, and each has its own address."""
    assert rights_words(rights, NullTranslations()).startswith("You may copy this and pass it on.")
    licence = licence_of(rights)
    assert licence
    assert licence.address.count("/by") == 1
    assert licence_of("Ask Sam") is None
