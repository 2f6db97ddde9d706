"""The group's own words in place of Byleave's: `site_src/look/locale/`."""

import pytest

from byleave.diagnostics import SiteError
from byleave.model.published import LookFile
from byleave.render.strings import Strings

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def own(text: str, name: str = "cy.po") -> LookFile:
    """A catalogue of the group's own with these messages."""
    return LookFile(path=f"locale/{name}", text=HEAD + text)


def test_the_groups_words_stand_before_byleaves() -> None:
    """A group that says "Our people" for "People" writes one line, and keeps all the others."""
    strings = Strings([own('msgid "Themes"\nmsgstr "Pynciau"\n')])
    words = strings.translations("cy")
    assert words.gettext("Themes") == "Pynciau"
    assert words.gettext("Stories") == Strings().translations("cy").gettext("Stories")


def test_english_can_be_changed_too() -> None:
    """The words of Byleave's own language are no exception."""
    strings = Strings([own('msgid "Themes"\nmsgstr "What we talk about"\n', "en.po")])
    assert strings.translations("en-GB").gettext("Themes") == "What we talk about"


def test_one_country_comes_before_all() -> None:
    """What is said in one country alone stands in its own catalogue."""
    files = [
        own('msgid "Themes"\nmsgstr "Temas"\n\nmsgid "Stories"\nmsgstr "A"\n', "pt.po"),
        own('msgid "Stories"\nmsgstr "B"\n', "pt_BR.po"),
    ]
    words = Strings(files).translations("pt-BR")
    assert (words.gettext("Themes"), words.gettext("Stories")) == ("Temas", "B")


def test_a_language_that_byleave_does_not_have_can_be_added() -> None:
    """A group does not wait for us to speak Polish."""
    strings = Strings([own('msgid "Themes"\nmsgstr "Tematy"\n', "pl.po")])
    assert strings.has("pl")
    assert strings.translations("pl").gettext("Themes") == "Tematy"
    assert strings.translations("pl").gettext("Stories") == "Stories"


@pytest.mark.parametrize(
    ("file", "line", "said"),
    [
        (own('Themes are topics\nmsgstr "x"\n'), 4, "cannot be read"),
        (own('msgid "Part %(number)s"\nmsgstr "Rhan %(nummer)s"\n'), 4, "puts in"),
        (own('msgid "Part %(number)s"\nmsgstr "100 %"\n'), 4, "puts in"),
        (own('msgid "Themes"\nmsgstr "<b>x</b>"\n'), 4, "markup"),
        (own("", "welsh words.po"), 1, "no language"),
    ],
)
def test_what_would_break_a_page_stops_the_build(file: LookFile, line: int, said: str) -> None:
    """A slip in a catalogue is told with its line, before anything is written."""
    with pytest.raises(SiteError) as stopped:
        Strings([file])
    (finding,) = stopped.value.findings
    assert (finding.path, finding.line) == (file.source, line)
    assert said in finding.message
