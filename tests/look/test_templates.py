"""The templates: nothing inline, and every word that a reader sees comes from the catalogue."""

import re
from collections.abc import Iterator

import pytest
from jinja2 import Environment, nodes

from tests.look.sheet import PAGES

ENVIRONMENT = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])

_INLINE = re.compile(
    r"<script(?! src=)|<style|\sstyle\s*=|\son[a-z]+\s*=|javascript:", re.IGNORECASE
)
_TAG = re.compile(r"<!?/?[a-z][^<>]*>", re.IGNORECASE)
_SPOKEN = re.compile(r"\s(?:aria-label|alt|title|placeholder|data-label)=\"([^\"]*)\"")
_ATTRIBUTE = re.compile(r"\s[a-z-]+=\"[^\"]*\"")
# What machines read: the kind of page in a card of it.
_MACHINE = {"article"}
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[^\W\d_].*\s\w|[A-Z][a-z]")
_EXPRESSION = "\N{BULLET}"
_TRANSLATED = ("_", "gettext", "ngettext")


def text(source: str) -> str:
    """A template without its Jinja: a bullet stands for each expression."""
    out: list[str] = []
    inside = False
    for _, kind, value in ENVIRONMENT.lex(source):
        if kind == "data" and not inside:
            out.append(value)
        elif kind == "variable_begin":
            inside = True
            out.append(_EXPRESSION)
        elif kind in ("variable_end", "block_end"):
            inside = False
        elif kind == "block_begin":
            inside = True
    return "".join(out)


def constants(node: nodes.Node) -> Iterator[str]:
    """The strings of an expression that are no key of the catalogue and look like a sentence."""
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") in _TRANSLATED:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        if _SENTENCE.match(node.value):
            yield node.value
        return
    for child in node.iter_child_nodes():
        yield from constants(child)


def forgotten(source: str) -> list[str]:
    """The words of a template that no translator would ever see."""
    plain = text(source)
    found = [word for words in _SPOKEN.findall(plain) for word in _WORD.findall(words)]
    # A macro may hold a part of a tag, which is then no tag by itself.
    found += _WORD.findall(_ATTRIBUTE.sub(" ", _TAG.sub(" ", plain)))
    for output in ENVIRONMENT.parse(source).find_all(nodes.Output):
        for node in output.nodes:
            if not isinstance(node, nodes.TemplateData):
                found += constants(node)
    return [words for words in found if words not in _MACHINE]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_inline(name: str) -> None:
    """The Content-Security-Policy forbids scripts and styles in a page: none is there."""
    assert _INLINE.findall(text(PAGES[name])) == []


@pytest.mark.parametrize("source", ["<p style='a'>", '<p onclick="a()">', "<script>", "<STYLE>"])
def test_what_is_inline_is_noticed(source: str) -> None:
    """In any letter case."""
    assert _INLINE.findall(text(source)) != []


@pytest.mark.parametrize("name", PAGES)
def test_every_word_is_in_the_catalogue(name: str) -> None:
    """What a reader sees or hears can be said in their language."""
    assert forgotten(PAGES[name]) == []


@pytest.mark.parametrize(
    "source",
    [
        "<p>Read the story</p>",
        '<nav aria-label="Letters">{{ _("Letters") }}</nav>',
        '<td data-label="Time">{{ at }}</td>',
        "<p>{{ _('Series') }}: all of it</p>",
        '{{ "Nothing here" }}',
        '<p>{{ ways.say("Cost") }}</p>',
        '<p>{{ view.title or "Response" }}</p>',
        "{% macro a() %}<p>by {{ name }}</p>{% endmacro %}",
    ],
)
def test_a_forgotten_word_is_noticed(source: str) -> None:
    """Wherever in a template it stands."""
    assert forgotten(source) != []


@pytest.mark.parametrize(
    "source",
    [
        '<p class="lead">{{ _("Read the story") }}</p>',
        "<nav aria-label=\"{{ _('Letters') }}\"></nav>",
        '{% if a == "Some words" %}<br>{% endif %}',
        '<time datetime="{{ a | machine }}">{{ a | day }}</time> – {{ b }}',
        '{{ ways.say(_("Cost")) }}: {{ voices | map(attribute="name") | joined }}',
        '{{ ngettext("Author", "Authors", count) }}',
    ],
)
def test_what_is_in_the_catalogue_is_let_be(source: str) -> None:
    """Names of classes, comparisons and punctuation are no words for translators."""
    assert forgotten(source) == []
