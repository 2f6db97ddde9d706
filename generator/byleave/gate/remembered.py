"""What is found out of each story by itself, and remembered under all that was seen for it.

To find whom a text names and what it may tell is most of the gate's work. Neither hangs on the day,
nor on other stories but those that lend it voices.
"""

from collections.abc import Iterator

from msgspec import Struct

from byleave.cache import Digest, Recollection, digest, in_order, to_bytes
from byleave.diagnostics import Diagnostic
from byleave.gate.findings.cautions import cautions_about, of_itself
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import Families
from byleave.gate.rules.who_is_named import NamedVoices, named_voices
from byleave.model.glossary import Glossary
from byleave.model.settings import Settings
from byleave.model.source import SourceStory
from byleave.model.words_about_people import WordList
from byleave.values import replace
from byleave.wording.people import SoughtWords, sought_words


class Cautions(Struct, frozen=True, kw_only=True):
    """The warnings that the words of a story give rise to."""

    found: tuple[Diagnostic, ...]


class Manner(Struct, frozen=True, kw_only=True):
    """The settings and the words to look for, and what stands for all that cautions see of them."""

    settings: Settings
    words: SoughtWords
    explained: tuple[str, ...]
    digest: Digest


def manner_of(settings: Settings, words: WordList, glossary: Glossary) -> Manner:
    """How the words of a site are looked at; `words` are those about people."""
    explained = tuple(form for entry in glossary for form in entry.forms)
    lists = in_order((words, explained))
    seen = digest(settings.language, settings.prose.engine, settings.url, lists)
    sought = sought_words(words)
    return Manner(settings=settings, words=sought, explained=explained, digest=seen)


def voices_named_in(story: SourceStory, families: Families, known: Recollection) -> NamedVoices:
    """What `named_voices` finds, unless it is `known` already."""
    if not story.said:
        return named_voices(story, families)
    saw = story.said + _lent(story, families)
    found = known.recall(NamedVoices, story.path, saw)
    return found or known.keep(story.path, saw, named_voices(story, families))


def cautions_in(
    story: SourceStory, decision: Decision, manner: Manner, known: Recollection
) -> tuple[Diagnostic, ...]:
    """What `cautions_about` finds, unless it is `known` already."""
    return tuple(cautions_about(story, decision, _of_words(story, decision, manner, known)))


def _of_words(
    story: SourceStory, decision: Decision, manner: Manner, known: Recollection
) -> tuple[Diagnostic, ...]:
    if not story.said or story.path not in decision.facts:
        return tuple(_found_in(story, decision, manner))
    lent, withheld = _lent(story, decision.families), _withheld(story, decision)
    saw = b"%b%b%b%b" % (story.said, lent, manner.digest, withheld)
    found = known.recall(Cautions, story.path, saw)
    if found is None:
        cautions = Cautions(found=tuple(_found_in(story, decision, manner)))
        found = known.keep(story.path, saw, cautions)
    return found.found


def _found_in(story: SourceStory, decision: Decision, manner: Manner) -> Iterator[Diagnostic]:
    return of_itself(story, decision, manner.settings, manner.words, manner.explained)


def _lent(story: SourceStory, families: Families) -> bytes:
    """What stands for all that other stories lend to this one; nothing where it stands alone."""
    if not story.needs:
        return b""
    family = families.by_path[story.path]
    voices = [(key, replace(families.voices[key], consent=None)) for key in sorted(family.scope)]
    return digest(to_bytes((family.voices, family.known, family.is_response, voices)))


def _withheld(story: SourceStory, decision: Decision) -> bytes:
    """What stands for all of a story that is withheld: the whole of it, passages, voices."""
    path, voices = story.path, decision.voices
    gone = [key for key in decision.facts[path].family.scope if key in voices]
    if not gone and path not in decision.stories and path not in decision.passages:
        return b""
    return digest(to_bytes((path in decision.stories, sorted(decision.gone(path)), sorted(gone))))
