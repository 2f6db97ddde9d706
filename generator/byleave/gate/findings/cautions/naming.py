"""Words that stand for a declared voice and are not their public name: nothing takes them out."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.gate.findings.cautions.texts import StoryRuns, TextRun, lines_of
from byleave.gate.findings.cautions.words import ALSO_A_WORD, DEFINITE, NOT_A_FIRST_NAME
from byleave.gate.rules.families import VoiceKey
from byleave.model.source import SourceVoice
from byleave.model.terms import NAME_CLOSE, NAME_OPEN

_MOST_WORDS_OF_A_ROLE = 4
_SHORTEST_NAME = 3
_ARTICLE = re.compile(rf"(?:{DEFINITE}|an?)\s+", re.I)


def naming(story: StoryRuns) -> Iterator[Diagnostic]:
    """Warnings for first names and for roles of voices who may leave the story alone."""
    if not story.leaving:
        return
    names, roles = list[int](), list[int]()
    used = Counter(word for voice in story.voices.values() for word in {*voice.name.split()})
    for key, voice in story.leaving.items():
        first = _first_name(voice)
        if first and first in story.text and used[first] == 1:
            runs = [run for run in story.runs if first in run.text]
            names += _lines(runs, {key}, _alone(first, voice.name))
    for role, keys in _roles(story).items():
        roles += _lines((run for run in story.runs if _beside(run, keys)), keys, _instead(role))
    do = "write {id} in its place, or put the words into a passage about them"
    message = "a part of a voice's name stands alone here, and would stay when they leave"
    yield from warnings_on(story.path, "part-of-a-name", message, do, names)
    message = "a voice's role stands for them here, and would stay when they leave"
    yield from warnings_on(story.path, "role-for-a-name", message, do, roles)


def _roles(story: StoryRuns) -> Mapping[tuple[str, ...], set[VoiceKey]]:
    """The roles that may stand in the story, and whose each is."""
    found: dict[tuple[str, ...], set[VoiceKey]] = defaultdict(set)
    for key, voice in story.leaving.items():
        if role := _role(voice):
            found[tuple(role)].add(key)
    folded = [(run, " ".join(run.text.casefold().split())) for run in story.runs if found]
    return {
        role: keys
        for role, keys in found.items()
        if any(" ".join(role).casefold() in text and _beside(run, keys) for run, text in folded)
    }


def _beside(run: TextRun, keys: Set[VoiceKey]) -> bool:
    """Whether a run stays when they leave; the role of each stands in its own entry as well."""
    return not (run.of & keys if run.is_entry else keys <= run.of)


def _lines(runs: Iterable[TextRun], keys: Set[VoiceKey], words: re.Pattern[str]) -> Iterator[int]:
    """The lines of what is neither by nor about one of the voices `keys`, and would so stay."""
    for run in runs:
        if not keys <= run.of:
            yield from lines_of(run, (one for one in words.finditer(run.text) if one.group("it")))


def _first_name(voice: SourceVoice) -> str:
    """The first name within a name of several words; empty where it would say nothing."""
    words = voice.name.split()
    if voice.identity == "anonymous" or len(words) < 2:
        return ""
    first = words[0]
    usual = first.casefold().rstrip(".") in NOT_A_FIRST_NAME or len(first) < _SHORTEST_NAME
    # Words such as "Tuesday group" are no name of a person.
    person = all(word[:1].isupper() for word in words)
    return first if person and not usual else ""


def _alone(first: str, name: str) -> re.Pattern[str]:
    """`first` where it is not the beginning of `name`; that is looked after by the gate."""
    rest = re.escape(name.split(maxsplit=1)[1])
    # At the start of a sentence these are as likely a word; nowhere else do they have a capital.
    before = r"(?<=[\w,;] )" if first.casefold() in ALSO_A_WORD else ""
    whole = rf"\b{re.escape(first)}\s+{rest}\b"
    return re.compile(rf"{whole}|{before}(?P<it>\b{re.escape(first)}\b)(?![{NAME_CLOSE}-])")


def _role(voice: SourceVoice) -> list[str]:
    """The words of a role that could stand for a person; none where it could not."""
    said = (voice.role or "").strip()
    role = _ARTICLE.sub("", said, count=1)
    words = role.split()
    # “A Better Way” is what an organisation is called, and nobody's role.
    organisation = role != said and all(word[:1].isupper() for word in words)
    usable = len(words) <= _MOST_WORDS_OF_A_ROLE and NAME_OPEN not in role and not organisation
    return words if usable else []


def _instead(role: tuple[str, ...]) -> re.Pattern[str]:
    """The words of a role as they stand for one certain person."""
    words = r"\s+".join(map(re.escape, role))
    return re.compile(rf"\b(?P<it>{DEFINITE}\s+{words})\b", re.I)
