"""Receipts: what was recorded, no more and no less, in the hands of whoever said it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from byleave.model.permission import Permission
from byleave.render.paper.camera_codes import way_codes
from byleave.render.paper.receipt_data import CONTEXT
from tests.cleaning.originals import photograph
from tests.cli.running import Said, run
from tests.permission.dpv_terms import TERMS
from tests.permission.reading import own_sentences, parsed, words
from tests.permission.sites import agreed
from tests.permission.test_law import LAW, SETTINGS, TOLD
from tests.read.folders import put, story, voice

STORY = "stories/shed.md"
PASSAGE = "::: voice sam\nI mended the green gate.\n:::\n"
ASKED = "{asked: 2026-01-05, until: 2029-01-05, review: 2028-01-05}"
DAY = "2026-03-01"


def a_site(folder: Path, law: str = LAW, body: str = PASSAGE, **more: str) -> Path:
    """A site in which Sam is asked, of whom `more` tells."""
    sam = voice("sam", "Sam", ASKED, **({"part": "storyteller"} | more))
    return put(folder, {"site_src/site.yaml": SETTINGS + law, STORY: story(body, sam)})


def said_yes(folder: Path, law: str = LAW, *more: str, **kinds: str) -> Path:
    """The same, after Sam said yes to the website and to feeds."""
    site = a_site(folder, law, **kinds)
    said = agreed(site, STORY, "--given", "2026-02-01", *more)
    assert said.code == 0, said.all
    return site


def receipt(site: Path, *arguments: str) -> Said:
    """Make a receipt of the first day of March."""
    chosen = arguments if "--record" in arguments else (STORY, "--voice", "sam", *arguments)
    return run("consent", "receipt", *chosen, "--site", site, "--as-of", DAY)


def page_of(site: Path, *arguments: str) -> str:
    """The receipt as a person gets it."""
    said = receipt(site, *arguments)
    assert said.code == 0, said.all
    (file,) = (site / "permission-forms").glob("*.receipt*.html")
    return file.read_text("utf-8")


def answers(page: str) -> dict[str, str]:
    """Each use on a receipt, and the answer beside it."""
    tree = parsed(page)
    plain = {
        use.text: row.xpath("string(dt)")
        for row in tree.xpath("//dl[@class='recorded']/div")
        for use in row.xpath(".//li")
    }
    easy = [one.text_content().split(":") for one in tree.xpath("//ul[@class='said']/li/span")]
    return plain or {use: answer.strip() for use, answer in easy}


@pytest.mark.parametrize("easy_read", [(), ("--easy-read",)])
def test_it_says_what_was_recorded(tmp_path: Path, easy_read: tuple[str, ...]) -> None:
    """Each use with its answer, the end, the number, the name, and the words that were agreed."""
    page = page_of(said_yes(tmp_path), *easy_read)
    found = answers(page)
    assert len(found) == 9
    yes = [use for use, answer in found.items() if answer == "Yes"]
    assert yes in (
        ["On our website", "In feeds and calendars"],
        ["On our website", "In lists of new stories"],
    )
    assert set(found.values()) == {"Yes", "No"}
    text = words(page)
    for one in (
        "I mended the green gate.",
        "R-2",
        "1 February 2026",
        "5 January 2029",
        "5 January 2028",
        "Sam",
        "The shed",
        "https://lea.example.org/stories/shed/",
        "You answered for yourself",
        "01632 960222",
        "two working days",
    ):
        assert one in text, one


# The fields that the guide of DPV (table 7.2) has as mandatory in TS 27560 or by the GDPR, and
# where a receipt has them.
FIELDS = {
    "schema version": ("ISO/IEC TS 27560:2023",),
    "record id": ("Your number: R-2",),
    "receipt id": ("This receipt",),
    "privacy notice": ("https://lea.example.org/how-we-ask/", "1 March 2026"),
    "language": ("English",),
    "purpose": ("So that neighbours hear of each other.", "On our website"),
    "lawful basis": ("article 6(1)(a)", "article 9(2)(a)"),
    "type of data": ("how you are called: Sam",),
    "special category": ("your health or a disability",),
    "controller": ("Lantern Neighbours",),
    "party id": ("charity 0000001",),
    "party address": ("1 Mill Street, Leaford",),
    "collection": ("You told it, or somebody told it about you.",),
    "automated decisions": ("No machine uses it to decide anything about you.",),
    "storage locations": ("Where it is kept", "Harbour Hosting (Ireland)"),
    "retention": ("three years", "as long as the website", "until you ask"),
    "jurisdiction": ("United Kingdom",),
    "recipients": ("Whoever reads the website",),
    "withdrawal": ("Tell Bethan at the table", "01632 960222"),
    "rights": ("put right, left alone for a while, or deleted",),
    "authority": ("The Office of Examples, 2 Dock Road, Leaford", "01632 960224"),
    "event time": ("You said yes on 1 February 2026",),
    "validity": ("until 5 January 2029 at the latest",),
    "event type": ("expressly",),
    "event state": ("Yes", "No"),
    "entity": ("You answered for yourself.",),
}


@pytest.mark.slow
@pytest.mark.parametrize("field", FIELDS)
def test_it_has_every_mandatory_field(field: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Of ISO/IEC TS 27560:2023, as far as the group has told them."""
    text = words(page_of(said_yes(tmp_path_factory.mktemp("site"))))
    assert [one for one in FIELDS[field] if one not in text] == []


def test_easy_read_has_what_the_law_wants_told(tmp_path: Path) -> None:
    """In short sentences and with pictures, and with hard words explained."""
    page = page_of(said_yes(tmp_path), "--easy-read")
    text = words(page).replace("The Office of Examples 2", "The Office of Examples, 2")
    assert [one for one in TOLD if one not in text and "article" not in one] == []
    assert len(parsed(page).xpath("//*[contains(@class, 'symbol')]")) > 20
    assert "Hard words" in text
    longest = max(own_sentences(page), key=lambda one: len(one.split()))
    assert len(longest.split()) <= 15, longest


def test_a_code_begins_a_message_with_the_number(tmp_path: Path) -> None:
    """Nobody has to write it, and nothing is asked of any other machine to show it."""
    permission = Permission(
        person={"": "Ruth"},
        within={"": "two days"},
        telephone="+44 1632 960 001",
        text="(07700) 900001",
        email="ruth@example.org",
    )
    found = {one.way: one.address for one in way_codes(permission, "Number R-2: é")}
    assert found == {
        "text": "sms:07700900001?body=Number%20R-2%3A%20%C3%A9",
        "email": "mailto:ruth@example.org?subject=Number%20R-2%3A%20%C3%A9",
        "telephone": "tel:+441632960001",
    }
    pictures = parsed(page_of(said_yes(tmp_path))).xpath("//ul[@class='cameras']//img")
    assert [one.get("alt") for one in pictures] == ["Code for a camera: Telephone"]
    assert all(one.get("src").startswith("data:image/svg+xml") for one in pictures)
    assert unquote(pictures[0].get("src")).count("<path") == 1


def test_a_way_that_no_telephone_knows_has_no_code() -> None:
    """A group that is reached on paper alone is reached all the same."""
    permission = Permission(person={"": "R"}, within={"": "2"}, post={"": "1 Mill Street"})
    assert way_codes(permission, "R-2") == ()


def _do(said: Said) -> str:
    assert said.code == 3
    assert "do: " in said.err
    return said.err


def test_without_a_yes_there_is_none(tmp_path: Path) -> None:
    """Nobody has in hand that they said what they did not."""
    site = a_site(tmp_path)
    assert "no yes is recorded" in _do(receipt(site))
    assert not list(tmp_path.rglob("*.receipt*"))


def test_after_they_stopped_there_is_a_letter(tmp_path: Path) -> None:
    """A receipt of a yes would be untrue."""
    site = said_yes(tmp_path)
    run("consent", "withdraw", "--record", "R-2", "--site", site)
    said = _do(receipt(site))
    assert "byleave consent letter" in said
    assert "I mended" not in said


def test_words_that_came_later_are_on_no_receipt(tmp_path: Path) -> None:
    """They were not agreed to, whatever the record says."""
    site = said_yes(tmp_path)
    file = site / STORY
    file.write_text(file.read_text("utf-8").replace("green", "red"), "utf-8")
    said = _do(receipt(site))
    assert "the words are not those that were agreed to" in said
    assert "red gate" not in said


def test_without_fingerprints_it_does_not_say_that_they_agreed_to_these(tmp_path: Path) -> None:
    """A record from before says what for and until when, and not which words."""
    site = said_yes(tmp_path)
    file = site / STORY
    text, removed = re.subn(r", words: \[[^]]*\]", "", file.read_text("utf-8"))
    assert removed == 1
    file.write_text(text, "utf-8")
    text = words(page_of(site))
    assert "the words as they are on the day of this receipt" in text
    assert "These are the words that you agreed to" not in text


def test_a_record_has_a_receipt_for_each_of_its_stories(tmp_path: Path) -> None:
    """However its number is typed."""
    site = said_yes(tmp_path)
    other = story(PASSAGE, voice("sam", "Sam", ASKED, part="storyteller"), title="The fence")
    put(site, {"site_src/site.yaml": SETTINGS, "stories/fence.md": other})
    assert agreed(site, "stories/fence.md").code == 0
    said = receipt(site, "--record", "r–2")
    assert said.code == 0, said.all
    names = {one.name for one in (site / "permission-forms").glob("*.receipt.html")}
    assert names == {"shed.sam.receipt.html", "fence.sam.receipt.html"}


def test_nobody_is_asked_for_twice(tmp_path: Path) -> None:
    """A story with a voice, or a record: one of the two."""
    site = said_yes(tmp_path)
    assert run("consent", "receipt", STORY, "--site", site).code == 2
    assert receipt(site, "--record", "R-9").code == 2


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    """Made twice on one day of the same, it is one receipt, by its number too."""
    site = said_yes(tmp_path)
    first = page_of(site)
    assert page_of(site) == first


def test_a_picture_of_them_is_on_it(tmp_path: Path) -> None:
    """They said yes to that as well."""
    body = f"{PASSAGE}\n![](gate.jpg)\n"
    sam = voice("sam", "Sam", ASKED, part="storyteller")
    media = "{gate.jpg: {alt: Sam at a gate, shows: [sam]}}"
    files: dict[str, str | bytes] = {
        "site_src/site.yaml": SETTINGS,
        "stories/shed/index.md": story(body, sam, media=media),
        "stories/shed/gate.jpg": photograph(),
    }
    site = put(tmp_path, files)
    assert agreed(site, "stories/shed/index.md").code == 0
    said = run("consent", "receipt", "--record", "R-2", "--site", site)
    assert said.code == 0, said.all
    page = (site / "permission-forms/shed.sam.receipt.html").read_text("utf-8")
    assert parsed(page).xpath("//img[@alt='Sam at a gate']")


def _data(site: Path) -> Any:
    said = receipt(site, "--format", "json-ld")
    assert said.code == 0, said.all
    return json.loads((site / "permission-forms/shed.sam.receipt.jsonld").read_text("utf-8"))


def _terms(node: Any) -> Iterator[str]:
    """Every key of JSON-LD, and every name that is in the place of a node or of its type."""
    for one in node if isinstance(node, list) else ():
        yield from _terms(one)
    for key, value in node.items() if isinstance(node, dict) else ():
        if key == "@context":
            continue
        if not key.startswith("@"):
            yield key
            yield from _terms(value)
        elif key in ("@id", "@type"):
            named = value if isinstance(value, list) else [value]
            yield from (one for one in named if one.partition(":")[0] in CONTEXT)


@pytest.mark.parametrize(
    ("law", "by"), [(LAW, "self"), (LAW.replace("GB", "IE"), "parent"), ("", "group")]
)
def test_its_terms_are_in_the_vocabulary(law: str, by: str, tmp_path: Path) -> None:
    """A program that knows DPV knows each of them."""
    found = set(_terms(_data(said_yes(tmp_path, law, "--by", by))))
    assert found - TERMS == set()
    assert {one.partition(":")[0] for one in found} <= CONTEXT.keys()


def test_a_program_is_told_each_answer(tmp_path: Path) -> None:
    """What was permitted is one record, what was refused another; both say whose and when."""
    data = _data(said_yes(tmp_path))
    given, refused = data["dpv:hasRecordOfActivity"]
    uses = [
        [one["dct:identifier"] for one in record["dpv:hasProcess"]] for record in (given, refused)
    ]
    assert uses[0] == ["web", "feed"]
    assert uses[1] == ["search", "engines", "social", "print", "partners", "teaching", "ai"]
    status = given["dpv:hasConsentStatus"]
    assert status["@type"] == ["dpv:ConsentGiven", "dpv:ExplicitlyExpressedConsent"]
    assert status["dpv:isIndicatedAtTime"] == "2026-02-01"
    assert status["dpv:hasDuration"]["rdf:value"] == "2029-01-05"
    assert refused["dpv:hasConsentStatus"]["@type"] == "dpv:ConsentRefused"


# The fields of the guide (sections 8 and 9) that "MUST be present", as keys of a record.
_OF_RECORD = (
    "dct:conformsTo dpv:hasIdentifier dpv:hasDataSubject dpv:hasNotice dpv:hasProcess "
    "dpv:hasDataController dpv:hasConsentControl dpv:hasJurisdiction dpv:hasRight "
    "dpv:hasConsentStatus"
).split()
_OF_PROCESS = (
    "dpv:hasPurpose dpv:hasPersonalData dpv:hasStorageCondition dpv:hasRecipient dpv:hasLegalBasis"
).split()
_OF_PARTY = "dpv:hasName dpv:hasIdentifier dpv:hasContact dpv:hasAddress".split()


def test_a_program_finds_every_mandatory_field(tmp_path: Path) -> None:
    """None is missing, and none is empty."""
    data = _data(said_yes(tmp_path))
    for key in ("dct:conformsTo", "dpv:hasIdentifier", "dct:created"):
        assert data[key]
    for record in data["dpv:hasRecordOfActivity"]:
        assert [key for key in _OF_RECORD if not record.get(key)] == []
        assert [key for key in _OF_PARTY if not record["dpv:hasDataController"].get(key)] == []
        assert record["dpv:hasNotice"]["dct:language"] == "en-GB"
        for process in record["dpv:hasProcess"]:
            assert [key for key in _OF_PROCESS if not process.get(key)] == []


def test_data_holds_nothing_that_was_said(tmp_path: Path) -> None:
    """Programs hand it on; what somebody said, and what they are called, stays on the paper."""
    text = json.dumps(_data(said_yes(tmp_path)))
    assert "gate" not in text
    assert "Sam" not in text
