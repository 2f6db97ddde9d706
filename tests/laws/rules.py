"""The rules of consent, in their order: what of a site is withheld on a day, and why.

Written for reading, not for speed, and from the text of the rules alone: it is what the
program is compared with. Rules 3 and 4 are tried again until nothing more falls.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from tests.laws.agreed import words_not_agreed
from tests.laws.along import taken_along
from tests.laws.faults import has_error
from tests.laws.kin import Kin, needed, original_of
from tests.laws.model import Consent, Site, Story
from tests.laws.standing import Standing
from tests.laws.withheld import Kind, Loss, Why, Withheld


def withheld(site: Site, today: date) -> Withheld:
    """All that the rules withhold of the site on that day."""
    kin = Kin(site)
    at_once = Withheld(_at_once(kin, today))
    gone = _all_that_follows(kin, at_once)
    waiting = _waiting_for_a_fault(kin, at_once, gone, today)
    sound = _all_that_follows(kin, Withheld(_with_sound_versions(kin, at_once, today)))
    unspoken = (loss for loss in words_not_agreed(kin, sound) if not gone.story(loss.story))
    gone = _all_that_follows(kin, gone | (*words_not_agreed(kin, gone), *unspoken))
    return _all_that_follows(kin, gone | _two_at_one_address(kin, gone, waiting))


def _all_that_follows(kin: Kin, gone: Withheld) -> Withheld:
    """Rules 3 and 4, until nothing more falls."""
    while True:
        more = gone | taken_along(kin, gone) | _leads_nowhere(kin, gone)
        if len(more) == len(gone):
            return gone
        gone = more


def _with_sound_versions(kin: Kin, at_once: Withheld, today: date) -> Iterator[Loss]:
    """What is withheld at once where no version had an error: their words are asked about too."""
    faulty = {
        story.path
        for story in kin.site.stories
        if original_of(story) is not None and has_error(kin, story)
    }
    for loss in at_once.losses:
        if loss.kind is not Kind.STORY or loss.story not in faulty:
            yield loss
    for path in faulty:
        day = kin.by_path[path].date
        if day is None or day > today or Standing(kin).has_lost(kin.by_path[path]):
            yield Loss(kind=Kind.STORY, story=path, why=Why.ERROR)


def _waiting_for_a_fault(
    kin: Kin, at_once: Withheld, gone: Withheld, today: date
) -> frozenset[str]:
    """The stories that would be published without the errors of files, whatever is in these files.

    They keep their addresses, so that an error in one file shows nothing more of another.
    """
    unread = {
        story.path
        for story in kin.site.stories
        if any(has_error(kin, one) for one in kin.with_origins(story))
    }

    def known(losses: Iterable[Loss]) -> Iterator[Loss]:
        return (loss for loss in losses if loss.story not in unread)

    sound = Withheld(known(at_once.losses))
    while True:
        more = sound | known(taken_along(kin, sound)) | known(_leads_nowhere(kin, sound))
        if len(more) == len(sound):
            break
        sound = more
    return frozenset(
        story.path
        for story in kin.site.stories
        if gone.story(story.path)
        and not sound.story(story.path)
        and story.date is not None
        and story.date <= today
        and not (story.voices is None and original_of(story) is None)
    )


def _at_once(kin: Kin, today: date) -> Iterator[Loss]:
    """Rules 1 and 2: what is withheld for its own sake."""
    standing = Standing(kin)
    for story in kin.site.stories:
        if has_error(kin, story) or standing.has_lost(story):
            yield Loss(kind=Kind.STORY, story=story.path, why=Why.ERROR)
        elif story.date is None or (story.voices is None and original_of(story) is None):
            yield Loss(kind=Kind.STORY, story=story.path, why=Why.DRAFT)
        elif story.date > today:
            yield Loss(kind=Kind.STORY, story=story.path, why=Why.FUTURE)
        for voice in story.voices or ():
            stopped = standing.stops(story, voice)
            if stopped or voice.consent is None or not permitted(voice.consent, today):
                why = Why.NO_PERMISSION
                yield Loss(kind=Kind.VOICE, story=story.path, which=voice.id, why=why)


def permitted(consent: Consent, today: date) -> bool:
    """Rule 1: given and not over, for the web, and not stopped by anybody."""
    return (
        consent.given is not None
        and consent.given <= today
        and consent.until is not None
        and today < consent.until
        and "web" in (consent.uses or ())
        and not consent.stops
    )


def _leads_nowhere(kin: Kin, gone: Withheld) -> Iterator[Loss]:
    """Rule 4: responses and versions go with their story, and where there is none."""
    for story in kin.site.stories:
        references = {
            Why.RESPONSE: story.responds_to,
            Why.REPLY: story.in_reply_to,
            Why.VERSION: story.translation_of,
            Why.EASY_READ: story.easy_read_of,
        }
        for why, path in references.items():
            if path is None:
                continue
            if path not in kin.by_path or gone.story(path) or _needs_itself(kin, story):
                yield Loss(kind=Kind.STORY, story=story.path, why=why)


def lacks_origin(kin: Kin, story: Story) -> bool:
    """Whether a story stands on one that is not there, or on itself, in however many steps."""
    needs = (path for one in kin.with_origins(story) for path in needed(one))
    return any(path not in kin.by_path for path in needs) or any(
        _needs_itself(kin, one) for one in kin.with_origins(story)
    )


def _needs_itself(kin: Kin, story: Story) -> bool:
    """Whether a story comes back to itself by its references, in however many steps."""
    reached = list(needed(story))
    for path in reached:
        if path in kin.by_path:
            reached += [one for one in needed(kin.by_path[path]) if one not in reached]
    return story.path in reached


def _two_at_one_address(kin: Kin, gone: Withheld, waiting: frozenset[str]) -> Iterator[Loss]:
    """Two published stories that claim one address are an error in both.

    A file with an error keeps its claim, unless it is a draft, or a response, which has no address;
    and so do those that are `waiting` for it to be mended, and those that a torn line names.
    """
    torn = {path for line in kin.site.records if line.torn for path, _ in line.stories}
    for stories in kin.by_address.values():
        published = [story for story in stories if not gone.story(story.path)]
        faulty = [
            story
            for story in stories
            if story.responds_to is None
            and (
                (story.date is not None and has_error(kin, story))
                or (story.path in waiting | torn and gone.story(story.path))
            )
        ]
        if len(published) + len(faulty) > 1:
            for story in published:
                yield Loss(kind=Kind.STORY, story=story.path, why=Why.ADDRESS)
