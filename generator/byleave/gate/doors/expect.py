"""What would be public if those who are asked said yes: the second door, for a storyteller."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from byleave.gate.clock import in_zone
from byleave.gate.decided_anew import decide
from byleave.gate.doors.rehearse import as_public
from byleave.gate.register import words_by_voice
from byleave.gate.rules.copied_notes import standing_in
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey, declared_by, families
from byleave.gate.rules.one_voice import reason_withheld
from byleave.gate.rules.record_states import Standing
from byleave.model.published import Rehearsal
from byleave.model.register import Expectation, ShownMedia
from byleave.model.source import Consent, SourceStory, SourceTree, SourceVoice
from byleave.model.uses import USES
from byleave.values import replace

_ALL_USES = frozenset(USES)
# Who has not answered yet may still say yes; the others have said no, or what they said has ended.
_OPEN = {"asked", "not yet given"}
_NEW_RECORD = "-"


def expect(
    tree: SourceTree, as_of: datetime, *, story: str, asking: Collection[str]
) -> Expectation:
    """What would be public of the story at `story` if the voices `asking` agreed to every use.

    Voices of the story who have not answered are counted as agreeing too, the words of all of them
    as agreed, and a draft as due, as are its versions, to which they agree with it. Raises
    KeyError where no story without faults is at `story`, or where it or its original declares no
    such voice.
    """
    as_of = in_zone(as_of, tree.settings.timezone)
    day = as_of.date()
    declared = tuple(map(declared_by, tree.stories))
    by_path = families(declared).by_path
    family = by_path[story]
    keys = {id_: family.voices[id_] for id_ in asking}
    wanted = frozenset(keys.values())
    # A version that declares nobody has words of theirs too, and none are agreed to unseen.
    versions = (path for path, one in by_path.items() if wanted & frozenset(one.voices.values()))
    members = {story, *(path for path, _ in family.voices.values()), *versions}
    records = standing_in(tree, declared)
    permission = replace(tree.settings.permission, words="optional")
    assumed = replace(
        tree,
        settings=replace(tree.settings, permission=permission),
        stories=tuple(
            _agreeing(one, wanted, day, records) if one.path in members else one
            for one in tree.stories
        ),
    )
    decision = decide(assumed, day, records=records)
    shown = words_by_voice(assumed, decision)
    rehearsal = as_public(assumed, decision, as_of)
    deciding = decision.facts[story].deciding
    seen = {story, *(one.path for one in rehearsal.stories)}
    return Expectation(
        rehearsal=rehearsal,
        day=day,
        story=story,
        shown={
            id_: tuple(one for one in shown.get(key, ()) if one.story in seen)
            for id_, key in keys.items()
        },
        media={id_: tuple(_media(key, rehearsal, decision)) for id_, key in keys.items()},
        deciding=frozenset(id_ for id_, key in keys.items() if key in deciding),
    )


def _media(key: VoiceKey, rehearsal: Rehearsal, decision: Decision) -> Iterator[ShownMedia]:
    """The files that would be public and that show, or name in their words, one voice."""
    for story in rehearsal.stories:
        keys = decision.facts[story.path].media
        for name, media in story.media.items():
            if key in keys.get(name, ()):
                yield ShownMedia(story=story.path, media=media)


def _agreeing(
    story: SourceStory, wanted: frozenset[tuple[str, str]], day: date, records: Standing
) -> SourceStory:
    voices = story.front.voices
    due = story.front.date if story.front.date and story.front.date <= day else day
    agreeing = voices and {
        id_: _as_with_a_yes(voice, day)
        if (story.path, id_) in wanted or reason_withheld(story.path, voice, day, records) in _OPEN
        else _with_any_words(voice)
        for id_, voice in voices.items()
    }
    return replace(story, front=replace(story.front, date=due, voices=agreeing))


def _as_with_a_yes(voice: SourceVoice, day: date) -> SourceVoice:
    """`voice` under a new record: an old one may be closed, and is not what is asked about."""
    until = day + timedelta(days=1)
    yes = Consent(record=_NEW_RECORD, given=day, until=until, uses=_ALL_USES)
    return replace(voice, consent=yes)


def _with_any_words(voice: SourceVoice) -> SourceVoice:
    return replace(voice, consent=replace(voice.consent or Consent(), words=None))
