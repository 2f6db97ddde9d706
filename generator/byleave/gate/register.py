"""What the permission tools are told: who said what, and what of their words would be public."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from byleave.gate.clock import in_zone
from byleave.gate.decided_anew import decide
from byleave.gate.rules.agreed_words import shown_words
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey
from byleave.model.paper_codes import SeenRound
from byleave.model.register import RegisterEntry, ShownWords, VoiceState
from byleave.model.source import Consent, SourceStory, SourceTree, SourceVoice
from byleave.values import replace


def register(tree: SourceTree, as_of: datetime) -> tuple[RegisterEntry, ...]:
    """An entry for each voice of each story without faults, in order of paths and declaration.

    `as_of` is aware, or in the site's time zone. An entry is there whatever the record says.
    """
    day = in_zone(as_of, tree.settings.timezone).date()
    decision = decide(tree, day)
    any_words = _with_any_words(tree)
    shown = words_by_voice(any_words, decide(any_words, day, records=decision.standing))
    return tuple(
        _entry(story, id_, decision, shown)
        for story in sorted(tree.stories, key=lambda one: one.path)
        for id_ in story.front.voices or {}
    )


def answers(tree: SourceTree, decision: Decision) -> tuple[RegisterEntry, ...]:
    """The same entries without what would be public of each voice, which takes long to find out.

    `decision` is what was decided of `tree` on the day that is asked about.
    """
    return tuple(
        _entry(story, id_, decision, {})
        for story in sorted(tree.stories, key=lambda one: one.path)
        for id_ in story.front.voices or {}
    )


def words_by_voice(
    tree: SourceTree, decision: Decision
) -> Mapping[VoiceKey, tuple[ShownWords, ...]]:
    """What would be public of each voice, by and about it, in its story and its versions.

    A story that is withheld as a whole is looked at as if it were not: it is asked about.
    """
    found: dict[VoiceKey, dict[ShownWords, None]] = defaultdict(dict)
    for story in tree.stories:
        if story.path in decision.facts:
            for key, words in shown_words(story, decision):
                found[key][words] = None
    return {key: tuple(words) for key, words in found.items()}


def _with_any_words(tree: SourceTree) -> SourceTree:
    """`tree` as it would be if words did not matter: they are what is asked about."""
    permission = replace(tree.settings.permission, words="optional")
    return replace(
        tree,
        settings=replace(tree.settings, permission=permission),
        stories=tuple(
            replace(story, front=replace(story.front, voices=_any_words(story.front.voices)))
            for story in tree.stories
        ),
    )


def _any_words(voices: Mapping[str, SourceVoice] | None) -> Mapping[str, SourceVoice] | None:
    return voices and {
        id_: replace(voice, consent=voice.consent and replace(voice.consent, words=None))
        for id_, voice in voices.items()
    }


def _entry(
    story: SourceStory,
    id_: str,
    decision: Decision,
    shown: Mapping[VoiceKey, tuple[ShownWords, ...]],
) -> RegisterEntry:
    voice = (story.front.voices or {})[id_]
    consent = voice.consent or Consent()
    words = shown.get((story.path, id_), ())
    return RegisterEntry(
        story=story.path,
        title=story.front.title or "",
        dated=story.front.date,
        has_outcome=story.front.what_happened is not None,
        voice=id_,
        line=story.positions.at("voices", id_).line,
        name=voice.name,
        identity=voice.identity,
        part=voice.part,
        person=voice.person,
        state=voice_state(story, id_, decision),
        record=consent.record,
        asked=consent.asked,
        given=consent.given,
        by=consent.by,
        uses=consent.uses,
        until=consent.until,
        review=consent.review,
        agreed=consent.words,
        corrected=consent.corrected,
        seen=tuple(
            SeenRound(code=one.round, on=one.on, how=one.how, words=one.words)
            for one in consent.seen
        ),
        assent=consent.assent,
        refused=consent.refused,
        held=consent.held,
        withdrawn=consent.withdrawn,
        not_here=consent.not_here,
        held_here=consent.held_here,
        record_state=decision.standing.state(consent.record),
        shown=words,
        waiting=frozenset(one.story for one in words if one.story in decision.stories),
    )


def voice_state(story: SourceStory, id_: str, decision: Decision) -> VoiceState:
    """What the permission of a voice comes to: its own record first, then its story."""
    if reason := decision.voices.get((story.path, id_)):
        return reason
    return "story" if story.path in decision.stories else "published"
