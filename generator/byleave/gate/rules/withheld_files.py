"""The group's files that show somebody who is withheld, for whatever reason."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from byleave.gate.rules.agreed_words import Agreed, agreed_words, not_agreed_in
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey
from byleave.gate.rules.outlines import Outline, Outlined
from byleave.gate.rules.same_files import KnownBy, group_files
from byleave.model.records import record_key
from byleave.model.source import SourceVoice

Keys = frozenset[VoiceKey]


def withheld_files(tree: Outlined, decision: Decision, *, required: bool) -> frozenset[str]:
    """Their names; a file is not among them where published stories show all whom others withhold.

    That somebody is in a file holds wherever it is used, whatever another story says of it, also
    where nothing is said, and of each copy of it. `required` says whether the site requires agreed
    words of everybody.
    """
    agreed = agreed_words(decision.families, decision.voices.keys(), required=required)
    group = group_files(tree)
    hidden = set(_may_be_shown_by_faulty(tree, group)) | _not_known(tree, decision)
    gone: dict[str, set[VoiceKey]] = defaultdict(set)
    shown: dict[str, set[VoiceKey]] = defaultdict(set)
    for story in tree.stories:
        names = {name: _known_by(tree, story, name) for name in _with_somebody(story)}
        if story.path not in decision.facts:
            # It stands on a story that is not there: nobody can tell whom its ids mean.
            hidden.update(*names.values())
        elif any(names.values()):
            withheld = _withheld(story, decision, agreed)
            for name, keys in _in_files(story, names, decision).items():
                may_show = story.path not in decision.stories and not keys & withheld
                for copy in names[name]:
                    gone[copy] |= keys & withheld
                    shown[copy] |= keys if may_show else frozenset()
    voices = decision.families.voices
    for copy, missing in gone.items():
        there = [voices[key] for key in shown[copy]]
        if not all(any(is_same(voices[key], one) for one in there) for key in missing):
            hidden.add(copy)
    return frozenset(name for name, known_by in group.items() if known_by & hidden)


def _with_somebody(story: Outline) -> Iterator[str]:
    return (name for name, said in story.front.media.items() if said.shows)


def _known_by(tree: Outlined, story: Outline, name: str) -> KnownBy:
    """By what the group's own files are known that are the file `name` of a story, if any are."""
    known_by = tree.copies.get(story.path, {}).get(name, frozenset())
    return known_by | {name} if name.startswith("/") else known_by


def _may_be_shown_by_faulty(tree: Outlined, group: Mapping[str, KnownBy]) -> Iterator[str]:
    """Those in which a faulty story may show somebody, as far as that can be told of it."""
    for faulty in tree.faulty:
        yield from faulty.copied
        for name in faulty.group_files:
            yield from group.get(name, ())


def _not_known(tree: Outlined, decision: Decision) -> frozenset[str]:
    """Those of which a story says that it is not known yet who is in them, and none that is
    published says who is."""
    known: set[str] = set()
    waiting: set[str] = set()
    for story in tree.stories:
        for name, said in story.front.media.items():
            if not said.is_known:
                waiting |= _known_by(tree, story, name)
            elif said.shows is not None and story.path not in decision.stories:
                known |= _known_by(tree, story, name)
    return frozenset(waiting - known)


def _withheld(story: Outline, decision: Decision, agreed: Agreed) -> Keys:
    """Who may not be shown by what `story` says.

    In one that is withheld, words are looked at as if they were shown: they say whether it is
    permitted.
    """
    gone = frozenset(decision.voices)
    if story.path in decision.stories:
        gone |= not_agreed_in(story, agreed)
    return gone


def _in_files(story: Outline, names: Iterable[str], decision: Decision) -> Mapping[str, Keys]:
    """Who is in each of the files `names`, as `story` says."""
    known = decision.facts[story.path].family.known
    media = story.front.media
    return {
        name: frozenset(known[id_] for id_ in media[name].shows or () if id_ in known)
        for name in names
    }


def is_same(one: SourceVoice, other: SourceVoice) -> bool:
    """Whether two stories may mean one person: by record, by `person`, or else by name.

    An anonymous name is anybody's, and two who are said to be different people are.
    """
    if _record(one) and _record(one) == _record(other):
        return True
    if one.person and other.person:
        return one.person == other.person
    if "anonymous" in (one.identity, other.identity):
        return False
    return one.name.casefold() == other.name.casefold()


def _record(voice: SourceVoice) -> str:
    number = voice.consent.record if voice.consent else None
    return record_key(number) if number else ""
