"""Nothing withheld is in what is built, and an audit finds it wherever it is put."""

import base64
import gzip
import io
import json
import lzma
import shutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from byleave.permission.audit.page import audit_page, audit_text
from byleave.permission.audit.search import Audit, audit
from byleave.pipeline.for_permission_tools import read_withheld
from tests.cli.running import build, run
from tests.gate.sites import NOON
from tests.permission.auditing import (
    ACCEPTANCE,
    REPOSITORY,
    Voice,
    audited,
    build_into,
    is_draft,
    put_site,
    real,
    voices_of,
    without,
)
from tests.permission.changed_pictures import packed, photograph
from tests.read.folders import WITHDRAWN, YES, put, story, voice

pytestmark = pytest.mark.slow

SAID = "The kettle in the porch never once boiled while the warden was away on a Tuesday."
SHORT = "Nobody asked about the kettle."
LEFT = WITHDRAWN.replace("R-0", "LEA-0042")
STAYS = "Ann digs here every week, and she says that the soil is kinder than any meeting."


def picture(colour: int) -> bytes:
    """A picture with something in it."""
    made = Image.new("RGB", (160, 120))
    made.putdata(
        [((x * colour) % 256, (y * 7) % 256, (x * y) % 256) for y in range(120) for x in range(160)]
    )
    stream = io.BytesIO()
    made.save(stream, "PNG")
    return stream.getvalue()


def files(consent: str) -> dict[str, str | bytes]:
    """A site of which one voice, one picture and one story depend on a consent."""
    said = (("wil", SAID), ("wil", SHORT), ("ann", STAYS))
    body = "".join(f"::: voice {id_}\n{text}\n:::\n\n" for id_, text in said)
    body += "![x](hat.png)\n"
    shed = story(body, voice("wil", "Wilmot Ashby", consent), voice("ann", "Ann"))
    media = "media: {hat.png: {alt: A hat on a spade, shows: [wil]}}\n"
    author = voice("wil", "Wilmot Ashby", consent, part="author")
    return {
        "stories/shed/index.md": shed.replace("voices:", f"{media}voices:", 1),
        "stories/shed/hat.png": picture(5),
        "stories/gate.md": story("Words.\n", author, title="A gate of my own"),
    }


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site after Wilmot withdrew, and beside it what is built of it."""
    folder = tmp_path_factory.mktemp("audit")
    put(folder / "site", files(LEFT))
    assert build(folder / "site", folder / "public").code == 0
    return folder


@pytest.fixture
def built(made: Path, tmp_path: Path) -> tuple[Path, Path]:
    """That site, and a copy of what was built, to plant things in."""
    shutil.copytree(made / "public", tmp_path / "public")
    return made / "site", tmp_path / "public"


def looked(site: Path, public: Path) -> Audit:
    """What an audit says."""
    return audit(public, read_withheld(site, NOON))


def found(site: Path, public: Path) -> set[tuple[str, str, str]]:
    """Where something is found: file, what, place in it."""
    return {(one.path, one.what, one.place) for one in looked(site, public).traces}


def test_nothing_is_found_in_what_was_built(built: tuple[Path, Path]) -> None:
    """And it was looked for: words, a name, a record, an address, a picture."""
    done = looked(*built)
    assert done.traces == ()
    assert done.records == ("LEA-0042",)
    assert all(done.sought.values()), done.sought
    assert sum(done.files.values()) > 10


def test_what_it_says_of_one_file(made: Path, tmp_path: Path) -> None:
    """“1 pages” makes a reader stumble, and doubt the rest."""
    (tmp_path / "a.html").write_text("<p>Words.</p>", encoding="utf-8")
    done = looked(made / "site", tmp_path)
    assert "looked through: pages (1)\n" in audit_text(done, verbose=False)
    assert "<caption>1 file</caption>" in audit_page(done, "Wet Feet", NOON.date(), verbose=False)


def test_what_was_built_before_is_caught(tmp_path: Path) -> None:
    """The folder of the day before has all of it."""
    site = put(tmp_path / "site", files(YES))
    build(site, tmp_path / "public")
    put(tmp_path / "site", files(LEFT))
    kinds = {one.what for one in looked(site, tmp_path / "public").traces}
    assert kinds >= {"words", "title", "name", "address"}
    assert kinds & {"file", "picture"}


def zipped(text: str) -> bytes:
    """A text, packed."""
    return gzip.compress(text.encode())


# Without types.
brotli: Any = import_module("brotli")


def in_letters(text: str) -> str:
    """A text in base64."""
    return base64.b64encode(text.encode()).decode()


PLANTED: dict[str, tuple[str, str | bytes]] = {
    "words": ("a.html", f"<p>{SAID}</p>"),
    "a part of the words": (
        "a.html",
        "<p>the kettle in the porch never once boiled, no</p>",
    ),
    "a short passage": ("a.html", f"<li>{SHORT}</li>"),
    "words in capitals": ("a.html", SAID.upper()),
    "words with tags": ("a.html", SAID.replace("porch", "<em>po</em>rch")),
    "words with entities": ("a.html", SAID.replace("e", "&#101;")),
    "words in a comment": ("a.html", f"<p>x</p><!-- {SAID} -->"),
    "words in an attribute": ("a.html", f'<meta name="description" content="{SAID}">'),
    "words in JSON-LD": (
        "a.html",
        f'<script type="application/ld+json">{json.dumps({"text": SAID})}</script>',
    ),
    "words in JSON": ("search.json", json.dumps({"body": SAID.replace("T", "\u0422")})),
    "words in a feed": ("feed.xml", f"<content>&lt;p&gt;{SAID}&lt;/p&gt;</content>"),
    "words in a calendar": (
        "all.ics",
        "BEGIN:VCALENDAR\r\nDESCRIPTION:" + "\r\n ".join((SAID[:20], SAID[20:31], SAID[31:])),
    ),
    "words in a packed index": ("index.pf_meta", zipped(SAID)),
    "words in an address": ("_redirects", "/x /?q=" + SAID.replace(" ", "%20")),
    "a name": ("a.html", "<p>by Wilmot  Ashby</p>"),
    "a name in an alt text": ("a.html", '<img alt="WILMOT ASHBY">'),
    "a name in an address": ("a.html", '<a href="/people/wilmot-ashby/">x</a>'),
    "a name in a file's name": ("media/wilmot-ashby.txt", "x"),
    "a record": ("a.html", '<p data-record="lea-0042">x</p>'),
    "a title": ("sitemap.html", "<a>A gate of my own</a>"),
    "an address": ("sitemap.xml", "<loc>https://lea.example.org/stories/gate/</loc>"),
    "an address that is there": ("stories/gate/index.html", "x"),
    "an alt text": ("a.html", '<img alt="A hat on a spade">'),
    "the name of a picture": ("a.html", '<img src="/img/hat.png">'),
    "a copy of a picture": ("img/x.png", picture(5)),
    "a name with a raised number": ("a.html", "<p>by Wilmot Ashby¹ and others</p>"),
    "a name with a number of a note": ("a.html", "<p>by Wilmot Ashby<sup>1</sup></p>"),
    "a name without a gap": ("a.html", "<p>by Wilmot\u200bAshby</p>"),
    "a name in two elements": ("a.html", "<p>by Wilmot<b>Ashby</b></p>"),
    "a name joined as a class": ("a.html", '<p class="x wilmotashby">x</p>'),
    "a name joined as a class by capitals": ("a.html", '<p class="WilmotAshby">x</p>'),
    "a name joined as an address": ("a.html", '<a href="/people/wilmotashby/">x</a>'),
    "a name joined as a handle": ("a.html", "<p>@wilmotashby</p>"),
    "a name joined as mail": ("a.html", "<p>wilmotashby@mail.example</p>"),
    "a name joined in a file's name": ("media/wilmotashby.txt", "x"),
    "a record without its dash": ("a.html", "<p>LEA0042</p>"),
    "a record with another dash": ("a.html", "<p>LEA–0042</p>"),
    "a record in a class": ("a.html", '<p class="lea0042">x</p>'),
    "words in a data address": (
        "a.css",
        f"p{{background:url(data:image/svg+xml;base64,{in_letters(SAID)})}}",
    ),
    "words in a data address of a page": (
        "a.html",
        f'<a href="data:text/html;base64,{in_letters("<p>Wilmot Ashby</p>")}">x</a>',
    ),
    "words in letters in JSON": ("a.json", json.dumps({"body": in_letters(SAID)})),
    "words packed by brotli": ("a.html.br", brotli.compress(SAID.encode())),
    "words packed otherwise": ("a.html.xz", lzma.compress(SAID.encode())),
}


@pytest.mark.parametrize(("path", "data"), PLANTED.values(), ids=PLANTED)
def test_what_is_planted_is_found(built: tuple[Path, Path], path: str, data: str | bytes) -> None:
    """In every way in which a file of a site can hold it."""
    site, public = built
    put_into(public, path, data)
    assert {one for one, _, _ in found(site, public)} == {path}


def put_into(public: Path, path: str, data: str | bytes) -> None:
    """Put a file into what was built."""
    place = public / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data if isinstance(data, bytes) else data.encode())


def jpeg(data: bytes, **how: int) -> bytes:
    """A picture, packed in another way."""
    stream = io.BytesIO()
    Image.open(io.BytesIO(data)).convert("RGB").save(stream, "JPEG", **how)
    return stream.getvalue()


def smaller(data: bytes) -> bytes:
    """A picture made smaller, and packed in another way."""
    stream = io.BytesIO()
    Image.open(io.BytesIO(data)).resize((120, 90)).save(stream, "WEBP")
    return stream.getvalue()


@pytest.mark.parametrize("remade", [jpeg, smaller])
def test_a_picture_that_was_made_anew_is_found(
    built: tuple[Path, Path], remade: Callable[[bytes], bytes]
) -> None:
    """What is published of a picture never has the same bytes as its source."""
    site, public = built
    put_into(public, "img/x.bin", remade(picture(5)))
    assert found(site, public) == {("img/x.bin", "picture", "bytes")}
    put_into(public, "img/x.bin", remade(packed(photograph(1), "PNG")))
    assert found(site, public) == set()


def test_what_is_published_too_is_no_trace(tmp_path: Path) -> None:
    """Words and a name that another story may show are there with good reason."""
    other = story(f"{SAID} So said Wilmot Ashby.\n", voice("wa", "Wilmot Ashby"), title="Quoted")
    site = put(tmp_path / "site", files(LEFT) | {"stories/quoted.md": other})
    build(site, tmp_path / "public")
    done = looked(site, tmp_path / "public")
    assert done.traces == ()
    assert done.not_sought.shared == 1


def test_accents_count_as_they_do_where_names_withhold(tmp_path: Path) -> None:
    """A glass of rosé is not Rose, who left; José is found without his accent."""
    gone = voice("rose", "Rose", LEFT), voice("jo", "José", LEFT.replace("0042", "0043"))
    site = put(tmp_path / "site", {"stories/a.md": story("Words.\n", *gone)})
    put_into(tmp_path / "public", "rose.html", "<p>rosé, and Rose</p>")
    put_into(tmp_path / "public", "wine.html", "<p>a glass of rosé</p>")
    put_into(tmp_path / "public", "jose.html", "<p>so said Jose</p>")
    assert {one for one, _, _ in found(site, tmp_path / "public")} == {"rose.html", "jose.html"}


def test_the_report_is_quiet_unless_asked(built: tuple[Path, Path], tmp_path: Path) -> None:
    """It may be sent to somebody; what it found is not said again."""
    site, public = built
    put_into(public, "a.html", f"<p>{SAID}</p>")
    put_into(public, "media/wilmot-ashby.txt", SHORT)
    page = tmp_path / "page.html"
    arguments = ("consent", "audit", public, "--site", site, "--as-of", "2026-06-01")
    said = run(*arguments, "--output", page)
    assert said.code == 1
    for text in (said.all, page.read_text("utf-8")):
        assert "a.html" in text
        assert "LEA-0042" in text
        assert "kettle" not in text
        assert "ilmot" not in text
    assert "while the warden was away" in run(*arguments, "--verbose").out
    told = json.loads(run(*arguments, "--format", "json").out)
    assert {one["path"] for one in told["traces"]} == {"a.html", "media/…"}


def test_a_clean_report_can_be_signed(built: tuple[Path, Path], tmp_path: Path) -> None:
    """It says what was looked for, where and when, and names nobody."""
    site, public = built
    page = tmp_path / "page.html"
    said = run(
        "consent", "audit", public, "--site", site, "--as-of", "2026-06-01", "--output", page
    )
    assert said.code == 0
    text = page.read_text("utf-8")
    for words in ("Nothing was found", "1 June 2026", "LEA-0042", "Lea Allotments", "Signature"):
        assert words in text
    assert "Wilmot" not in text


def test_a_damaged_file_is_told(built: tuple[Path, Path], tmp_path: Path) -> None:
    """What cannot be read was not looked through."""
    site, public = built
    put_into(public, "x.pdf", b"%PDF-1.4\n\0 broken")
    done = looked(site, public)
    assert done.unread == ("x.pdf",)
    assert "could not be read" in run_page(site, public, tmp_path / "page.html")


def run_page(site: Path, public: Path, page: Path) -> str:
    """The page of an audit."""
    run("consent", "audit", public, "--site", site, "--as-of", "2026-06-01", "--output", page)
    return page.read_text("utf-8")


# Of a draft nothing was ever built.
FEW = [one for one in voices_of(REPOSITORY) if not is_draft(REPOSITORY, one)][::20]
# Each of them takes a whole build and a look at all that it made, so it is every fourth.
MANY = [(folder, one) for folder in (REPOSITORY, ACCEPTANCE) for one in voices_of(folder)[::4]]


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "gone"), MANY, ids=lambda one: str(one).rpartition("/")[2])
def test_a_real_site_without_any_of_its_voices_is_clean(
    tmp_path: Path, folder: Path, gone: Voice
) -> None:
    """Whoever leaves the demonstration, or the real pages, leaves nothing behind."""
    site = put_site(without(real(folder), gone), tmp_path / "site")
    assert audited(site, build_into(site, tmp_path / "public")).traces == ()


@pytest.mark.slow
@pytest.mark.parametrize("gone", FEW, ids=lambda one: one[1])
def test_an_old_folder_of_a_real_site_is_caught(tmp_path: Path, gone: Voice) -> None:
    """What was built before somebody left still has their words."""
    old = build_into(put_site(real(REPOSITORY), tmp_path / "before"), tmp_path / "old")
    site = put_site(without(real(REPOSITORY), gone), tmp_path / "after")
    assert audited(site, old).traces


def test_the_page_of_one_person_has_nobody_elses_number(tmp_path: Path) -> None:
    """Theirs is looked for alone, in whatever way it is typed, and theirs alone is told."""
    bodies = {
        "sam": "The blue kettle was mine and nobody else ever used it.",
        "ann": "I mended a very old grey gate.",
    }
    text = story(
        "".join(f"::: voice {id_}\n{body}\n:::\n\n" for id_, body in bodies.items()),
        voice("sam", "Sam Bo", "{record: XY-7001, asked: 2026-01-05, withdrawn: 2026-01-06}"),
        voice("ann", "Ann Lea", "{record: XY-7002, asked: 2026-01-05, withdrawn: 2026-01-06}"),
    )
    site = put(tmp_path / "site", {"stories/shed.md": text})
    out = put(tmp_path / "out", {"a.html": "".join(f"<p>{body}</p>" for body in bodies.values())})
    page = tmp_path / "page.html"
    said = run("consent", "audit", "--site", site, out, "--record", "xy–7001", "--output", page)
    assert said.code == 1, said.all
    assert "a.html: words in the text (XY-7001)" in said.out
    assert "7002" not in said.out + page.read_text("utf-8")
    assert "XY-7001" in page.read_text("utf-8")
    other = run("consent", "audit", "--site", site, out, "--record", "XY-7009")
    assert (other.code, "nothing is withheld by this record" in other.err) == (2, True)
