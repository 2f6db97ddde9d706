"""The rules of consent, in their order: what of a site is withheld on a day, and why.

Written for reading, not for speed, and from the text of the rules alone: it is what the
program is compared with. Rules 3 and 4 are tried again until nothing more falls.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from tests.laws.agreed import words_not_agreed
from tests.laws.along import taken_along
from tests.laws.faults import has_error, is_unread
from tests.laws.group_pictures import shown_elsewhere
from tests.laws.kin import Kin, needs_itself, original_of
from tests.laws.model import Consent, Fault, Site, Story
from tests.laws.standing import Standing
from tests.laws.withheld import Kind, Loss, Why, Withheld


def withheld(site: Site, today: date) -> Withheld:
    """All that the rules withhold of the site on that day."""
    kin = Kin(site)
    at_once = Withheld(_at_once(kin, today))
    gone = _all_that_follows(kin, at_once)
    sound, unread = _but_for_faults(kin, today)
    waiting = _waiting_for_a_fault(kin, at_once, gone, today)
    words = words_not_agreed(kin, sound | unread)
    unspoken = tuple(loss for loss in words if loss.story not in {one.story for one in unread})
    here = (loss for loss in unspoken if not gone.story(loss.story))
    gone = _all_that_follows(kin, gone | (*words_not_agreed(kin, gone), *here))
    anyway = _all_that_follows(kin, sound | unspoken)
    due = (story for story in site.stories if not any(_not_due(story, today)))
    waiting |= {
        story.path for story in due if gone.story(story.path) and not anyway.story(story.path)
    }
    gone = _all_that_follows(kin, gone | _two_at_one_address(kin, gone, waiting))
    return gone | shown_elsewhere(kin, gone)


def _all_that_follows(kin: Kin, gone: Withheld) -> Withheld:
    """Rules 3 and 4, until nothing more falls."""
    while True:
        more = gone | taken_along(kin, gone) | _leads_nowhere(kin, gone)
        if len(more) == len(gone):
            return gone
        gone = more


def _but_for_faults(kin: Kin, today: date) -> tuple[Withheld, tuple[Loss, ...]]:
    """What would be withheld had no file an error and no record been lost, whatever the words are.

    Of a faulty file only what it says as a version of another is known; the stories of which
    nothing is known come beside.
    """
    unread = {
        story.path
        for story in kin.site.stories
        if any(is_unread(kin, one) for one in kin.with_origins(story))
    }
    standing = Standing(kin, but_for_faults=True)
    losses = (
        loss
        for story in kin.site.stories
        if story.path not in unread
        for loss in (*_not_due(story, today), *_without_permission(story, standing, today))
    )
    lost = tuple(Loss(kind=Kind.STORY, story=path, why=Why.ERROR) for path in sorted(unread))
    return _all_that_follows(kin, Withheld(losses)), lost


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
        else:
            yield from _not_due(story, today)
        yield from _without_permission(story, standing, today)


def _not_due(story: Story, today: date) -> Iterator[Loss]:
    """A draft, and what is to be published later."""
    if story.date is None or (story.voices is None and original_of(story) is None):
        yield Loss(kind=Kind.STORY, story=story.path, why=Why.DRAFT)
    elif story.date > today:
        yield Loss(kind=Kind.STORY, story=story.path, why=Why.FUTURE)


def _without_permission(story: Story, standing: Standing, today: date) -> Iterator[Loss]:
    """The voices of a story whose permission does not hold."""
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
            if path not in kin.by_path or gone.story(path) or needs_itself(kin, story):
                yield Loss(kind=Kind.STORY, story=story.path, why=why)


def _two_at_one_address(kin: Kin, gone: Withheld, waiting: frozenset[str]) -> Iterator[Loss]:
    """Two published stories that claim one address are an error in both.

    So are two responses to one story at one place. A file with an error keeps its claim, unless it
    is a draft; and so do those that are `waiting` for it to be mended, and those that a torn line
    names.
    """
    torn = {path for line in kin.site.records if line.torn for path, _ in line.stories}
    for stories in kin.by_address.values():
        published = [story for story in stories if not gone.story(story.path)]
        faulty = [
            story
            for story in stories
            if story.fault is not Fault.COPIED
            and (
                (story.date is not None and has_error(kin, story))
                or (story.path in waiting | torn and gone.story(story.path))
            )
        ]
        if len(published) + len(faulty) > 1:
            for story in published:
                yield Loss(kind=Kind.STORY, story=story.path, why=Why.ADDRESS)
