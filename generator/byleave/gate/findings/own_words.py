"""What the group's own words say of whoever is withheld: they are published as they are.

A page or a setting may mean somebody else of that name, so nothing is taken away: editors are told.
"""

from collections.abc import Callable, Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey
from byleave.model.names import Names, SearchableText
from byleave.model.published import FixedPage, Theme
from byleave.model.source import StoryKeys, Tree
from byleave.positions import START, KeyPath, Position
from byleave.text_in_files.values import strings_in
from byleave.values import field_names, replace

_SETTINGS = "site_src/site.yaml"
_GLOSSARY = "site_src/glossary.yaml"
# Of these, each item is told by itself.
_APART = ("navigation", "series")

Said = tuple[str, Position, str]
"""The path of a file of the group's, a place in it, and what stands there."""


def own_words_findings(tree: Tree[StoryKeys], decision: Decision) -> Iterator[Diagnostic]:
    """A private warning at each place where the group's own words name somebody who is withheld.

    Whoever is published elsewhere by that name may be meant, and so nothing is said then.
    """
    gone = _names(decision, _is_withheld) - _names(decision, _is_published)
    if not gone:
        return
    names = Names({name: name for name in sorted(gone)})
    for path, at, words in _said(tree, decision):
        if names.within(SearchableText(words)):
            yield _finding(path, at)
    texts: tuple[FixedPage | Theme, ...] = (*tree.pages, *tree.themes)
    for text in texts:
        if text.path not in decision.own_words:
            for line in _lines_with(names, text.body):
                yield _finding(text.path, Position(line=text.line + line, column=1))


def _finding(path: str, at: Position) -> Diagnostic:
    message = "this has the name of somebody who is withheld, and is published as it is"
    do = "take the name out, if it is theirs"
    return replace(warning(path, "own-words", message, do, at), private=True)


def _lines_with(names: Names[str], body: str) -> Iterator[int]:
    """The lines with one of `names`; the first of a text where one goes over the end of a line."""
    if names.within(SearchableText(body)):
        lines = body.split("\n")
        found = [at for at, line in enumerate(lines) if names.within(SearchableText(line))]
        yield from found or [0]


def _names(decision: Decision, belongs: Callable[[Decision, VoiceKey], bool]) -> frozenset[str]:
    return frozenset(
        voice.name
        for key, voice in decision.families.voices.items()
        if voice.identity != "anonymous" and belongs(decision, key)
    )


def _is_withheld(decision: Decision, key: VoiceKey) -> bool:
    """Whether more than the day keeps a voice away: who waits for it need not be taken out."""
    return key in decision.voices or decision.stories.get(key[0]) not in (None, "draft", "future")


def _is_published(decision: Decision, key: VoiceKey) -> bool:
    return key not in decision.voices and key[0] not in decision.stories


def _said(tree: Tree[StoryKeys], decision: Decision) -> Iterator[Said]:
    """All words of the group's that are published, but for the texts of pages and themes."""
    for page in tree.pages:
        if page.path not in decision.own_words:
            yield page.path, START, f"{page.title}\n{page.summary}"
    for theme in tree.themes:
        yield theme.path, START, "\n".join((theme.title, *theme.also_known_as))
    for entry in tree.glossary:
        yield _GLOSSARY, START, "\n".join((*entry.forms, entry.explanation))
    for place, words in _in_settings(tree, decision):
        yield _SETTINGS, tree.places.at(*place), words


def _in_settings(tree: Tree[StoryKeys], decision: Decision) -> Iterator[tuple[KeyPath, str]]:
    for number, item in enumerate(tree.navigation):
        leads_to = {*decision.linked.of(item)}
        leads_nowhere = leads_to and decision.stories.keys() >= leads_to
        if number not in decision.navigation and not leads_nowhere:
            yield ("navigation", number), "\n".join((item.text, *item.titles.values()))
    for slug, series in tree.settings.series.items():
        if slug not in decision.series:
            yield ("series", slug), "\n".join(strings_in(series))
    for name in field_names(tree.settings):
        if name not in _APART:
            yield (name,), "\n".join(strings_in(getattr(tree.settings, name)))
