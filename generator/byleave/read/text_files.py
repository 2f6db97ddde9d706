"""A file to its text: what may be read, and what is said of what may not."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable

from byleave.cleaning import is_pointer
from byleave.diagnostics import Diagnostic, error
from byleave.model.names import with_letters_replaced
from byleave.model.terms import MARKER_CHARACTERS
from byleave.positions import START, Position
from byleave.read.found_files import FileThere, UnreadableError, cannot_read

LONGEST_TEXT = 2_000_000  # bytes: about twenty books; whatever is longer is no story
# Nobody sees control characters, so a name with one inside it would read like the name without;
# word processors leave some of them between words.
_GAPS = re.compile("[\v\f\x85]")
# Bytes of text, and of what is no text none of them is the first.
_PLAIN = bytes({*b"\t\n", *range(0x20, 0x7F), *range(0x80, 0xF5)} - {0xC2, 0xEE, 0xEF})
# The longer marks first: two begin alike.
_MARKS = (
    (BOM_UTF32_LE, "utf-32"),
    (BOM_UTF32_BE, "utf-32"),
    (BOM_UTF16_LE, "utf-16"),
    (BOM_UTF16_BE, "utf-16"),
)
_SEEN = 400  # bytes, which tell an encoding
_USUAL = 65_536  # bytes; few stories are longer
_NOT_TEXT = re.compile(f"[\x01-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff{MARKER_CHARACTERS}]")


def read_text(file: FileThere) -> str:
    """The text of a file, line ends as "\\n", without a byte order mark or markers of ours.

    Raises UnreadableError for a file that is too long, not UTF-8, not here or not to be read.
    """
    return text_of(read_bytes(file), file)


def read_bytes(file: FileThere) -> bytes:
    """The bytes of a file, up to one more than a text may have.

    Raises UnreadableError for a file that is not here or not to be read.
    """
    try:
        return _beginning(file)
    except OSError as fault:
        raise UnreadableError(cannot_read(file.path, fault)) from None


def text_of(data: bytes, file: FileThere) -> str:
    """The text of which `data` are the bytes in `file`; see `read_text`."""
    if len(data) > LONGEST_TEXT:
        message = f"this is longer than {LONGEST_TEXT // 1_000_000} million characters"
        raise UnreadableError(error(file.path, "too-long", message, "split it into several"))
    if is_pointer(data):
        raise UnreadableError(pointer(file.path))
    if _wide_encoding(data):
        raise UnreadableError(_not_utf_8(file.path, b""))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise UnreadableError(_not_utf_8(file.path, data[: fault.start])) from None
    return only_text(_with_line_ends(text))


def _beginning(file: FileThere) -> bytes:
    """The bytes of a file, up to one more than a text may have."""
    with file.real.open("rb") as stream:
        data = stream.read(_USUAL)
        # Room for the longest text is made where it is needed: it takes longer than reading.
        return data if len(data) < _USUAL else data + stream.read(LONGEST_TEXT + 1 - _USUAL)


def rough_text(file: FileThere) -> str:
    """What may stand in a file that `read_text` refuses, in letters that may be wrong.

    For the words that no link may repeat, and for nothing that is shown. "" if it is not to be
    read at all.
    """
    return _rough(file, _line)


def text_with_losses(file: FileThere) -> str | None:
    """The same with U+FFFD for each letter that may be wrong; None where none is."""
    losses = False

    def line_with_losses(line: bytes) -> str:
        nonlocal losses
        try:
            return line.decode()
        except UnicodeDecodeError:
            losses = True
            return with_letters_replaced(_line(line))

    text = _rough(file, line_with_losses)
    return text if losses else None


def _rough(file: FileThere, line_of: Callable[[bytes], str]) -> str:
    try:
        data = _beginning(file)[:LONGEST_TEXT]
    except OSError:
        return ""
    if encoding := _wide_encoding(data):
        text = data.decode(encoding, "replace")
    else:
        # Where no byte is 0, the mark is all that there is of that encoding.
        data = data.removeprefix(BOM_UTF16_LE).removeprefix(BOM_UTF16_BE)
        # In most such files one word alone is in letters of another kind.
        text = "\n".join(map(line_of, data.removeprefix(BOM_UTF8).split(b"\n")))
    return only_text(_with_line_ends(text))


def pointer(path: str, at: Position = START) -> Diagnostic:
    """The finding for a file of which only a pointer is here, at `at` in `path`."""
    message = "this is a pointer of Git LFS or git-annex: the file itself is not here"
    do = (
        "run `git lfs pull` before the site is built (in GitHub Actions: `lfs: true` at checkout), "
        "or `git annex get .`"
    )
    return error(path, "git-lfs", message, do, at)


def _wide_encoding(data: bytes) -> str | None:
    """The encoding of `data` where each letter has two or four bytes; without a mark, by its zeros.

    Letters of Latin, in which keys are written, have a zero beside them in all of these.
    """
    if b"\0" not in data:
        return None
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    begin = data[:_SEEN]
    if begin.count(0) * 3 < len(begin):
        return None
    if begin.count(0) * 3 > 2 * len(begin):
        return "utf-32-be" if begin[:1] == b"\0" else "utf-32-le"
    return "utf-16-be" if begin[:1] == b"\0" else "utf-16-le"


def _line(line: bytes) -> str:
    try:
        return line.decode()
    except UnicodeDecodeError:
        return line.decode("cp1252", "replace")


def _with_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def only_text(text: str) -> str:
    """`text` without markers of ours and without characters that are no text."""
    # What can be printed has none of them, and most texts have none of the bytes by which those
    # begin. To look for bytes takes a tenth of the time that a pattern takes.
    if text.isprintable() or not text.encode("utf-8", "surrogatepass").translate(None, _PLAIN):
        return text
    return _NOT_TEXT.sub("", _GAPS.sub(" ", text.replace("\0", "\ufffd")))


def _not_utf_8(path: str, before: bytes) -> Diagnostic:
    lines = before.decode("utf-8", "ignore").split("\n")
    at = Position(line=len(lines), column=len(lines[-1]) + 1)
    message = "this is not text, or its letters are not kept as UTF-8"
    do = "open it in an editor, choose to save it again, and choose UTF-8 as its encoding"
    return error(path, "not-utf-8", message, do, at)
