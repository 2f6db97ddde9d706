"""Each kind of advice, by a text that has the fault and by several that only look so.

An editor who is told what is not so reads no advice.
"""

import pytest

from byleave.wording.kinds import ADVICE
from byleave.wording.links import LinkWords, alike, vague
from byleave.wording.pictures import faults_of
from tests.wording.reading import codes, told

LONG = "We went out in the rain and " + "walked on and on " * 10 + "until it was dark."
SHORT = "We went out in the rain. Then we walked on, and on, until it was dark. "

FAULTS = {
    "bold alone": ("**What we did**\n\nWe dug.\n", "pretend-heading"),
    "with a colon": ("Words.\n\n__What we did__:\n\nWe dug.\n", "pretend-heading"),
    "hyphens": ("We had\n-apples\n-pears\n", "pretend-list"),
    "letters": ("We had\na) apples\nb) pears\n", "pretend-list"),
    "breaks": ("We had<br>- apples<br>- pears\n", "pretend-list"),
    "capitals": ("PLEASE BRING YOUR BOOTS and a spade.\n", "capitals"),
    "a long sentence": (f"{LONG}\n", "long-sentence"),
    "in an item": (f"- Tea.\n- {LONG}\n", "long-sentence"),
    "a long paragraph": (SHORT * 14, "long-paragraph"),
    "initials": ("The XYZ met. So did the XYZ of Leeds.\n", "initials"),
    "a place": ("See the picture on the right.\n", "place-words"),
    "a side": ("It is in the left-hand column.\n", "place-words"),
    "a colour": ("Press the red button to begin.\n", "colour-words"),
    "marked by colour": ("What is new is marked in green.\n", "colour-words"),
    "bullets": ("\u2705 apples\n\u2705 pears\n", "emoji"),
    "items": ("- \U0001f34e apples\n- \U0001f350 pears\n", "emoji"),
    "a row": ("Well done \U0001f389\U0001f389\U0001f389\n", "emoji"),
    "Welsh": (
        "Words.\n\nMae'r ardd yn fawr ac mae pawb yn dod i weld y blodau bob dydd.\n",
        "language-part",
    ),
    "Arabic": (
        "Words.\n\nكان الفرن في وسط القرية وكان الناس يأتون إليه كل صباح.\n",
        "language-part",
    ),
    "who speaks": ("I went home. Then I slept.\n", "who-speaks"),
    "an empty head": ("| Day | |\n| --- | --- |\n| Monday | Tea |\n", "table-head-empty"),
    "a word": ("They work with hard-to-reach people.\n", "word-about-people"),
}
NONE = {
    "bold in a sentence": "We **dug** it.\n\n**Bring boots.**\n\nThey are warm.\n",
    "bold at the end": "We dug.\n\n**The end**\n",
    "a real list": "We had\n\n- apples\n- pears\n",
    "degrees": "It was\n-5 at noon\n-7 at night\n",
    "a dialogue": "—Yes.\n—No.\n",
    "names in capitals": "The NHS and the BBC and the RNLI met ITV.\n",
    "a word in capitals": "We said NO, and meant it.\n",
    "short sentences": SHORT,
    "a quotation": f"She said: “{LONG}” And we laughed.\n",
    "a block": f"> {LONG}\n",
    "a table": f"| Day | What |\n| --- | --- |\n| Monday | {LONG} |\n",
    "explained before": "Local Area Coordination (LAC) began. The LAC grew.\n",
    "explained by words": "The Xenial Yacht Zone, or XYZ, met.\n",
    "explained behind": "The XYZ (a club) met.\n",
    "a century": "In the XVII century, and in part IV.\n",
    "an address": "See https://example.org/XYZ/ and `XYZ`.\n",
    "a side in life": "She sat on the right. The red box fell, and the door was painted green.\n",
    "one small picture": "Well done \U0001f389 and thank you \u2764\ufe0f\n",
    "a Welsh name": "We went to Ysgol y Bont and to Neuadd y Dref in Caerfyrddin.\n",
    "marked as Welsh": '<div lang="cy">\n\nMae pawb yn dod i weld y blodau bob dydd.\n\n</div>\n',
    "said by somebody": "“I went home,” she said. ‘I slept.’\n\n> I was tired.\n",
    "a king": "World War I ended. Elizabeth I died.\n",
    "one I": "I think that says it all.\n",
    "an empty corner": "| | Tea |\n| --- | --- |\n| Monday | two |\n",
    "a word of a thing": "The house suffers from damp. The shelf is hard to reach.\n",
    "not as people": "The disabled toilet, the homeless shelter, the elderly dog.\n",
    "a blind": "She pulled down the blind. It rained.\n",
    "another word": "The additional addictions were addicted.\n",
}


@pytest.mark.parametrize(("text", "code"), FAULTS.values(), ids=FAULTS)
def test_what_is_so_is_told(text: str, code: str) -> None:
    """And nothing else with it."""
    assert codes(text) == [code]


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_only_looks_so_is_not_told(text: str) -> None:
    """Whoever is told of what is right stops reading."""
    assert codes(text) == []


def test_a_list_is_one_to_the_engine_that_reads_it() -> None:
    """Python-Markdown wants an empty line before a list; CommonMark does not."""
    text = "We had\n- apples\n- pears\n"
    assert codes(text) == []
    assert codes(text, engine="python-markdown") == ["pretend-list"]


def test_lines_are_those_of_the_file() -> None:
    """An editor is sent to where it stands."""
    (one,) = told(f"Words.\n\n{SHORT}\n{LONG}\n\nWords.\n\n- Tea.\n- {LONG}\n")
    assert one.lines == (4, 9)
    assert one.message.endswith("(lines 4, 9)")


ALTS = {
    "a file": ("IMG_2034.jpg", "", ["alt-file-name"]),
    "a number": ("DSC 0042", "", ["alt-file-name"]),
    "a picture of": ("A photo of four people", "", ["alt-begins"]),
    "a Welsh one": ("Llun o bedwar o bobl", "", ["alt-begins"]),
    "long": ("Four people. " * 25, "", ["alt-long"]),
    "the caption": ("Four people at a table", "Four people at a table.", ["alt-as-caption"]),
    "what it shows": ("Four people at a table, laughing", "Before the urn went on", []),
    "a picture in a picture": ("Ada holds a picture of her mother", "", []),
    "a painting": ("Image Works, the shop in Mill Lane", "", []),
}


@pytest.mark.parametrize(("alt", "caption", "found"), ALTS.values(), ids=ALTS)
def test_words_in_place_of_a_picture(alt: str, caption: str, found: list[str]) -> None:
    """Whoever does not see it hears these words and no others."""
    assert list(faults_of(alt, caption)) == found


def link(words: str, to: str, line: int = 1) -> LinkWords:
    """A link."""
    return LinkWords(words=words, to=to, line=line)


def test_words_of_links() -> None:
    """Somebody who goes from link to link hears their words alone."""
    assert list(vague([link("Here", "/a/"), link("read more …", "/b/", 2)])) == [1, 2]
    assert list(vague([link("Here we are", "/a/"), link("More about tea", "/b/")])) == []
    assert list(alike([link("Tea", "/a/"), link("tea", "/b/", 3)])) == [1, 3]
    assert list(alike([link("Tea", "/a/"), link("Tea", "/a/", 3), link("1", "#a")])) == []
    assert list(alike([link("1", "#a"), link("1", "#b"), link("Here", "/a/")])) == []


def test_every_kind_says_what_to_do() -> None:
    """Advice that one can only read is half of it."""
    assert all(one.said and one.do for one in ADVICE.values())
