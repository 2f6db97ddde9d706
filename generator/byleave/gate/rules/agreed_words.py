"""Whether the words that are about to be public are those that each voice agreed to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import Families, VoiceKey
from byleave.gate.rules.outlines import Outline, Unlike
from byleave.gate.rules.who_is_named import Keys, NamedVoices
from byleave.model.agreed import AgreedBlock, AgreedRun, RunPlace, runs_in
from byleave.model.marks import mentioned_ids
from byleave.model.names.plain import is_named_plainly
from byleave.model.register import ShownWords
from byleave.model.said import Said, said_in
from byleave.model.source import LinkWords, SourceStory
from byleave.values import replace

_NOBODY: Keys = frozenset()
Agreed = Mapping[VoiceKey, frozenset[str]]


def not_agreed(
    stories: tuple[Outline, ...], decision: Decision, *, required: bool
) -> frozenset[VoiceKey]:
    """The published voices of whom something would be shown that they have not agreed to.

    Looks at published stories and passages alone: what is absent is no mismatch. Voices without
    fingerprints are looked at only where the site requires them.
    """
    agreed = agreed_words(decision.families, decision.voices.keys(), required=required)
    found: set[VoiceKey] = set()
    for story in stories:
        if story.unlike and story.path not in decision.stories:
            gone, withheld = decision.gone(story.path), decision.voices.keys()
            found.update(_disagreeing(story, gone, withheld) & agreed.keys())
    return frozenset(found)


def not_agreed_in(story: Outline, agreed: Agreed) -> frozenset[VoiceKey]:
    """Of which voices something would be shown that they have not agreed to, were `story` whole."""
    return _disagreeing(story, frozenset(), frozenset()) & agreed.keys()


def agreed_words(families: Families, withheld: Set[VoiceKey], *, required: bool) -> Agreed:
    """What the voices have agreed to that are not withheld and of whom words are looked at."""
    return {
        key: consent.words or frozenset()
        for key, voice in families.voices.items()
        if key not in withheld
        and (consent := voice.consent)
        and (required or consent.words is not None)
    }


def unlike_words(
    story: SourceStory, facts: NamedVoices, families: Families, *, required: bool
) -> Iterator[Unlike]:
    """What of `story` some voices have not agreed to, whoever is withheld."""
    consents = ((key, families.voices[key].consent) for key in facts.family.voices.values())
    agreed = {
        key: consent.words or frozenset()
        for key, consent in consents
        if consent and (required or consent.words is not None)
    }
    if not agreed:
        return
    whose = _whose(story, facts)
    for run in _runs(story):
        keys = frozenset(
            key
            for key in whose.keys(run.at) & agreed.keys()
            if not _shown(story, run, key, facts, families).is_agreed(agreed[key])
        )
        if keys:
            yield Unlike(at=run.at, keys=keys)


def shown_words(story: SourceStory, decision: Decision) -> Iterator[tuple[VoiceKey, ShownWords]]:
    """Each run of words of `story` that would be public, beside each voice that agrees to it."""
    facts, families = decision.facts[story.path], decision.families
    own = frozenset(facts.family.voices.values())
    whose = _whose(story, facts, decision.gone(story.path), decision.voices.keys())
    for run in _runs(story):
        for key in whose.keys(run.at) & own:
            yield key, _shown(story, run, key, facts, families)


def _runs(story: SourceStory) -> Iterator[AgreedRun]:
    blocks = (
        AgreedBlock(text=block.text, line=block.line, is_passage=block.is_passage)
        for block in story.blocks
    )
    runs = runs_in(story.path, said_in(story.front), story.positions, blocks)
    unknown = {name for name, said in story.front.media.items() if not said.is_known}
    if not unknown:
        return runs
    unshown = {(one.block, one.destination) for one in story.links if one.target in unknown}
    return (run for run in runs if not _is_of(run.at, unknown, unshown))


def _is_of(at: RunPlace, unknown: Set[str], unshown: Set[tuple[int, str]]) -> bool:
    """Whether a run belongs to a file that is shown nowhere, so that nobody agrees to it."""
    if at.said is not None:
        return at.said.part.of == "file" and str(at.said.whole[-1]) in unknown
    return at.block is not None and (at.block, at.destination) in unshown


def _shown(
    story: SourceStory, run: AgreedRun, key: VoiceKey, facts: NamedVoices, families: Families
) -> ShownWords:
    """The words of a run as they are shown to one voice."""
    plainly = _is_plainly_of(key, story, run, facts, families)
    return run.words if plainly else replace(run.words, plainly=False)


def _is_plainly_of(
    key: VoiceKey, story: SourceStory, run: AgreedRun, facts: NamedVoices, families: Families
) -> bool:
    """Whether a run is headed by or about a voice, mentions its id, or plainly names it."""
    ids = set(mentioned_ids(run.words.text))
    if run.at.block is not None and run.words.kind == "passage":
        block = story.blocks[run.at.block]
        ids.update((*block.by, *block.about))
    elif key in facts.authors:
        return True
    known = facts.family.known
    return any(known.get(id_) == key for id_ in ids) or (
        is_named_plainly(families.voices[key].name, run.words.text)
    )


def _disagreeing(
    story: Outline, gone: frozenset[int], withheld: Set[VoiceKey]
) -> frozenset[VoiceKey]:
    """Who has not agreed to what would be shown of `story` without what is gone."""
    if story.facts is None or not story.unlike:
        return frozenset()
    whose = _Whose(story.facts, story.passages, story.links, story.front.lead, gone, withheld)
    return frozenset(key for one in story.unlike for key in whose.keys(one.at) & one.keys)


def _whose(
    story: SourceStory,
    facts: NamedVoices,
    gone: frozenset[int] = frozenset(),
    withheld: Set[VoiceKey] = frozenset(),
) -> "_Whose":
    passages = tuple(block.is_passage for block in story.blocks)
    return _Whose(facts, passages, story.links, story.front.lead, gone, withheld)


class _Whose:
    """Who agrees to each run of a story; nobody, where it would not be public."""

    def __init__(
        self,
        facts: NamedVoices,
        passages: tuple[bool, ...],
        links: Iterable[LinkWords],
        lead: str | None,
        gone: frozenset[int],
        withheld: Set[VoiceKey],
    ) -> None:
        self.facts = facts
        self.passages = passages
        self.gone = gone
        self.withheld = withheld
        media = [link for link in links if link.kind == "media"]
        self.files = {(link.block, link.destination): link.target for link in media}
        self.around = self._around(lead)

    def _around(self, lead: str | None) -> Mapping[str, Keys]:
        """Whose the blocks are that show each file; what stands before the text is the authors'."""
        found: dict[str, Keys] = defaultdict(frozenset)
        if lead:
            found[lead] = self.facts.authors
        for (number, _), name in self.files.items():
            if number not in self.gone:
                found[name] |= self.of_block(number)
        return found

    def keys(self, at: RunPlace) -> Keys:
        """Who agrees to what stands at one place."""
        if at.said is not None:
            return self.of_front(at.said)
        if at.block is None:
            return self.facts.authors
        if at.block in self.gone:
            return _NOBODY
        if not at.destination:
            return self.facts.blocks[at.block]
        keys = self.facts.media.get(self.files.get((at.block, at.destination), ""), _NOBODY)
        return self.shown(keys, self.of_block(at.block))

    def of_front(self, said: Said) -> Keys:
        if said.part.of in ("head", "beside", "story"):
            return self.facts.of(said)
        if said.part.of != "file":
            return self.shown(self.facts.of(said))
        name = str(said.whole[-1])
        if name not in self.around:
            return _NOBODY
        return self.shown(self.facts.of(said), self.around[name])

    def of_block(self, number: int) -> Keys:
        return self.facts.blocks[number] if self.passages[number] else self.facts.authors

    def shown(self, keys: Keys, more: Keys = _NOBODY) -> Keys:
        """All of these, unless one of `keys` is withheld: then the part is not shown.

        Whoever alone withholds it is asked about it all the same: with their yes it would be.
        """
        gone = keys & self.withheld
        if not gone:
            return keys | more
        return gone if len(gone) == 1 else _NOBODY
