"""The same pseudonym on two stories: who reads both may put together what each alone hides."""

from collections import defaultdict
from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, warning
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.families import VoiceKey
from byleave.model.source import SourceVoice, StoryFront, Tree
from byleave.values import replace


def pseudonyms(tree: Tree[StoryFront], decision: Decision) -> Iterator[Diagnostic]:
    """A warning beside each voice whose pseudonym another story has too.

    One that only shows together with what is withheld is private.
    """
    stories = {story.path: story for story in tree.stories if story.path in decision.facts}
    by_name: dict[str, list[VoiceKey]] = defaultdict(list)
    for key, voice in decision.families.voices.items():
        if voice.identity == "pseudonym" and key[0] in stories:
            by_name[" ".join(voice.name.casefold().split())].append(key)
    for keys in by_name.values():
        public = [key for key in keys if _is_public(key, decision)]
        told = set(_linked(public, stories, decision))
        for key in _linked(keys, stories, decision):
            finding = _finding(key, stories[key[0]])
            yield finding if key in told else replace(finding, private=True)


def _is_public(key: VoiceKey, decision: Decision) -> bool:
    return key not in decision.voices and key[0] not in decision.stories


def _linked(
    keys: list[VoiceKey], stories: dict[str, StoryFront], decision: Decision
) -> Iterator[VoiceKey]:
    """All of `keys` if another story has the name too, unless each says openly who it is.

    A story, its versions and its responses are one.
    """
    if len({_first(path, stories) for path, _ in keys}) < 2:
        return
    persons = {key: _openly(decision.families.voices[key]) for key in keys}
    if None in persons.values() or len(set(persons.values())) > 1:
        yield from keys


def _first(path: str, stories: dict[str, StoryFront]) -> str:
    """The path of the story on which the one at `path` stands in the end."""
    while needs := stories[path].needs:
        path = needs[-1]
    return path


def _openly(voice: SourceVoice) -> str | None:
    """The person that a voice says it is, where they agreed to be put together."""
    agreed = voice.consent is not None and "people" in voice.consent.uses
    return voice.person if agreed else None


def _finding(key: VoiceKey, story: StoryFront) -> Diagnostic:
    at = story.positions.at("voices", key[1], "name")
    message = "another story has this pseudonym too: readers can put the two together"
    do = "choose another pseudonym here, unless it is the same person and they want that"
    return warning(story.path, "same-pseudonym", message, do, at)
