"""Letters in one form, whatever their case, accents, width or look, and the words they make."""

import re
import unicodedata

# Marks that join, part, turn around or colour letters and are none, and those that Hebrew and
# Arabic may leave out: a name reads the same with and without them.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u061c\u0640\u064b-\u065f\u0670"
    "\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e0fff]"
)
# Scripts that put no space between words, or join small words to them, so that a name needs no
# gap around it: Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean.
_NO_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
    "\U00020000-\U0003ffff"
)
UNSPACED = re.compile(f"[{_NO_SPACES}]")
# Accents of Latin, Greek and Cyrillic letters. In scripts of India marks are vowels, and stay.
_ACCENT = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
)
# Letters that look like Latin ones, or are Latin ones with a stroke that is no accent.
_ALIKE = str.maketrans(
    dict(
        zip(
            "авекмнорстухіјѕԁԛԝһӏαεικνορτυχøłđħŧıɑɡ",
            "abekmhopctyxijsdqwhlaeikvoptuxoldhtiag",
            strict=True,
        )
    )
    | {"æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)
_INDIC = "\u0900-\u0963\u0966-\u0dff"
_UNIT = re.compile(f"[{_NO_SPACES}]|(?:[^\\W_{_NO_SPACES}]|[{_INDIC}])+")
_POSSESSIVE = re.compile(r"(?<=[^\W_]s)['’ʼ`´＇](?![^\W_])")


def folded(text: str) -> str:
    """`text` in the form in which words are compared: two that look alike are then the same.

    Letter case, accents, width, invisible marks and look-alike letters of other alphabets do not
    count.
    """
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()
    text = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", text).translate(_ALIKE)


def units(text: str) -> list[str]:
    """The words of `text`, folded; in scripts without spaces each letter is one."""
    return _UNIT.findall(folded(text))


def units_without_ending(text: str, *, address: bool) -> list[str]:
    """The words of `text` without the ending of a possessive that has lost its letter or its sign.

    That is an apostrophe after an s; in an `address` every s that a word ends in may be one.
    """
    if address:
        return [word[:-1] if word[-1] == "s" and word[1:] else word for word in units(text)]
    plain = folded(text)
    ends = [found.start() - 1 for found in _POSSESSIVE.finditer(plain)]
    for end in reversed(ends):
        plain = plain[:end] + plain[end + 1 :]
    return _UNIT.findall(plain)


def may_end_in_possessive(token: str) -> bool:
    """Whether `units_without_ending` may differ from `units`; quick."""
    return _POSSESSIVE.search(token.lower()) is not None
