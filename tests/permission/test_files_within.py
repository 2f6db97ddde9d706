"""An audit looks into files within files: archives, drawings, styles, mail, documents."""

import base64
import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from email.message import EmailMessage
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import pytest

from byleave.model.withheld import Withheld, WithheldFile, WithheldName
from byleave.permission.audit.search import audit
from byleave.values import replace
from tests.permission.changed_pictures import cropped, packed, photograph

pytestmark = pytest.mark.slow

PICTURE = packed(photograph(3))
CHANGED = packed(cropped(0.7)(photograph(3)), "PNG")
OTHER = packed(photograph(4))
RECORDING = b"RIFF\x24\x10\0\0WAVEfmt " + bytes(range(256)) * 16
Holding = Callable[[bytes], bytes | str]


def letters(data: bytes) -> str:
    """Bytes in base64."""
    return base64.b64encode(data).decode()


def lines(data: bytes) -> str:
    """Bytes in base64, as mail and drawing programs break it."""
    return base64.encodebytes(data).decode()


def uri(data: bytes) -> str:
    """An address that is the file itself."""
    return f"data:image/jpeg;base64,{letters(data)}"


def zipped(data: bytes, name: str = "x.jpg") -> bytes:
    """A ZIP archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return stream.getvalue()


def tarred(data: bytes) -> bytes:
    """An archive of Unix."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo("x.jpg")
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return stream.getvalue()


def mailed(data: bytes) -> bytes:
    """A letter with something attached."""
    letter = EmailMessage()
    letter.set_content("Here it is.")
    letter.add_attachment(data, maintype="image", subtype="jpeg", filename="x.jpg")
    return bytes(letter)


HOLDING: dict[str, tuple[str, Holding]] = {
    "in a drawing": ("a.svg", lambda data: f'<svg><image href="{uri(data)}"/></svg>'),
    "in a drawing, in lines": (
        "a.svg",
        lambda data: f'<svg><image href="data:image/jpeg;base64,\n{lines(data)}"/></svg>',
    ),
    "in a drawing, in lines as entities": (
        "a.svg",
        lambda data: (
            '<svg><image xlink:href="data:image/jpeg;base64,'
            + lines(data).replace("\n", "&#10;")
            + '"/></svg>'
        ),
    ),
    "in a drawing in a style sheet": (
        "a.css",
        lambda data: (
            "p{background:url('data:image/svg+xml,"
            + quote(f'<svg><image href="{uri(data)}"/></svg>')
            + "')}"
        ),
    ),
    "in a style sheet": ("a.css", lambda data: f"p{{background:url({uri(data)}) no-repeat}}"),
    "in a page": ("a.html", lambda data: f'<p style="background:url({uri(data)})"><img src=x></p>'),
    "in data": ("a.json", lambda data: json.dumps({"picture": letters(data)})),
    "in data that hides its slashes": (
        "a.json",
        lambda data: json.dumps({"picture": uri(data)}).replace("/", "\\/"),
    ),
    "in a book": ("a.fb2", lambda data: f"<binary id='x'>\n{lines(data)}</binary>"),
    "in a calendar": (
        "a.ics",
        lambda data: (
            "BEGIN:VCALENDAR\r\nATTACH;ENCODING=BASE64;VALUE=BINARY:"
            + "\r\n ".join(letters(data)[at : at + 70] for at in range(0, len(letters(data)), 70))
        ),
    ),
    "zipped": ("a.zip", zipped),
    "zipped behind a picture": ("a.gif", lambda data: b"GIF89a" + zipped(data)),
    "zipped twice": ("a.zip", lambda data: zipped(zipped(data), "b.zip")),
    "in an archive of Unix": ("a.tar", tarred),
    "in such an archive, packed": ("a.tgz", lambda data: gzip.compress(tarred(data))),
    "in such an archive, packed by bzip2": ("a.tar.bz2", lambda data: bz2.compress(tarred(data))),
    "in such an archive, packed by xz": ("a.tar.xz", lambda data: lzma.compress(tarred(data))),
    "packed in the old way of xz": (
        "a.jpg.lzma",
        lambda data: lzma.compress(data, format=lzma.FORMAT_ALONE),
    ),
    "attached to mail": ("a.eml", mailed),
    "in mail that was kept": ("a.mbox", lambda data: b"From x\n" + mailed(data)),
}
FORMS = {"the file itself": PICTURE, "a picture that was changed": CHANGED}


def withheld(folder: Path) -> Withheld:
    """A withheld picture and a withheld recording."""
    files = {"hall.jpg": PICTURE, "said.wav": RECORDING}
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return Withheld(
        words=(),
        names=(WithheldName(name="Wilmot Ashby", records=("LEA-0042",)),),
        addresses=(),
        records=("LEA-0042",),
        files=tuple(
            WithheldFile(
                name=name,
                address=f"/media/{name}",
                source=str(folder / name),
                sha256=sha256(data).hexdigest(),
                records=("LEA-0042",),
            )
            for name, data in files.items()
        ),
        public_texts=(),
        public_names=frozenset(),
        public_records=frozenset(),
        public_files=(),
        languages=("en",),
    )


def traces(folder: Path, path: str, data: bytes | str) -> set[str]:
    """What an audit finds in a folder with this one file."""
    return {what for _, what in found(folder, {path: data})}


def found(folder: Path, files: Mapping[str, bytes | str]) -> set[tuple[str, str]]:
    """What an audit finds in a folder with these files, and in which of them."""
    public = folder / "public"
    for path, data in files.items():
        place = public / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data if isinstance(data, bytes) else data.encode())
    return {(one.path, one.what) for one in audit(public, withheld(folder)).traces}


@pytest.fixture(scope="module")
def looked(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """What an audit finds in a folder with a file for each way to hold another, of each other."""
    files = {
        f"{form}/{way}/{path}": holding(data)
        for form, data in (FORMS | {"another": OTHER, "a recording": RECORDING}).items()
        for way, (path, holding) in HOLDING.items()
    }
    return found(tmp_path_factory.mktemp("within"), files)


def kinds(looked: set[tuple[str, str]], form: str, way: str) -> set[str]:
    """What was found in one of these files."""
    return {what for path, what in looked if path.startswith(f"{form}/{way}/")}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("way", HOLDING)
def test_a_picture_is_found_within(looked: set[tuple[str, str]], way: str, form: str) -> None:
    """Wherever a site or whoever made it may have put it."""
    assert kinds(looked, form, way) & {"file", "picture"}


@pytest.mark.parametrize("way", HOLDING)
def test_another_picture_is_let_be(looked: set[tuple[str, str]], way: str) -> None:
    """Only what is withheld is told."""
    assert kinds(looked, "another", way) == set()


@pytest.mark.parametrize("way", HOLDING)
def test_a_recording_is_found_within(looked: set[tuple[str, str]], way: str) -> None:
    """Any file, where it is there byte for byte."""
    assert kinds(looked, "a recording", way) == {"file"}


def test_a_picture_within_other_bytes_is_found(tmp_path: Path) -> None:
    """In the tags of a recording, in EXIF, in a document of a kind that nothing here can open."""
    assert traces(tmp_path, "a.mp3", b"ID3\3\0\0\0\0\x10\0APIC" + CHANGED + bytes(500)) == {
        "picture"
    }


def test_words_in_mail_are_found(tmp_path: Path) -> None:
    """They are written in letters of their own there."""
    letter = EmailMessage()
    letter["To"] = "Wilmot Ashby <wa@lea.example.org>"
    letter.set_content("Wilmot=Ashby, says Wilmot Ashby, é", cte="base64")
    assert traces(tmp_path, "a.eml", bytes(letter)) == {"name"}


def test_what_may_be_shown_is_no_trace(tmp_path: Path) -> None:
    """Another story shows the same picture; and what was cut from it is of a withheld one too."""
    gone = withheld(tmp_path)
    public = tmp_path / "public"
    public.mkdir()
    (public / "shown.jpg").write_bytes(packed(photograph(3).resize((200, 150)), quality=60))
    (public / "part.jpg").write_bytes(CHANGED)
    shown = gone.files[:1]
    found = audit(public, replace(gone, public_files=shown)).traces
    assert [one.path for one in found] == ["part.jpg"]


@pytest.mark.parametrize("path", ["a.zip", "a.tar", "a.tar.gz"])
def test_a_damaged_archive_is_told(tmp_path: Path, path: str) -> None:
    """Its end is missing: whoever signs a report has to know."""
    archive = zipped(RECORDING) if path == "a.zip" else tarred(RECORDING)
    whole = gzip.compress(archive) if path == "a.tar.gz" else archive
    public = tmp_path / "public"
    public.mkdir()
    (public / path).write_bytes(whole[:1000])
    assert audit(public, withheld(tmp_path)).unread == (path,)
