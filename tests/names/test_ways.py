"""A name is found in every way in which a page can show it, and in every address it can stand in.

Whoever leaves relies on it. Each way is a function from a name to a text that shows it.
"""

import html
import unicodedata
from collections.abc import Callable
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byleave.model.names import SearchableText, is_named_at

Way = Callable[[str], str]

NAMES = [
    *["Tamsin Oakley", "Quillon", "O'Brannoch", "Ann-Marie Lowe", "Siân ap Rhŷs", "Mary Ann Hobb"],
    *["Zoë", "Bjørn Łuk", "Jürgen Weiß", "Þóra Æsa", "Studio 54", "Robin & Co", "D. H. Ferrow"],
    *[
        "Γιώργος",
        "Άννα Ηλιάδη",
        "Yıldız",
        "İnci Işık",
        "Սևակ",
        "Анна Белова",
        "Андрей",
        "Нино ბერი",
    ],
    *["محمد", "سلمى الحداد", "أحمد", "שרה כהן", "משה", "सीता", "ज़ोया ख़ान", "কবিতা", "பாரதி"],
    *[
        "王小明",
        "さくら",
        "ガブリ",
        "김민준",
        "สมชาย",
        "មករា",
        "Nguyễn Thị Hà",
        "Jose\u0301",
        "ﬁona",
    ],
]
UNSPACED = {"王小明", "さくら", "ガブリ", "김민준", "สมชาย", "មករា"}


def wide(name: str) -> str:
    """The name in letters of full width."""
    return "".join(chr(ord(one) + 0xFEE0) if "!" <= one <= "~" else one for one in name)


def halves(name: str, sign: str) -> str:
    """The name with `sign` inside its first word, not before a mark of the letter before it."""
    name = unicodedata.normalize("NFC", name)
    return name if unicodedata.category(name[1])[0] == "M" else name[:1] + sign + name[1:]


def _followed_by(sign: str) -> Way:
    return lambda name: f"{name}{sign}"


IN_LETTERS: dict[str, Way] = {
    "as it is": str,
    "capitals": str.upper,
    "small letters": str.lower,
    "full width": wide,
    "decomposed": lambda name: unicodedata.normalize("NFD", name),
    "compatible": lambda name: unicodedata.normalize("NFKD", name),
    "composed": lambda name: unicodedata.normalize("NFC", name),
    "without accents": lambda name: "".join(
        one for one in unicodedata.normalize("NFD", name) if not "\u0300" <= one <= "\u036f"
    ),
    "without strokes": lambda name: name.translate(str.maketrans("øØłŁđĐ", "oOlLdD")),
    "a soft hyphen": lambda name: halves(name, "\u00ad"),
    "a sign of no width": lambda name: halves(name, "\u200b"),
    "a mark of direction": lambda name: halves(name, "\u200f"),
    "a word joiner": lambda name: halves(name, "\u2060"),
    "a variation": lambda name: f"{name}\ufe0f",
}
BETWEEN: dict[str, Way] = {
    "spaces": str,
    "a no-break space": lambda name: name.replace(" ", "\u00a0"),
    "thin spaces": lambda name: name.replace(" ", "\u202f"),
    "a line": lambda name: name.replace(" ", "\n"),
    "a hyphen": lambda name: name.replace(" ", "-"),
    "an underscore": lambda name: name.replace(" ", "_"),
    "a sign of no width": lambda name: name.replace(" ", "\u200b"),
    "a joiner": lambda name: name.replace(" ", "\u200d"),
    "a soft hyphen": lambda name: name.replace(" ", "\u00ad"),
    "a raised number": lambda name: name.replace(" ", "² "),
    "an apostrophe that curls": lambda name: name.replace("'", "’"),
    "an apostrophe that is none": lambda name: name.replace("'", "´"),
    "an apostrophe that is a letter": lambda name: name.replace("'", "ʼ"),
    "a hyphen that does not break": lambda name: name.replace("-", "\u2011"),
}
BETWEEN_BY_MARKUP: dict[str, Way] = {
    "spaces": str,
    "a quoted line": lambda name: name.replace(" ", "\n> "),
    "a dropped picture": lambda name: name.replace(" ", '<img src="/x.png">'),
    "a dropped element": lambda name: name.replace(" ", " <x>") + "</x>",
    "emphasis": lambda name: name.replace(" ", "** **"),
    "a break": lambda name: name.replace(" ", "<br>"),
    "a hard break": lambda name: name.replace(" ", "\\\n"),
    "a cell": lambda name: name.replace(" ", "</td><td>"),
    "a link": lambda name: name.replace(" ", "](https://x.example/y) [") + "](z.md)",
    "a note": lambda name: name.replace(" ", "[^n] ") + "\n\n[^n]: x\n",
    "an entity": lambda name: name.replace(" ", "&emsp;"),
    "an entity of no width": lambda name: name.replace(" ", "&ZeroWidthSpace;"),
}
BESIDE: dict[str, Way] = {
    "nothing": str,
    **{f"with {sign}": _followed_by(sign) for sign in "¹ ²³ ① ⑴ ½ ™ ℠ ® ª º ᵃ † * ⒈ ₓ".split()},
    "a number before": lambda name: f"①{name}",
    "a possessive": lambda name: f"{name}'s",
    "a curly possessive": lambda name: f"{name}’s",
    "a possessive of several": lambda name: f"{name}s’",
    "a note": lambda name: f"{name}[^note] and more\n\n[^note]: n\n",
    "a raised element": lambda name: f"{name}<sup>1</sup>",
    "quotation marks": lambda name: f"‘{name}’",
    "brackets": lambda name: f"[{name}]",
    "a full stop": lambda name: f"{name}.",
    "a dash": lambda name: f"{name}—who else",
}
IN_MARKUP: dict[str, Way] = {
    "text": str,
    "strong": lambda name: f"**{name}**",
    "emphasis": lambda name: f"_{name}_",
    "code": lambda name: f"`{name}`",
    "struck out": lambda name: f"~~{name}~~",
    "a heading": lambda name: f"## {name}\n\ntext",
    "a cell": lambda name: f"| {name} | tea |",
    "words of a link": lambda name: f"[{name}](other.md)",
    "words of a picture": lambda name: f"![{name}](hall.jpg)",
    "a title": lambda name: f'[x](other.md "{name}")',
    "an attribute": lambda name: f'<span title="{html.escape(name)}">x</span>',
    "a comment": lambda name: f"<!-- {name} -->",
    "numbers of letters": lambda name: "".join(f"&#{ord(one)};" for one in name),
    "hexadecimal numbers": lambda name: "".join(f"&#x{ord(one):X};" for one in name),
}
HALVED: dict[str, Way] = {
    "whole": str,
    "half strong": lambda name: halves(name, "**"),
    "half in an element": lambda name: halves(name, "<b>"),
    "half before a picture": lambda name: halves(name, '<img src="/media/none.png">'),
    "half before a comment": lambda name: halves(name, "<!-- x -->"),
    "half before a script": lambda name: halves(name, "<script>x()</script>"),
    "half an entity": lambda name: halves(name, "&shy;"),
    "half a link": lambda name: "[" + halves(name, "](x.md)"),
}
ADDRESSES: dict[str, Way] = {
    "a path": lambda name: f"/people/{_slug(name)}/",
    "a possessive": lambda name: f"/stories/{_slug(name)}s-garden/",
    "a possessive apart": lambda name: f"/stories/{_slug(name)}-s-garden/",
    "a file": lambda name: f"/media/{_slug(name)}.jpg",
    "a file of an encyclopaedia": lambda name: f"https://x.example/wiki/{name.replace(' ', '_')}",
    "percent": lambda name: f"https://x.example/?q={quote(name)}",
    "percent and plus": lambda name: f"https://x.example/?q={quote(name).replace('%20', '+')}",
    "percent twice": lambda name: f"https://x.example/?q={quote(quote(name))}",
    "a part": lambda name: f"https://x.example/a#{quote(name.replace(' ', '-'))}",
    "a handle": lambda name: f"@{name.replace(' ', '')}",
    "a handle with a number": lambda name: f"@{name.replace(' ', '')}_85",
    "a handle with underscores": lambda name: f"@{name.replace(' ', '_')}_x",
    "a hashtag": lambda name: f"#{name.replace(' ', '')}",
    "a handle with a number joined": lambda name: f"@{name.replace(' ', '')}{_year(name)}",
    "mail": lambda name: f"{name.replace(' ', '')}@mail.example",
    "mail with a full stop": lambda name: f"{name.replace(' ', '.')}@mail.example",
    "a mail link": lambda name: f"mailto:{name.replace(' ', '_')}@mail.example",
    "in brackets": lambda name: f"<https://x.example/{_slug(name)}>",
    "a host": lambda name: f"www.{_slug(name)}.example",
}


def _slug(name: str) -> str:
    return name.casefold().replace("'", "").replace(" ", "-")


def _year(name: str) -> str:
    return "" if name[-1].isdigit() else "85"


def _of(ways: dict[str, Way]) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(ways))


AROUND = st.sampled_from(["", "x ", "met ", "Then, in May, ", "(", "“", "£5 – "])


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_a_name_is_found_in_any_way(name: str, data: st.DataObject) -> None:
    """Whatever ways meet in one place: of its letters, between its words, beside it, around it."""
    letters, between, beside, markup = (
        ways[data.draw(_of(ways))] for ways in (IN_LETTERS, BETWEEN, BESIDE, IN_MARKUP)
    )
    text = f"{data.draw(AROUND)}{markup(beside(between(letters(name))))} x"
    assert SearchableText(text).names(name), text


# Letters of full width do not go together with an accent into one sign.
WITHOUT_ACCENTS = {"without accents", "full width"}


@pytest.mark.parametrize("name", ["Rose", "Minh", "Lukasz", "Bjorn", "Sian"])
@given(data=st.data())
def test_no_way_makes_a_name_of_another_word(name: str, data: st.DataObject) -> None:
    """An accent counts in whatever way the word is written; but in addresses it may get lost."""
    accent = data.draw(st.sampled_from("\u0300\u0301\u0302\u0308"))
    vowel = next(at for at, one in enumerate(name) if one in "aeiou")
    other = f"{name[: vowel + 1]}{accent}{name[vowel + 1 :]}"
    letters, between, beside, markup = (
        ways[data.draw(_of({way: ways[way] for way in ways if way not in WITHOUT_ACCENTS}))]
        for ways in (IN_LETTERS, BETWEEN, BESIDE, IN_MARKUP)
    )
    text = f"{data.draw(AROUND)}{markup(beside(between(letters(other))))} x"
    assert not SearchableText(text).names(name), text
    assert is_named_at(name, f"/people/{other.casefold()}/")


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
def test_markup_does_not_hide_a_name(name: str, data: st.DataObject) -> None:
    """Within a word or between two, whatever the markup leaves of itself on the page."""
    letters, between, half, beside = (
        ways[data.draw(_of(ways))] for ways in (IN_LETTERS, BETWEEN_BY_MARKUP, HALVED, BESIDE)
    )
    text = f"{data.draw(AROUND)}{beside(half(between(letters(name))))} x"
    assert SearchableText(text).names(name), text


@pytest.mark.parametrize("name", [name for name in NAMES if name not in UNSPACED])
@pytest.mark.parametrize("way", ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_does_not_hide_a_name(name: str, way: Way) -> None:
    """By itself, and where it stands in a text."""
    address = way(name)
    assert is_named_at(name, address)
    assert SearchableText(f"See {address} there.").names(name)
