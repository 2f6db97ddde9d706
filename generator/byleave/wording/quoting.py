"""What in a text is quoted, and what somebody says of themselves: words that nobody corrects."""

import re

from byleave.wording.written import Paragraph, spaced

# To the end of its paragraph where a quotation is not closed: so printers begin each paragraph of a
# long one.
_QUOTED = re.compile(
    '“[^”]*(?:”|\\Z)|„[^“”]*(?:[“”]|\\Z)|«[^»]*(?:»|\\Z)|(?<!\\w)"[^"]*(?:"|\\Z)'
    "|(?<!\\w)‘(?:[^’]|’(?=\\w))*(?:’|\\Z)|(?<!\\w)'(?=\\w)(?:[^'\\n]|'(?=\\w)){1,500}'(?!\\w)"
)
_SIGNS = "“„«\"‘'"  # one of them is the first of all that is quoted
_QUOTATION = re.compile(r"^[ \t]*>[^\n]*", re.M)
# A word of oneself, in English and in Welsh.
_OF_ME = re.compile(
    r"\b(?:me|my|mine|myself"
    r"|fi|fy|mi|innau|minnau|rydw|dw|rwy|roeddwn|oeddwn|es|cefais)\b",
    re.I,
)
# Of the numeral in "World War I" no verb follows.
_NUMBERED = "War Part Phase Act Type Stage Class Volume Chapter Elizabeth James Charles".split()
_NO_NUMERAL = "".join(f"(?<!{word} )" for word in _NUMBERED)
_CAPITAL = re.compile(rf"{_NO_NUMERAL}\b(?:I['’](?:m|ve|d|ll)\b|I(?=[ \n][a-z]|, ))")


def unquoted(text: str) -> str:
    """A paragraph with spaces in the place of what is quoted in it; places stay."""
    if ">" in text:
        text = spaced(_QUOTATION, text)
    return spaced(_QUOTED, text) if any(map(text.__contains__, _SIGNS)) else text


def is_of_oneself(words: str) -> bool:
    """Whether in `words`, of which quotations were taken out, somebody speaks of themselves."""
    return ("I" in words and _CAPITAL.search(words) is not None) or bool(_OF_ME.search(words))


def says_i(words: str) -> int:
    """How often somebody says “I” in English words of which quotations were taken out."""
    return len(_CAPITAL.findall(words))


def is_corrected(paragraph: Paragraph, plain: str) -> bool:
    """Whether an editor may change the words of a paragraph; `plain` is without what is quoted."""
    if paragraph.whose == "theirs" or not plain.strip():
        return False
    return paragraph.whose == "group" or not is_of_oneself(plain)
