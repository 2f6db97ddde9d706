"""What a feed says of itself to whoever opens it in a browser.

A stylesheet says it above an Atom feed, so that programs that read feeds are told nothing new.
"""

from collections.abc import Callable, Iterator

from byleave.model.languages import base_language
from byleave.model.settings import Settings
from byleave.render.strings import SOURCE_LANGUAGE, Strings

# Signs that end a string of CSS or begin an escape in it (CSS Syntax Level 3, 4.3.5).
_TOLD_APART = str.maketrans({sign: f"\\{ord(sign):x} " for sign in '"\\\n\r\f'})


def what_a_feed_is(_: Callable[[str], str]) -> str:
    """A sentence on what a feed is, and another on what to do with it, as `_` says them."""
    return _(
        "This is a feed: a list of what is new here, for programs that are called feed readers. "
        "Copy its address into yours."
    )


def feed_heads(settings: Settings, strings: Strings) -> str:
    """The end of the stylesheet of feeds: what stands above them, in the language of each."""
    rules = dict(_rules(settings, strings))
    return "".join(f"feed{of}::before {{ content: {said}; }}\n" for of, said in rules.items())


def _rules(settings: Settings, strings: Strings) -> Iterator[tuple[str, str]]:
    """Of the site's own language without a selector, of each further one with its own."""
    own = settings.language if strings.has(settings.language) else SOURCE_LANGUAGE
    yield "", _quoted(what_a_feed_is(strings.translations(own).gettext))
    for language in settings.languages:
        if language != settings.language and strings.has(language):
            said = what_a_feed_is(strings.translations(language).gettext)
            yield f":lang({base_language(language)})", _quoted(said)


def _quoted(text: str) -> str:
    return f'"{text.translate(_TOLD_APART)}"'
