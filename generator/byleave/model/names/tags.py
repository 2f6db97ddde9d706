"""What a tag says beside being one, and which tags may be words that somebody wrote in brackets."""

import re
from collections.abc import Container

from byleave.model.names.markup import TAG, gap

_ELEMENT = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_VALUE = re.compile(r"""([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+))""")
# What HTML has or had, and drawings are made of. Others may be words in brackets.
ELEMENTS = frozenset(
    "a abbr acronym address animate applet area article aside audio b base basefont bdi bdo "
    "bgsound big blink blockquote body br button canvas caption center circle cite clippath "
    "code col colgroup command data datalist dd defs del desc details dfn dialog dir div dl dt "
    "ellipse em embed fieldset figcaption figure font footer form frame frameset g h1 h2 h3 h4 "
    "h5 h6 head header hgroup hr html i iframe image img input ins kbd label legend li line "
    "link listing main map mark marquee mask math menu meta meter nav nobr noembed noframes "
    "noscript object ol optgroup option output p param path pattern picture plaintext polygon "
    "polyline pre progress q rb rect rp rt rtc ruby s samp script search section select slot "
    "small source spacer span stop strike strong style sub summary sup svg symbol table tbody "
    "td template text textarea tfoot th thead time title tr track tspan tt u ul use var video "
    "wbr xmp".split()
)
# Attributes that say how something looks or works.
_NO_WORDS = frozenset(
    "align bgcolor border cellpadding cellspacing charset class color colspan crossorigin dir "
    "decoding face fetchpriority height hreflang http-equiv itemprop kind lang loading media "
    "method property referrerpolicy rel role rowspan scope sizes span srclang start "
    "style target type valign width xml:lang xmlns".split()
)
# Whose values can be anything: there, a capital is no sign of a name.
_OF_A_LOOK = frozenset({"style", "face", "media", "xmlns"})
_OF_LANGUAGES = frozenset({"lang", "hreflang", "srclang", "xml:lang"})
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,3}")
_PLAIN = re.compile(r"[^A-Z]*|[^a-z]*")


# What an element is left out of, or means nothing without.
PARENTS = {
    **dict.fromkeys(("li",), ("ul", "ol", "menu", "dir")),
    **dict.fromkeys(("dd", "dt"), ("dl",)),
    **dict.fromkeys(("option", "optgroup"), ("select", "datalist")),
    **dict.fromkeys(("rb", "rp", "rt", "rtc"), ("ruby",)),
    **dict.fromkeys("caption col colgroup tbody td tfoot th thead tr".split(), ("table",)),
    "summary": ("details",),
}
# What does something from its tag on, without an end: until the end of its paragraph at least.
WITHOUT_END = frozenset(
    "b big br cite code del dfn em hr i ins kbd nobr p q s samp small strike strong sub sup tt u "
    "var wbr".split()
)
# Attributes that need no value.
_SWITCHES = frozenset(
    "allowfullscreen async autofocus autoplay border checked compact contenteditable controls "
    "crossorigin default defer disabled download draggable hidden inert ismap itemscope loop "
    "markdown multiple muted nohref nomodule noresize noshade novalidate nowrap open playsinline "
    "readonly required reversed sandbox scoped seamless selected sortable spellcheck translate "
    "truespeed".split()
)
_NAMES = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])")
_BARE = re.compile(r"(?<![\w=\"':.@-])\w+(?![\w:.@-]*\s*=)(?![\w:.@-])")


def bare_words(attributes: str) -> tuple[str, ...]:
    """The words in `attributes` that are no attribute: those of `<b and c>`."""
    if not attributes.strip(" \t\n/"):
        return ()
    bare = _VALUE.sub(" ", attributes)
    return tuple(one for one in _BARE.findall(bare) if one.lower() not in _SWITCHES)


def what_tags_say(text: str) -> str:
    """`text` with the words of each tag, and what a reader sees where it stands.

    Of what is no tag, that is all of it; and of one that may be shown as it is written, its name.
    """
    begun: set[str] = set()
    ended: set[str] = set()
    for end, name in _NAMES.findall(text):
        (ended if end else begun).add(name.lower())
    return TAG.sub(lambda found: _what_it_says(found, begun, ended), text)


def _what_it_says(found: re.Match[str], begun: Container[str], ended: Container[str]) -> str:
    tag = found[0]
    element = _ELEMENT.match(tag)
    if element is None or not _is_element(element[1]):
        return f" {tag[1:-1]} "
    attributes = tag[element.end() : -1]
    said = [
        value
        for name, *forms in _VALUE.findall(attributes)
        if not is_no_word(name.lower(), value := "".join(forms))
    ]
    if tag[1] != "/":
        said += bare_words(attributes)
        name = element[1].lower()
        is_closed = name in ended or any(one in begun for one in PARENTS.get(name, ()))
        if "=" not in attributes and name not in WITHOUT_END and not is_closed:
            said.append(name)
    return f" {' '.join(said)} " if said else gap(tag)


def _is_element(name: str) -> bool:
    """Whether `name` is an element as people write them: not like a name, with one capital."""
    return (name.islower() or name.isupper()) and name.lower() in ELEMENTS


def is_no_word(attribute: str, value: str) -> bool:
    """Whether the value of an attribute, in small letters, is for programs alone."""
    if attribute not in _NO_WORDS:
        return False
    if attribute in _OF_LANGUAGES:
        return _LANGUAGE.fullmatch(value) is not None
    return attribute in _OF_A_LOOK or _PLAIN.fullmatch(value) is not None
