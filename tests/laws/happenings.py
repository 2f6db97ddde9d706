"""What happens to a generated site: some of its voices and stories come to be withheld."""

from dataclasses import replace
from typing import Any

from tests.laws.agreed import said
from tests.laws.breaking import COPY_NAMES
from tests.laws.dice import Dice
from tests.laws.kin import Kin, address, file_name, original_of, slug
from tests.laws.model import Fault, Listed, Site, Story, Unmarked
from tests.laws.naming import Declared
from tests.laws.speaking import spoken_of
from tests.laws.standing import complete_list, seen
from tests.laws.vocabulary import Vocabulary
from tests.laws.ways import (
    FAULTS,
    NOWHERE,
    ON_A_STORY,
    ON_A_VOICE,
    ON_CONSENT_OF_A_STORY,
    WORDS,
    Way,
    stories_for,
    voices_for,
    with_consent,
    with_story,
)
from tests.laws.withheld import Withheld

VOICE_WAYS = (Way.WORDS_CHANGED, *ON_A_VOICE)
OFTEN_ON_A_STORY = (Way.NO_DATE, Way.NO_VOICES, Way.FUTURE, Way.NO_RECORD, Way.NO_CONSENT)
STORY_WAYS = (*OFTEN_ON_A_STORY, Way.NO_UNTIL, *FAULTS)
TWINS = (Way.ADDRESS_TWICE, Way.RESPONSE_TWICE)
WAYS_TOGETHER = (
    Way.REDECLARED,
    Way.NOWHERE,
    Way.CIRCLE,
    Way.ALIAS_TWICE,
    Way.COPIED,
    Way.DUPLICATED,
    *TWINS,
)
ON_THE_LIST = (Way.LISTED, Way.LINE_TORN, Way.RECORD_LOST)


def with_something_withheld(
    dice: Dice, vocabulary: Vocabulary, site: Site, times: int
) -> tuple[Site, tuple[Way, ...]]:
    """The site after so many things happened to it, and which."""
    happened: list[Way] = []
    for _ in range(times):
        way = _way(dice, site)
        changed = _after(dice, vocabulary, site, way)
        if changed is not site:
            happened.append(way)
        site = changed
    return site, tuple(happened)


def _way(dice: Dice, site: Site) -> Way:
    """Mostly something that happens to a voice, because that takes most along."""
    if dice.chance(30):
        return dice.pick(STORY_WAYS)
    if dice.chance(30):
        return dice.pick((*WAYS_TOGETHER, *ON_THE_LIST))
    return dice.pick(WORDS if site.words_required and dice.chance(50) else VOICE_WAYS)


def _after(dice: Dice, vocabulary: Vocabulary, site: Site, way: Way) -> Site:
    """The site after one thing happened to it; the same site where it cannot happen."""
    if way is Way.RECORD_LOST:
        path = dice.pick(site.stories).path
        return replace(
            site, records=(*site.records, Listed(number="BW-8000", stories=((path, ()),)))
        )
    if way in ON_THE_LIST:
        return _list_after(dice, site, way)
    if way not in VOICE_WAYS:
        stories = stories_for(way, site)
        return _story_after(dice, vocabulary, site, way, dice.pick(stories)) if stories else site
    voices = voices_for(way, site)
    if not voices:
        return site
    one = dice.pick(voices)
    site = _voice_after(dice, vocabulary, site, way, one)
    return spoken_of(dice, vocabulary, site, one) if dice.chance(45) else site


def _voice_after(dice: Dice, vocabulary: Vocabulary, site: Site, way: Way, one: Declared) -> Site:
    story, voice = one
    assert voice.consent is not None
    if way in ON_A_VOICE:
        consent = ON_A_VOICE[way](voice.consent)
    else:
        everything = voice.consent.everything
        texts = tuple(dict.fromkeys(said(Kin(site), Withheld(), one, everything=everything)))
        changed = dice.pick(texts)
        kept = tuple(text for text in texts if text != changed)
        consent = replace(voice.consent, agreed=(*kept, vocabulary.sentence()))
    return with_consent(site, story.path, voice.id, consent)


def _list_after(dice: Dice, site: Site, way: Way) -> Site:
    """The site in whose list of records one line is another."""
    lines = complete_list(site.stories)
    if not lines:
        return site
    line = dice.pick(lines)
    others = tuple(one for one in site.records if seen(one.number) != seen(line.number))
    if way is Way.LINE_TORN:
        changed = replace(line, torn=True)
    elif dice.chance(60):
        changed = replace(line, state=dice.pick(("closed", "held")))
    else:
        (path, _), *more = line.stories
        here = (path, (dice.pick(("not_here", "held_here")),))
        changed = replace(line, stories=(here, *more))
    return replace(site, records=(*others, changed))


def _story_after(dice: Dice, vocabulary: Vocabulary, site: Site, way: Way, story: Story) -> Site:
    if way in ON_A_STORY:
        return with_story(site, ON_A_STORY[way](story))
    if way in FAULTS:
        return with_story(site, replace(story, fault=FAULTS[way]))
    if way in ON_CONSENT_OF_A_STORY:
        voice = dice.pick(story.voices or ())
        consent = ON_CONSENT_OF_A_STORY[way](voice.consent) if voice.consent else None
        return with_consent(site, story.path, voice.id, consent)
    if way in TWINS:
        return _with_a_twin(dice, vocabulary, site, story)
    if way is Way.DUPLICATED:
        return _duplicated(dice, vocabulary, site, story)
    others = {
        Way.REDECLARED: _redeclared,
        Way.NOWHERE: _nowhere,
        Way.CIRCLE: _circle,
        Way.COPIED: _copied,
    }
    return others.get(way, _alias_twice)(dice, site, story)


def _with_a_twin(dice: Dice, vocabulary: Vocabulary, site: Site, story: Story) -> Site:
    """Another file of the same name in another folder; sometimes only a draft."""
    name = slug(file_name(story))
    folder = story.path.rpartition("/")[0] if story.responds_to else "stories"
    twin = Story(
        path=f"{folder}/{vocabulary.stem()}/{name}.md",
        title=None if story.responds_to else vocabulary.words(3).capitalize(),
        responds_to=story.responds_to,
        date=None if dice.chance(25) else story.date,
        body=(Unmarked(text=f"\n{vocabulary.sentence()}\n"),),
    )
    return replace(site, stories=(*site.stories, twin))


def _copied(dice: Dice, site: Site, story: Story) -> Site:
    """A copy of one file, as it is now: what happens later happens to one of the two."""
    path = dice.pick(COPY_NAMES).format(story.path.removesuffix(".md"))
    if path in Kin(site).by_path:
        return site
    return replace(site, stories=(*site.stories, replace(story, path=path, fault=Fault.COPIED)))


def _duplicated(dice: Dice, vocabulary: Vocabulary, site: Site, story: Story) -> Site:
    """A copy that has a name of its own, and now and then one more sentence."""
    folder = story.path.rpartition("/")[0]
    more = (Unmarked(text=f"\n{vocabulary.sentence()}\n"),) if dice.chance(40) else ()
    path = f"{folder}/{vocabulary.stem()}.md"
    copy = replace(story, path=path, aliases=(), body=(*story.body, *more))
    return replace(site, stories=(*site.stories, copy))


def _alias_twice(dice: Dice, site: Site, story: Story) -> Site:
    others = [one for one in site.stories if address(one) and one is not story]
    if not others:
        return site
    other = dice.pick(others)
    claimed = dice.pick((address(other) or "", *other.aliases))
    return with_story(site, replace(story, aliases=(*story.aliases, claimed)))


def _redeclared(dice: Dice, site: Site, story: Story) -> Site:
    original = Kin(site).by_path[original_of(story) or ""]
    declared = {voice.id for voice in story.voices or ()}
    left = [voice for voice in original.voices or () if voice.id not in declared]
    if not left:
        return site  # twice in one file would be another fault
    return with_story(site, replace(story, voices=(*(story.voices or ()), dice.pick(left))))


def _nowhere(dice: Dice, site: Site, story: Story) -> Site:
    del dice
    for key in ("in_reply_to", "translation_of", "easy_read_of", "responds_to"):
        if getattr(story, key) is not None:
            nowhere: dict[str, Any] = {key: NOWHERE}
            return with_story(site, replace(story, **nowhere))
    return site


def _circle(dice: Dice, site: Site, story: Story) -> Site:
    """A story that is a version of itself, or two responses that reply to each other."""
    for key in ("translation_of", "easy_read_of"):
        if getattr(story, key) is not None:
            itself: dict[str, Any] = {key: story.path}
            return with_story(site, replace(story, **itself))
    siblings = [one for one in site.stories if one.responds_to == story.responds_to]
    other = dice.pick(siblings)
    site = with_story(site, replace(other, in_reply_to=story.path))
    return with_story(site, replace(story, in_reply_to=other.path))
