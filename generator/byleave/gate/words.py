"""Whether the words that are about to be public are those that each voice agreed to."""

from collections.abc import Iterator, Mapping

from byleave.gate.decision import Decision
from byleave.gate.families import VoiceKey
from byleave.model.fingerprints import fingerprint
from byleave.model.register import ShownWords, WordsKind
from byleave.model.said import said_in
from byleave.model.source import SourceStory


def not_agreed(
    stories: tuple[SourceStory, ...], decision: Decision, *, required: bool
) -> frozenset[VoiceKey]:
    """The published voices of whom something would be shown that they have not agreed to.

    Looks at published stories and passages alone: what is absent is no mismatch. Voices without
    fingerprints are looked at only where the site requires them.
    """
    agreed = _agreed(decision, required=required)
    if not agreed:
        return frozenset()
    return frozenset(
        key
        for story in stories
        if story.path not in decision.stories
        for key, words in shown_words(story, decision)
        if key in agreed and words.fingerprint not in agreed[key]
    )


def not_agreed_in(story: SourceStory, decision: Decision, *, required: bool) -> frozenset[VoiceKey]:
    """Of which voices something would be shown that they have not agreed to, were `story` whole."""
    agreed = _agreed(decision, required=required)
    if not agreed:
        return frozenset()
    return frozenset(
        key
        for key, words in _words_in(story, decision, frozenset())
        if key in agreed and words.fingerprint not in agreed[key]
    )


def _agreed(decision: Decision, *, required: bool) -> Mapping[VoiceKey, frozenset[str]]:
    """What the voices have agreed to that are not withheld and of whom words are looked at."""
    return {
        key: consent.words or frozenset()
        for key, voice in decision.families.voices.items()
        if key not in decision.voices
        and (consent := voice.consent)
        and (required or consent.words is not None)
    }


def shown_words(story: SourceStory, decision: Decision) -> Iterator[tuple[VoiceKey, ShownWords]]:
    """Each run of words of `story` that would be public, beside each voice that agrees to it."""
    return _words_in(story, decision, decision.gone(story.path))


def _words_in(
    story: SourceStory, decision: Decision, gone: frozenset[int]
) -> Iterator[tuple[VoiceKey, ShownWords]]:
    """The same without the passages that are `gone`."""
    facts = decision.facts[story.path]
    own = frozenset(facts.family.voices.values())
    for said in said_in(story.front):
        if said.part.of == "head":
            line = story.positions.at(*said.place).line
            words = _words(
                story, "title" if said.part.path == "title" else "summary", said.text, line
            )
            yield from ((key, words) for key in facts.of(said) & own)
    open_blocks = []
    for number, (block, keys) in enumerate(zip(story.blocks, facts.blocks, strict=True)):
        if not block.is_passage:
            open_blocks.append(block)
        elif number not in gone:
            words = _words(story, "passage", block.text, block.line)
            yield from ((key, words) for key in keys & own)
    open_text = " ".join(block.text for block in open_blocks)
    if open_text.strip():
        line = next(block.line for block in open_blocks if block.text.strip())
        words = _words(story, "text", open_text, line)
        yield from ((key, words) for key in facts.authors)


def _words(story: SourceStory, kind: WordsKind, text: str, line: int) -> ShownWords:
    print_ = fingerprint(text)
    return ShownWords(story=story.path, kind=kind, line=line, text=text, fingerprint=print_)
