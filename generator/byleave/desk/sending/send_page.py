"""The page from which a site is sent: what becomes public and what goes, and the button."""

from collections.abc import Mapping

from msgspec import Struct
from starlette.responses import Response

from byleave.beginning.front_matter import one_line
from byleave.desk.asking import Asked
from byleave.desk.pages import page
from byleave.desk.sending.meeting import ChangedTwice, is_answered, meetings, resolved
from byleave.desk.workplace import Workplace
from byleave.diagnostics import SiteError
from byleave.preview import SiteInMemory
from byleave.sharing.against_main import Difference, difference
from byleave.sharing.revisions import NoRevisionError
from byleave.sharing.saying import HEADINGS, of_kind, sentences
from byleave.sharing.sending import How, Sent, bring_together, introduce, send, unsent

_NOT_SENT = 409


class HowItWent(Struct, frozen=True, kw_only=True):
    """A heading, what it means, and what to do."""

    title: str
    words: str


_WORDS: Mapping[How, HowItWent] = {
    "sent": HowItWent(
        title="It is sent",
        words="The site builds itself anew from it, which takes some minutes. Then look at it.",
    ),
    "nothing": HowItWent(
        title="There is nothing to send",
        words="Everybody who works on the site has what is on this computer.",
    ),
    "no git": HowItWent(
        title="It was not sent",
        words="The program that sends is missing on this computer. It is called git: ask whoever "
        "looks after your computers to install it. All that you wrote is kept here.",
    ),
    "no repository": HowItWent(
        title="It was not sent",
        words="This site is on this computer alone. Ask whoever set it up where it is to be kept. "
        "All that you wrote is kept here.",
    ),
    "nowhere": HowItWent(
        title="It is kept, and not sent",
        words="Nobody has said yet where this site is to be sent to. Ask whoever set it up.",
    ),
    "unfinished": HowItWent(
        title="It was not sent",
        words="Somebody began to bring two versions of this site together, and did not end it. Ask "
        "whoever set it up. All that you wrote is kept here.",
    ),
    "no branch": HowItWent(
        title="It was not sent",
        words="This computer shows an older state of the site. Ask whoever set it up.",
    ),
    "nobody": HowItWent(
        title="Who are you?",
        words="Whoever works on the site sees who changed something. Write your name and an "
        "address for e-mail; both can be made up. Then send it.",
    ),
    "network": HowItWent(
        title="It is kept, and not sent",
        words="This computer could not reach the place where the site is kept. Are you on the "
        "internet? Nothing is lost: try again later.",
    ),
    "not let in": HowItWent(
        title="It is kept, and not sent",
        words="The place where the site is kept did not let this computer in. Ask whoever set it "
        "up. Nothing is lost: it can be sent later.",
    ),
    "refused": HowItWent(
        title="It is kept, and not sent",
        words="The place where the site is kept did not take it, by a rule of its own. Ask whoever "
        "set it up.",
    ),
    "both": HowItWent(
        title="Somebody else has changed the same",
        words="Look at both, side by side. Nothing is lost.",
    ),
    "other": HowItWent(
        title="It was not sent",
        words="Something is in the way that the desk does not know. Ask whoever set the site up, "
        "and show them what stands below. All that you wrote is kept here.",
    ),
}


def send_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """What would be public, before it is sent."""
    del asked
    return _page(place, held, None)


def send_it(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Send it, or bring two people's changes together and send that."""
    name, address = (one_line(asked.said(one)) for one in ("name", "address"))
    if name and address:
        introduce(place.site, name, address)
    if asked.said("do") == "both":
        shown = meetings(place.site)
        if not is_answered(shown, asked):
            return _page(place, held, Sent(how="both"))
        texts = {one.both.path: resolved(one, asked) for one in shown}
        sent = bring_together(place.site, texts, tuple(one.both for one in shown))
    else:
        sent = send(place.site)
    # What others have sent came along with it.
    place.take_in(held, ())
    return _page(place, held, sent)


def _page(place: Workplace, held: SiteInMemory, sent: Sent | None) -> Response:
    both: tuple[ChangedTwice, ...] = meetings(place.site) if sent and sent.how == "both" else ()
    found = None if sent else _difference(place, held)
    went = _WORDS[sent.how] if sent else None
    return page(
        place,
        "send.html",
        status=200 if sent is None or sent.how in ("sent", "nothing") else _NOT_SENT,
        sent=sent,
        went=went,
        both=both,
        found=found,
        files=() if sent else unsent(place.site),
        headings=HEADINGS,
        of_kind=of_kind,
        sentences=sentences,
    )


def _difference(place: Workplace, held: SiteInMemory) -> Difference | None:
    """What sending would change; None where there is nothing that it could be compared with."""
    try:
        return difference(place.site, place.moment(held), live=held.live)
    except (NoRevisionError, SiteError):
        return None
