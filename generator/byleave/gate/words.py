"""Whether the words that are about to be public are those that each voice agreed to."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set

from byleave.gate.decision import Decision
from byleave.gate.facts import Facts, Keys
from byleave.gate.families import VoiceKey
from byleave.model.agreed import Block, Run, runs_in
from byleave.model.marks import mentioned_ids
from byleave.model.names.plain import is_named_plainly
from byleave.model.register import ShownWords
from byleave.model.said import Said, said_in
from byleave.model.source import SourceStory
from byleave.values import replace

_NOBODY: Keys = frozenset()
Agreed = Mapping[VoiceKey, frozenset[str]]


def not_agreed(
    stories: tuple[SourceStory, ...], decision: Decision, *, required: bool
) -> frozenset[VoiceKey]:
    """The published voices of whom something would be shown that they have not agreed to.

    Looks at published stories and passages alone: what is absent is no mismatch. Voices without
    fingerprints are looked at only where the site requires them.
    """
    agreed = agreed_words(decision, required=required)
    return frozenset(
        key
        for story in stories
        if story.path not in decision.stories
        and not agreed.keys().isdisjoint(decision.facts[story.path].family.voices.values())
        for key, words in shown_words(story, decision)
        if key in agreed and not words.is_agreed(agreed[key])
    )


def not_agreed_in(story: SourceStory, decision: Decision, agreed: Agreed) -> frozenset[VoiceKey]:
    """Of which voices something would be shown that they have not agreed to, were `story` whole."""
    if not agreed:
        return frozenset()
    whose = _Whose(story, decision, gone=frozenset(), withheld=frozenset())
    return frozenset(
        key for key, words in whose.words() if key in agreed and not words.is_agreed(agreed[key])
    )


def agreed_words(decision: Decision, *, required: bool) -> Agreed:
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
    gone, withheld = decision.gone(story.path), decision.voices.keys()
    yield from _Whose(story, decision, gone=gone, withheld=withheld).words()


class _Whose:
    """Who agrees to each run of a story; nobody, where it would not be public."""

    def __init__(
        self,
        story: SourceStory,
        decision: Decision,
        *,
        gone: frozenset[int],
        withheld: Set[VoiceKey],
    ) -> None:
        self.facts: Facts = decision.facts[story.path]
        self.voices = decision.families.voices
        self.gone = gone
        self.withheld = withheld
        self.story = story
        links = [link for link in story.links if link.kind == "media"]
        self.files = {(link.block, link.destination): link.target for link in links}
        self.around = self._around()

    def _around(self) -> Mapping[str, Keys]:
        """Whose the blocks are that show each file."""
        found: dict[str, Keys] = defaultdict(frozenset)
        for (number, _), name in self.files.items():
            if number not in self.gone:
                found[name] |= self.of_block(number)
        return found

    def words(self) -> Iterator[tuple[VoiceKey, ShownWords]]:
        own = frozenset(self.facts.family.voices.values())
        blocks = (
            Block(text=block.text, line=block.line, is_passage=block.is_passage)
            for block in self.story.blocks
        )
        for run in runs_in(
            self.story.path, said_in(self.story.front), self.story.positions, blocks
        ):
            for key in self.keys(run) & own:
                plainly = self.is_plainly_of(key, run)
                yield key, run.words if plainly else replace(run.words, plainly=False)

    def is_plainly_of(self, key: VoiceKey, run: Run) -> bool:
        """Whether a run is headed by or about a voice, mentions its id, or plainly names it."""
        ids = set(mentioned_ids(run.words.text))
        if run.block is not None and run.words.kind == "passage":
            block = self.story.blocks[run.block]
            ids.update((*block.by, *block.about))
        elif key in self.facts.authors:
            return True
        known = self.facts.family.known
        return any(known.get(id_) == key for id_ in ids) or (
            is_named_plainly(self.voices[key].name, run.words.text)
        )

    def keys(self, run: Run) -> Keys:
        if run.said is not None:
            return self.of_front(run.said)
        if run.block is None:
            return self.facts.authors
        if run.block in self.gone:
            return _NOBODY
        if not run.destination:
            return self.facts.blocks[run.block]
        keys = self.facts.media.get(self.files.get((run.block, run.destination), ""), _NOBODY)
        return self.shown(keys, self.of_block(run.block))

    def of_front(self, said: Said) -> Keys:
        if said.part.of in ("head", "story"):
            return self.facts.of(said)
        if said.part.of != "file":
            return self.shown(self.facts.of(said))
        name = str(said.whole[-1])
        if name not in self.around:
            return _NOBODY
        return self.shown(self.facts.of(said), self.around[name])

    def of_block(self, number: int) -> Keys:
        passage = self.story.blocks[number].is_passage
        return self.facts.blocks[number] if passage else self.facts.authors

    def shown(self, keys: Keys, more: Keys = _NOBODY) -> Keys:
        """All of these, unless one of `keys` is withheld: then the part is not shown.

        Whoever alone withholds it is asked about it all the same: with their yes it would be.
        """
        gone = keys & self.withheld
        if not gone:
            return keys | more
        return gone if len(gone) == 1 else _NOBODY
