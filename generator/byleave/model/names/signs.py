"""What each sign is to somebody who looks for a name: letters in one form, a gap, or neither.

Letter case, width, and the points that Hebrew and Arabic may leave out, do not count; accents of
Latin letters only where that is asked for.
"""

import re
import unicodedata

GAP = " "
# Readers may see words parted here, or one word: a sign of no width, a hyphen, a dropped element.
DOUBT = "|"
# Between letters a doubt or, before an ending such as that of "we'll", a gap; elsewhere a gap.
APOSTROPHE = "'"

_APOSTROPHES = frozenset("'’‘ʼʻʽʾʿˈ´′＇՚׳")
# Markdown's signs, which stand within words as well, what joins words in addresses, and what stands
# for a sign that is none.
_JOINING = frozenset("_＿*~`\\-‐‑－﹣\ufffd")
_UNSEEN = re.compile(
    "[\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
# Accents of Latin, Greek and Cyrillic letters; points of Hebrew, Arabic and Syriac, and what draws
# Arabic out; the dot of foreign sounds in Hindi and Punjabi. All other marks are vowels, and stay.
_SILENT = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u08d3-\u08ff\u093c\u0951-\u0954\u0a3c]"
)
# Latin letters with a stroke or without their dot, and letters that Armenian, Arabic, Persian and
# Urdu write in two ways each.
_ALSO = str.maketrans(
    dict(zip("øłđħŧɑɡıւىیةەۀک", "oldhtagi\u057e\u064a\u064a\u0647\u0647\u0647\u0643", strict=True))
    | {"æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
# Latin letters with a stroke that make another word, as an accent does.
_STROKED = frozenset("øłđħŧ")
# Letters in boxes, in flags, and small ones of capital form, which Unicode takes apart for nobody.
_LETTER = re.compile(
    r"(?:SYMBOL LETTER|(?:CIRCLED|SQUARED) LATIN CAPITAL LETTER|LETTER SMALL CAPITAL) ([A-Z])\Z"
)
# Signs of format and control, and gaps.
_NONE = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})
_RAISED = ("<super>", "<sub>", "<circle>", "<square>", "<fraction>")

_NO_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\U00020000-\U0003ffff"
)
# Scripts that put no space between words, or join small words to them, so that a name needs no
# gap around it: Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean.
UNSPACED = re.compile(f"[{_NO_SPACES}]")


class _Signs(dict[int, str]):
    """What stands for each sign, by its number; found out when a sign is first met."""

    def __init__(self, *, written_out: bool, accents: bool) -> None:
        """Say whether raised and circled letters and numbers are letters, or only marks.

        With `accents`, a Latin letter with one is another letter than that without.
        """
        super().__init__()
        self._written_out = written_out
        self._accents = accents

    def __missing__(self, code: int) -> str:
        """Find out what stands for a sign, and remember it."""
        sign = chr(code)
        is_doubt = is_raised(sign) and not self._written_out
        form = DOUBT if is_doubt else self._form(sign)
        self[code] = form
        return form

    def _form(self, sign: str) -> str:
        return _accented(sign) if self._accents and is_accented(sign) else _form(sign)


def is_raised(sign: str) -> bool:
    """Whether `sign` may be a mark beside a word, as of a note, or letters or a number in it."""
    if sign.isascii():
        return False
    tag = unicodedata.decomposition(sign).partition(" ")[0]
    category = unicodedata.category(sign)
    if not tag and category == "So":
        return _LETTER.search(unicodedata.name(sign, "")) is not None
    return tag in _RAISED or (bool(tag) and category in ("No", "Nl", "So"))


def is_accented(sign: str) -> bool:
    """Whether `sign` is a Latin letter with an accent or a stroke, in one sign.

    The dot of a Turkish capital is none: small letters have it too.
    """
    if sign.isascii() or sign == "İ":
        return False
    return sign.lower() in _STROKED or (
        len(unicodedata.normalize("NFD", sign)) > 1
        and unicodedata.name(sign, "").startswith("LATIN ")
    )


def _accented(sign: str) -> str:
    return unicodedata.normalize("NFC", sign.casefold())


def _form(sign: str) -> str:
    if sign in _APOSTROPHES:
        return APOSTROPHE
    if _SILENT.match(sign):
        return ""
    if sign in _JOINING or _UNSEEN.match(sign) or unicodedata.category(sign) == "Cf":
        return DOUBT
    return _letters(sign)


def _letters(sign: str) -> str:
    """The letters that a sign is, folded; what is none of it is a gap."""
    plain = unicodedata.normalize("NFKD", sign)
    if (
        plain == sign
        and not sign.isascii()
        and (named := _LETTER.search(unicodedata.name(sign, "")))
    ):
        plain = named[1]
    for _ in range(2):  # some capitals have accents of their own once they are small
        plain = unicodedata.normalize("NFKD", _SILENT.sub("", plain).casefold())
    plain = unicodedata.normalize("NFC", plain.translate(_ALSO))
    return "".join(map(_letter, plain)) or ("" if _SILENT.match(sign) else GAP)


def _letter(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Nd":
        return str(unicodedata.decimal(sign))
    return sign if category[0] in "LM" or category in ("Nl", "No") else GAP


def is_seen(text: str) -> bool:
    """Whether there is more in `text` than gaps and signs that nobody sees."""
    if text.isascii():
        return bool(text.strip())
    return any(
        not sign.isspace() and not _UNSEEN.match(sign) and unicodedata.category(sign) not in _NONE
        for sign in text
    )


def without_unseen(text: str) -> str:
    """`text` without the signs that have no width and no meaning of their own."""
    if text.isascii():
        return text
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


# Two ways to read: "Oakley¹" has a mark of a note beside it, or the number one in it.
MARKED = _Signs(written_out=False, accents=False)
WRITTEN_OUT = _Signs(written_out=True, accents=False)
# The same where "rosé" is another word than "rose".
ACCENTED = _Signs(written_out=False, accents=True)
ACCENTED_WRITTEN_OUT = _Signs(written_out=True, accents=True)
