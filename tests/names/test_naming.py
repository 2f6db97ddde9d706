"""A name is recognised however it is dressed up, and only where it stands for itself.

Whoever withdraws must be able to rely on it: what a reader would take for the name counts as it.
"""

import pytest

from byleave.model.names import SearchableText

SAM = {
    "as it is": "We met Sam there.",
    "in capitals": "We met SAM there.",
    "in small letters": "we met sam there",
    "possessive": "This is Sam's bench.",
    "possessive with a curly mark": "This is Sam’s bench.",
    "at the end": "We met Sam",
    "in brackets": "We (Sam, too) met.",
    "in quotation marks": "“Sam” said no.",
    "before a dash": "Sam—who else—said no.",
    "with a hyphen": "a Sam-shaped hole",
    "in an address": "Write to sam@example.org.",
    "bold": "We met **Sam** there.",
    "half bold": "We met **S**am there.",
    "emphasised within": "We met S_a_m there.",
    "split by a tag": "We met S<b>am</b> there.",
    "split by an empty tag": "We met Sa<wbr>m there.",
    "split by a comment": "We met Sa<!-- x -->m there.",
    "an entity": "We met S&#97;m there.",
    "a soft hyphen": "We met S\u00adam there.",
    "an entity for a soft hyphen": "We met S&shy;am there.",
    "a zero-width space": "We met S\u200bam there.",
    "a zero-width joiner": "We met S\u200dam there.",
    "a word joiner": "We met S\u2060am there.",
    "a byte order mark": "We met S\ufeffam there.",
    "a mark of direction": "We met S\u061cam there.",
    "a variation selector": "We met S\ufe0fam there.",
    "full-width letters": "We met Ｓａｍ there.",
    "mathematical letters": "We met 𝐒𝐚𝐦 there.",
    "a backslash": r"We met S\am there.",
    "struck out": "We met ~~Sam~~ there.",
    "in code": "We met `Sam` there.",
    "the words of a link": "We met [Sam](https://example.org/) there.",
    "a link within": "We met [S](https://example.org/)am there.",
    "the words of a picture": "![Sam](hall.jpg)",
    "the title of a link": "[x](hall.md 'Sam')",
    "an address elsewhere": "[x](https://example.org/sam/)",
    "a bare address": "https://example.org/sam",
    "a comment": "<!-- Sam -->",
    "an attribute": '<span title="Sam">x</span>',
    "joined by an underscore": "the key sam_id",
    "a table": "| Sam | tea |",
    "a colon after brackets": "We wrote [again]: Sam came.",
    "brackets that are no link": "[x](Sam left) today",
    "brackets in code": "`[x](Sam)`",
    "a note": "We met Sam[^1] there.",
    "words in a tag": "We met <i sam> there.",
    "how signs are read": "We met <ruby>S<rt>x</rt></ruby>am there.",
}


@pytest.mark.parametrize("text", SAM.values(), ids=SAM)
def test_a_name_is_recognised(text: str) -> None:
    """In any letter case and any dress."""
    assert SearchableText(text).names("Sam")


AS_WRITTEN = {
    "mark": ("Press <mark> now.", "Tea <mark>Sam</mark> tea."),
    "time": ("The <time> tag", "At <time>ten</time>."),
    "li": ("The <li> tag", "<ul><li>Tea</ul>"),
    "col": ("The <col> tag", "<table><col><tr><td>Tea</table>"),
    "open": ("An <open> door", "<details open>Tea</details>"),
    "p": ("The <pp> tag", "Tea <p> tea"),
}


@pytest.mark.parametrize("name", AS_WRITTEN)
def test_a_tag_that_readers_see_as_it_is_written_has_words(name: str) -> None:
    """Somebody called Mark is named by a tag that is shown, and not by one that is markup."""
    shown, markup = AS_WRITTEN[name]
    assert SearchableText(shown).names(name if name != "p" else "pp")
    assert not SearchableText(markup).names(name)


NOT_SAM = {
    "inside another word": "We met the Samaritans.",
    "at the end of another": "We met Balsam.",
    "with a figure": "Sam2 is a robot.",
    "with letters of another script": "Samé said no.",
    "apart": "S am",
    "a link on this site": "[him](sam.md)",
    "a picture on this site": "![x](media/sam.jpg)",
    "an address on this site": "[him](/people/sam/)",
    "a label's address on this site": "[him][h]\n\n[h]: ../stories/sam.md\n",
    "an address in angle brackets": "[him](<sam.md>)",
    "nothing": "",
}


@pytest.mark.parametrize("text", NOT_SAM.values(), ids=NOT_SAM)
def test_a_name_is_no_other_word(text: str) -> None:
    """A word that only contains it is not it, and readers never see where files are kept."""
    assert not SearchableText(text).names("Sam")


FULL = {
    "two words": ("Sam Jones", "We met Sam Jones."),
    "over two lines": ("Sam Jones", "We met Sam\nJones."),
    "with many spaces": ("Sam Jones", "We met Sam \u00a0 Jones."),
    "a tag between": ("Sam Jones", "We met Sam<br>Jones."),
    "a tag and emphasis between": ("Sam Jones", "We met Sam<br>**Jones**."),
    "one half a link": ("Sam Jones", "We met Sam [Jones](https://example.org/)."),
    "the other half a link": ("Sam Jones", "We met [Sam](https://example.org/) Jones."),
    "one half a link by label": ("Sam Jones", "We met [Sam][1] Jones."),
    "a note between": ("Sam Jones", "We met Sam[^1] Jones."),
    "an accent beside its letter": ("José", "We met Jose\u0301."),
    "an accent in its letter": ("Jose\u0301", "We met José."),
    "a German capital": ("Weiß", "WEISS was there."),
    "a Turkish capital": ("İnci", "İnci was there."),
    "a Greek end of word": ("Σίσυφος", "ΣΊΣΥΦΟΣ"),
    "a ligature": ("Sofia", "We met So\ufb01a."),
    "another apostrophe": ("O'Brien", "We met O’Brien."),
    "yet another": ("O’Brien", "We met O´Brien."),
    "a hyphen that does not break": ("Ann-Marie", "We met Ann\u2011Marie."),
    "a dash for a hyphen": ("Ann-Marie", "We met Ann–Marie."),
    "an ampersand": ("Sam & co", "Sam &amp; co were there."),
    "Welsh": ("Llŷr ap Siôn", "Gwelsom LLŶR AP SIÔN yno."),
    "Arabic": ("سلمى", "قالت سلمى: لا."),
    "Arabic with its vowels": ("سلمى", "قالت سَلْمَى: لا."),
    "Arabic drawn out": ("سلمى", "قالت سـلـمى: لا."),
    "Arabic at the end of a sentence": ("سلمى", "قالت سلمى."),
    "Hebrew with its points": ("שרה", "אמרה שָׂרָה לא"),
    "Chinese": ("王小明", "昨天王小明来了。"),
    "Japanese": ("さくら", "昨日さくらが来た。"),
    "Korean": ("김민준", "어제 김민준은 왔다."),
    "Thai": ("สมชาย", "เมื่อวานสมชายมา"),
    "letters with gaps": ("Tamsin Oakley", "T a m s i n  O a k l e y"),
    "letters in boxes": ("Tamsin", "🅣🅐🅜🅢🅘🅝"),
    "letters of flags": ("Sam", "🇸🇦🇲"),
    "a flag beside it": ("Sam", "Sam🇬🇧 came."),
    "small letters of capital form": ("Tamsin", "ᴛᴀᴍꜱɪɴ"),
    "raised elements": ("Tamsin Oakley", "Tamsin<sup>2</sup> Oakley<sup>a</sup>"),
    "a capital within": ("MacDonald", "Mac Donald came."),
    "a capital within no more": ("Mac Donald", "MacDonald came."),
    "a letter that is spelt out": ("Jürgen Weiß", "juergen.weiss@mail.example"),
    "a host of other letters": ("Yıldız", "https://xn--yldz-lzac.example/"),
    "a Danish letter": ("Åse Søren", "Aase Soeren"),
    "Arabic in one word": ("عبد الله", "جاء عبدالله أمس"),
    "Arabic in two words": ("عبدالله", "جاء عبد الله أمس"),
    "Arabic with the article": ("الحسن", "قال للحسن"),
    "Arabic without its hamza": ("أحمد", "جاء احمد"),
    "accents that are left out": ("Siân", "Sian came."),
    "a stroke that is left out": ("Łukasz", "LUKASZ came."),
    "an accent that is wrong": ("Zoë", "Zoé came."),
    "an accent in one of several words": ("Andre Lowe", "André Löwe came."),
    "an accent beside the letter": ("Rose", "Rose´ came."),
    "an accent in an address": ("Rose", "https://x.example/rosé/"),
    "an accent in a handle": ("Rose", "@rosé_85"),
    "the dot of a Turkish capital": ("Inci", "İnci came."),
    "no dot": ("Isik", "ISIK and ısık"),
    "a line through all letters": ("Sam", "S\u0336a\u0336m\u0336 left."),
    "a Greek name without its accent": ("ΑΝΝΑ", "Η Άννα ήρθε."),
    "a Russian stress": ("Анна", "А\u0301нна пришла."),
    "Persian letters": ("علی", "جاء علي"),
    "Persian with its joiner": ("می‌نا", "مینا گفت نه"),
}


@pytest.mark.parametrize(("name", "text"), FULL.values(), ids=FULL)
def test_a_name_of_any_kind_is_recognised(name: str, text: str) -> None:
    """In scripts without capitals, and in those without spaces."""
    assert SearchableText(text).names(name)


RUBY = {
    "above each sign": "<ruby>田<rt>た</rt>中<rt>なか</rt></ruby>さん",
    "above the word": "<ruby>田中<rt>たなか</rt></ruby>",
    "never closed": "<ruby>田<rt>た<rt></rt>中<rt>なか</ruby>",
    "for old browsers": "<ruby>田<rp>(</rp><rt>た</rt><rp>)</rp>中<rp>(</rp><rt>なか</rt></ruby>",
}


@pytest.mark.parametrize("text", RUBY.values(), ids=RUBY)
def test_a_name_is_read_with_what_stands_above_it(text: str) -> None:
    """Readers of Japanese see the signs in one row, and above them how they are read out."""
    assert SearchableText(text).names("田中")
    assert SearchableText(text).names("たなか")
    assert not SearchableText(text).names("中田")


@pytest.mark.parametrize(
    "text", ["Tam\ufffdsin Oakley", "```tamsin-oakley\nx\n```", "~~~ tamsin_oakley\nx\n~~~"]
)
def test_a_name_is_found_where_programs_put_other_signs(text: str) -> None:
    """What stands for a sign that is none parts no word; a language of code is one word."""
    assert SearchableText(text).names("Tamsin Oakley")


LOOSE = [
    "As</div>ia",
    "As</summary>ia",
    "As<td>ia",
    "<div>x</div>As</div>ia",
    "<table><tr><td>As</td>ia",
]


@pytest.mark.parametrize("text", LOOSE)
def test_a_name_is_read_over_tags_that_pages_leave_out(text: str) -> None:
    """An end of nothing, or a cell in no table, parts no words."""
    assert SearchableText(f"With {text} Linnett.").names("Asia Linnett")


@pytest.mark.parametrize(
    "text",
    ["<ul><li>rose</li><li>mary</li></ul>", "<tr><td>rose</td><td>mary</td></tr>", "rose<br>mary"],
)
def test_words_that_tags_part_are_no_name(text: str) -> None:
    """What stands in two lines or cells is two words."""
    assert not SearchableText(f"<table>{text}</table>").names("Rosemary")


TURNED = {
    "a sign turns it": "\u202ettenniL aisA\u202c",
    "up to the end of the line": "\u202ettenniL aisA\nx",
    "an escape of that sign": "&#8238;ttenniL aisA&#8236;",
    "an element turns it": '<bdo dir="rtl">ttenniL aisA</bdo>',
    "in capitals, without quotes": "<BDO lang=en DIR=rtl>ttenniL **aisA**</BDO >",
}


@pytest.mark.parametrize("text", TURNED.values(), ids=TURNED)
def test_a_name_is_read_as_it_is_seen_where_its_letters_are_turned_around(text: str) -> None:
    """Whoever looks at the page reads it."""
    assert SearchableText(f"With {text}.").names("Asia Linnett")


def test_letters_that_nothing_turns_around_are_no_name() -> None:
    """“Max” is not in the word “xam”, and what is turned around is not what was written."""
    assert not SearchableText("The xam.").names("Max")
    assert not SearchableText('<bdo dir="ltr">xam</bdo> \u202eno\u202c xam').names("Max")


def test_a_name_in_arabic_is_not_inside_another() -> None:
    """A script whose letters join puts spaces between its words all the same."""
    assert not SearchableText("قالت سلمىن: لا.").names("سلمى")


@pytest.mark.parametrize("name", ["", " ", "\u200b", "\u00ad"])
def test_a_name_that_nobody_can_see_is_nowhere(name: str) -> None:
    """Otherwise it would be everywhere."""
    assert not SearchableText("Any text at all.").names(name)
