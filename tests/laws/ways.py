"""Every way in which something comes to be withheld, and how each is done to a site."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from enum import Enum

from tests.laws.agreed import said
from tests.laws.along import tells
from tests.laws.kin import Kin, needed, original_of
from tests.laws.model import TODAY, Consent, Fault, Site, Story, Voice
from tests.laws.naming import Declared
from tests.laws.text import links
from tests.laws.withheld import Withheld

DAY = timedelta(days=1)
NOWHERE = "stories/nowhere.md"


class Way(Enum):
    """The ways, by what they are done to: a voice, a story, or stories that belong together."""

    ASKED = "asked, and no answer yet"
    GIVEN_LATER = "given from tomorrow on"
    EXPIRED = "over since long ago"
    EXPIRES_TODAY = "over since this morning"
    REFUSED = "refused"
    HELD = "held"
    WITHDRAWN = "withdrawn"
    WITHDRAWN_EMPTY = "withdrawn, without a day"
    WITHDRAWN_LATER = "withdrawn, with a day that is still to come"
    NOT_HERE = "withdrawn from this story alone"
    HELD_HERE = "held in this story alone"
    HELD_WITH_WORDS = "held, with a list or a mapping as its value"
    NOT_FOR_WEB = "uses without the web"
    NO_USES = "no uses at all"
    WORDS_CHANGED = "other words than those agreed to"
    WORDS_EMPTY = "an empty list of agreed words"
    WORDS_MISSING = "no agreed words where the site requires them"

    NO_DATE = "a draft without a date"
    NO_VOICES = "a draft without voices"
    FUTURE = "a date that is tomorrow"
    NO_CONSENT = "a voice without a consent block"
    NO_RECORD = "permission without a record"
    NO_UNTIL = "permission without a last day"
    ODD_CONSENT = Fault.ODD_CONSENT.value
    UNKNOWN_KEY = Fault.UNKNOWN_KEY.value
    IMPOSSIBLE_DATE = Fault.IMPOSSIBLE_DATE.value
    UNKNOWN_THEME = Fault.UNKNOWN_THEME.value
    UNDECLARED_ID = Fault.UNDECLARED_ID.value
    STRAY_MARKER = Fault.STRAY_MARKER.value
    OPEN_PASSAGE = Fault.OPEN_PASSAGE.value
    NEARLY_A_PART = Fault.NEARLY_A_PART.value
    NO_TITLE = Fault.NO_TITLE.value
    WRONG_TYPE = Fault.WRONG_TYPE.value
    DUPLICATE_KEY = Fault.DUPLICATE_KEY.value
    YAML_ALIAS = Fault.YAML_ALIAS.value
    BROKEN_YAML = Fault.BROKEN_YAML.value
    OPEN_FRONT_MATTER = Fault.OPEN_FRONT_MATTER.value
    NOT_UTF8 = Fault.NOT_UTF8.value

    REDECLARED = "a version that declares a voice of its original again"
    NOWHERE = "a reference that leads nowhere"
    CIRCLE = "a reference that comes back to itself"
    LISTED = "closed, held or stopped here by the list of records alone"
    LINE_TORN = "a line of the list of records that nobody can read"
    RECORD_LOST = "a record that the list names for a story which has it not"
    ADDRESS_TWICE = "two stories at one address"
    RESPONSE_TWICE = "two responses to one story whose files have one name"
    COPIED = Fault.COPIED.value
    DUPLICATED = "a copy that somebody made of a story, under a name that does not tell it"
    ALIAS_TWICE = "a story with the address of another as its alias"


ON_A_VOICE: dict[Way, Callable[[Consent], Consent]] = {
    Way.ASKED: lambda c: replace(c, asked=TODAY - DAY, given=None, record=None, until=None),
    Way.GIVEN_LATER: lambda c: replace(c, given=TODAY + DAY),
    Way.EXPIRED: lambda c: replace(c, until=TODAY - 300 * DAY),
    Way.EXPIRES_TODAY: lambda c: replace(c, until=TODAY),
    Way.REFUSED: lambda c: replace(c, stops=(("refused", f"{TODAY - DAY}"),)),
    Way.HELD: lambda c: replace(c, stops=(("held", f"{TODAY}"),)),
    Way.WITHDRAWN: lambda c: replace(c, stops=(("withdrawn", f"{TODAY - 40 * DAY}"),)),
    Way.WITHDRAWN_EMPTY: lambda c: replace(c, stops=(("withdrawn", ""),)),
    Way.WITHDRAWN_LATER: lambda c: replace(c, stops=(("withdrawn", f"{TODAY + 40 * DAY}"),)),
    Way.HELD_WITH_WORDS: lambda c: replace(c, stops=(("held", "{since: [yes, no]}"),)),
    Way.NOT_HERE: lambda c: replace(c, stops=(("not_here", f"{TODAY}"),)),
    Way.HELD_HERE: lambda c: replace(c, stops=(("held_here", ""),)),
    Way.NOT_FOR_WEB: lambda c: replace(c, uses=("search", "feed")),
    Way.NO_USES: lambda c: replace(c, uses=None),
    Way.WORDS_EMPTY: lambda c: replace(c, agreed=()),
    Way.WORDS_MISSING: lambda c: replace(c, agreed=None),
}
ON_CONSENT_OF_A_STORY: dict[Way, Callable[[Consent], Consent | None]] = {
    Way.NO_CONSENT: lambda _: None,
    Way.NO_RECORD: lambda c: replace(c, record=None),
    Way.NO_UNTIL: lambda c: replace(c, until=None),
}
ON_A_STORY: dict[Way, Callable[[Story], Story]] = {
    Way.NO_DATE: lambda story: replace(story, date=None),
    Way.NO_VOICES: lambda story: replace(story, voices=None),
    Way.FUTURE: lambda story: replace(story, date=TODAY + DAY),
}
FAULTS = {
    way: fault
    for way in Way
    for fault in Fault
    if way.value == fault.value and fault is not Fault.COPIED
}
UNREADABLE = (Way.BROKEN_YAML, Way.OPEN_FRONT_MATTER)
WORDS = (Way.WORDS_CHANGED, Way.WORDS_EMPTY, Way.WORDS_MISSING)


def with_story(site: Site, story: Story) -> Site:
    """The site with a story in the place of the one that has its path."""
    return replace(
        site, stories=tuple(story if one.path == story.path else one for one in site.stories)
    )


def with_consent(site: Site, path: str, voice_id: str, consent: Consent | None) -> Site:
    """The site with another consent for one voice of one story."""
    story = next(story for story in site.stories if story.path == path)
    voices = tuple(
        replace(voice, consent=consent) if voice.id == voice_id else voice
        for voice in story.voices or ()
    )
    return with_story(site, replace(story, voices=voices))


def voices_for(way: Way, site: Site) -> tuple[Declared, ...]:
    """The voices to whom this can happen, with their stories."""
    kin = Kin(site)
    return tuple(
        (story, voice)
        for story in site.stories
        for voice in story.voices or ()
        if voice.consent is not None and _can_happen_to(way, kin, story, voice)
    )


def _can_happen_to(way: Way, kin: Kin, story: Story, voice: Voice) -> bool:
    """Words can only be other words where there are some."""
    if way is Way.WORDS_MISSING and not kin.site.words_required:
        return False
    return way not in WORDS or any(said(kin, Withheld(), (story, voice)))


def stories_for(way: Way, site: Site) -> tuple[Story, ...]:
    """The stories to which this can happen, in their sound state."""
    sound = tuple(story for story in site.stories if story.fault is None)
    if way in UNREADABLE:
        kin = Kin(site)
        return tuple(story for story in sound if not _told_of(kin, story))
    if way is Way.NO_TITLE:
        return tuple(story for story in sound if story.title and not story.responds_to)
    if way is Way.NO_VOICES:
        return tuple(story for story in sound if original_of(story) is None)
    if way in (Way.NOWHERE, Way.CIRCLE):
        return tuple(story for story in sound if needed(story))
    if way is Way.REDECLARED:
        kin = Kin(site)
        return tuple(story for story in sound if _original_voices(kin, story))
    if way in (Way.ADDRESS_TWICE, Way.ALIAS_TWICE):
        return tuple(story for story in sound if not story.responds_to)
    if way is Way.RESPONSE_TWICE:
        return tuple(story for story in sound if story.responds_to)
    if way is Way.ODD_CONSENT:
        return tuple(one for one in sound if one.voices and one.voices[0].consent)
    if way in ON_CONSENT_OF_A_STORY or way is Way.NEARLY_A_PART:
        return tuple(story for story in sound if story.voices)
    return sound


def _told_of(kin: Kin, story: Story) -> bool:
    """Whether words of a link to the story say its title or the name of one of its voices.

    How much the program can tell of a file that it cannot read is not a matter of these rules.
    """
    return any(
        story in kin.may_be_told(other.path, link.destination) and tells(kin, link.words, story)
        for other in kin.site.stories
        for part in other.body
        for link in links(part.text)
    )


def _original_voices(kin: Kin, story: Story) -> tuple[Voice, ...]:
    original = kin.by_path.get(original_of(story) or "")
    return (original.voices or ()) if original else ()
