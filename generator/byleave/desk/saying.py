"""The desk's words for what the program calls by a word of its own."""

from collections.abc import Callable, Collection, Mapping

from byleave.desk.workplace import Workplace
from byleave.model.register import VoiceState
from byleave.model.shelf import InLine, ShelfLine
from byleave.model.terms import Use
from byleave.permission.pages import in_words
from byleave.preview import SiteInMemory

# What keeps somebody's part from the site, after their name.
VOICES: Mapping[VoiceState, str] = {
    "published": "said yes",
    "asked": "has not said yes yet",
    "refused": "said no",
    "held": "is held back by you",
    "withdrawn": "took permission back",
    "not here": "took permission back for this story",
    "closed": "took permission back elsewhere",
    "held here": "is held back here by you",
    "not yet given": "said yes from a later day on",
    "expired": "said yes for a time that is over",
    "no web": "did not say yes to the website",
    "words": "has not agreed to the words of today",
    "named": "is named together with somebody who is not published",
    "story": "said yes; the story itself is not published",
}
USES: Mapping[Use, str] = {
    "web": "Be on the website",
    "search": "Be found by the search of this website",
    "feed": "Be in feeds and calendars, of which others keep copies",
    "engines": "Be found by search engines",
    "social": "Be on the card that is shown when somebody shares the page",
    "people": "Have a page of one’s own",
    "print": "Be printed, in booklets and on paper to take away",
    "partners": "Be shown on other websites that gather ours",
    "teaching": "Be shown at trainings and to those who fund us",
    "ai": "Be learnt from by machines",
}
KINDS: Mapping[str, str] = {
    "story": "Story",
    "event": "Event",
    "response": "Response",
    "version": "Another version of a story",
}


def title_of(line: ShelfLine, titles: Mapping[str, str]) -> str:
    """What a story is called; `titles` are those of all, by their paths."""
    if line.title:
        return line.title
    if not line.of:
        return line.path
    # What is answered may be a response itself, which has no title.
    return f"A response to {titles.get(line.of, line.of) or 'another response'}"


def titles_of(place: Workplace, held: SiteInMemory) -> Callable[[str], str]:
    """What says of a path how the story there is called; the path itself where nobody knows."""
    lines = place.overview(held).lines if held.live else ()
    titles = {line.path: line.title for line in lines}
    known = {line.path: title_of(line, titles) for line in lines}
    return lambda path: known.get(path, path)


def state_of(line: ShelfLine, unsent: Collection[str] = ()) -> str:
    """Why a story is published or not, in a sentence; `unsent` are paths of files to be sent."""
    match line.state:
        case "published" if line.path in unsent:
            return "On the site as soon as it is sent"
        case "published":
            return "On the site"
        case "draft" if line.day is None:
            return "A draft: it has no day yet"
        case "draft":
            return "A draft: it does not say yet who is in it"
        case "future":
            return f"Comes on {in_words(line.day)}"
        case "permission":
            return f"Not on the site: {_waiting(line)}"
        case "follows":
            return "Not on the site, because the story that it belongs to is not"
        case "fault":
            return f"Not on the site, because something in {line.because} has to be mended"
    return "Not on the site: something in it has to be mended"


def _waiting(line: ShelfLine) -> str:
    who = "; ".join(said_of(one) for one in line.waits_for)
    return who or "somebody who is named in it is not published"


def said_of(one: InLine) -> str:
    """Somebody, and what their permission comes to."""
    return f"{one.name} {VOICES[one.state]}"


def left_out(line: ShelfLine) -> str:
    """Who is left out of a story that is published; "" for nobody."""
    return "; ".join(said_of(one) for one in line.left_out)


def use_in_words(use: Use, own: Mapping[Use, str]) -> str:
    """What somebody says yes to; `own` are the uses of the site's own."""
    return USES.get(use) or own.get(use, use)
