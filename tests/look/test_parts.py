"""Parts of pages that are made once for many of them, and the words that they say."""

from gettext import NullTranslations
from types import SimpleNamespace

import pytest
from jinja2 import Environment, UndefinedError
from markupsafe import Markup

from byleave.render.repeated_parts import parts
from byleave.render.templates import environment
from byleave.render.used_settings import UsedSettings
from byleave.values import replace
from tests.relate.making import published

ASKED = [
    '{{ _("Read the story") }}',
    '{{ gettext("100 %%") }}',
    '{{ _("Easy Read (%(language)s)", language=words) }}',
    '{{ _("Easy Read (%(language)s)", language=words | safe) }}',
    "{% trans %}Tell {{ words }}{% endtrans %}",
    '{{ ngettext("%(num)s voice", "%(num)s voices", 2) }}',
    '{% set said = _("& %(words)s", words=words) %}{{ said }} {{ said | length }}',
    '{% autoescape false %}{{ _("& %(words)s", words=words) }}{{ _("&") }}{% endautoescape %}',
]

USED = UsedSettings(published().settings)


class Counting:
    """What templates call the site: it counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def ask(self) -> str:
        """One more."""
        self.asked += 1
        return "asked"


def templates(**made: str) -> Environment:
    """Templates by name, with a dot for each underscore."""
    named = {name.replace("_", "."): text for name, text in made.items()}
    return environment(named, NullTranslations(), "en", "Europe/London")


def test_a_part_is_made_once() -> None:
    """However many pages show a story in a list, its entry costs as much as one."""
    site = Counting()
    once = parts(templates(part_html="{{ site.ask() }} {{ words }}"), site, USED, "en", str)
    assert {once("part.html", words="a") for _ in range(9)} == {"asked a"}
    assert once("part.html", words="b") == "asked b"
    assert site.asked == 2


def test_a_page_uses_the_settings_that_a_part_was_made_of() -> None:
    """The second page that shows it has to be made again with it, as the first one has."""
    site = SimpleNamespace(settings=USED)
    once = parts(templates(part_html="{{ site.settings.title }}"), site, USED, "en", str)
    for _ in range(2):
        with USED.apart() as used:
            once("part.html")
        assert used == {"title"}


def test_a_template_of_a_groups_has_the_title_in_the_sites_language() -> None:
    """What it has always shown, however many languages the site is called something in."""
    said = {"cy": "Gwefan", "en-GB": "A site"}
    settings = UsedSettings(replace(published().settings, title=said))
    site = SimpleNamespace(settings=settings)
    once = parts(templates(part_html="{{ site.settings.title }}"), site, settings, "en", str)
    assert once("part.html") == "A site"


def test_whoever_prints_all_settings_uses_all_of_them() -> None:
    """A template of a group's may do so, and would else show an old one."""
    with USED.apart() as used:
        assert str(USED) == str(published().settings)
    assert {"title", "tagline", "contact"} < used


def test_there_is_no_view_in_a_part() -> None:
    """What a part does not see of one page cannot come onto another: asking for it is an error."""
    once = parts(templates(part_html="{{ view.title }}"), Counting(), USED, "en", str)
    with pytest.raises(UndefinedError):
        once("part.html")


def test_text_is_not_taken_for_markup_that_reads_the_same() -> None:
    """One page may show as text what another has as markup: each is remembered by itself."""
    once = parts(templates(part_html="{{ words }}"), Counting(), USED, "en", str)
    assert once("part.html", words=Markup("<b>x</b>")) == "<b>x</b>"
    assert once("part.html", words="<b>x</b>") == "&lt;b&gt;x&lt;/b&gt;"


@pytest.mark.parametrize("asked", ASKED)
def test_words_are_said_as_jinja_says_them(asked: str) -> None:
    """Whoever knows Jinja knows what `_` does with values, with percent signs, and unescaped."""
    theirs = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    theirs.install_gettext_translations(NullTranslations(), newstyle=True)  # type: ignore[attr-defined] # added by the extension
    beside_theirs, ours = templates(part_html=""), templates()
    # None of our own templates says that something is not to be escaped.
    made = (theirs, beside_theirs) if "autoescape" in asked else (theirs, beside_theirs, ours)
    words = '<b>"x"</b>'
    said = [one.from_string(asked).render(words=words) for one in made for _ in range(2)]
    assert said == said[:1] * len(said)


def test_a_changed_template_is_compiled_anew() -> None:
    """A preview makes a site again and again: what it shows is the template as it is now."""
    for words in ("before", "after", "before"):
        assert templates(part_html=words).get_template("part.html").render() == words


def test_what_filters_make_of_fixed_words_is_in_the_language_of_the_page() -> None:
    """What one language made of a template's own words is not shown in another."""
    named = {"part.html": "{{ ['a', 'b'] | joined }}"}
    said = [
        environment(named, NullTranslations(), language, "Europe/London")
        .get_template("part.html")
        .render()
        for language in ("en", "de", "en")
    ]
    assert said == ["a and b", "a und b", "a and b"]
