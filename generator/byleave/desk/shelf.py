"""The first page of the desk: every story with its state, and the ways to find one."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct
from starlette.responses import Response

from byleave.desk.asking import Asked
from byleave.desk.pages import page
from byleave.desk.saying import KINDS, left_out, said_of, state_of, title_of
from byleave.desk.workplace import Workplace
from byleave.model.shelf import ShelfLine, is_stopped
from byleave.permission.overview.dues import DUE_DAYS
from byleave.pipeline.for_editors import Overview
from byleave.preview import SiteInMemory
from byleave.sharing.sending import unsent

_ON_A_PAGE = 50

# What one can look for, by the word in the address: what it is called, and which stories it is.
State = tuple[str, Callable[[ShelfLine, date], bool]]
_STATES: Mapping[str, State] = {
    "on": ("On the site", lambda line, _: line.state == "published"),
    "waiting": ("Waiting for somebody", lambda line, _: line.state in ("permission", "follows")),
    "partly": ("On the site, and somebody is left out", lambda line, _: bool(line.left_out)),
    "draft": ("In draft", lambda line, _: line.state == "draft"),
    "later": ("Coming later", lambda line, _: line.state == "future"),
    "mend": ("To be mended", lambda line, _: line.state in ("error", "fault")),
    "ending": ("A permission ends soon", lambda line, today: _ends_soon(line, today)),
}


class LookedFor(Struct, frozen=True, kw_only=True):
    """What an editor looks for; "" and None look for nothing."""

    words: str = ""
    state: str = ""
    theme: str = ""
    person: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def is_anything(self) -> bool:
        """Whether anything is looked for."""
        return self != LookedFor()


def shelf_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """All stories, or those that are looked for, the newest first."""
    overview = place.overview(held)
    wanted, today = _wanted(asked), place.day(held)
    not_sent = frozenset(unsent(place.site))
    found = sorted(_chosen(overview.lines, wanted, today), key=_newest_first)
    number, titles = _page_number(asked), {line.path: line.title for line in overview.lines}
    return page(
        place,
        "shelf.html",
        lines=found[(number - 1) * _ON_A_PAGE : number * _ON_A_PAGE],
        found=len(found),
        total=len(overview.lines),
        number=number,
        last=max(1, -(-len(found) // _ON_A_PAGE)),
        wanted=wanted,
        query={name: words for name, words in asked.query.items() if name != "page"},
        states={word: name for word, (name, _) in _STATES.items()},
        themes=sorted(overview.themes.items(), key=lambda one: one[1].casefold()),
        themes_of=lambda line: ", ".join(overview.themes.get(one, one) for one in line.themes),
        people=_people(overview),
        counts={
            word: sum(1 for line in overview.lines if is_it(line, today))
            for word, (_, is_it) in _STATES.items()
        },
        title_of=lambda line: title_of(line, titles),
        state_of=lambda line: state_of(line, not_sent),
        left_out=left_out,
        said_of=said_of,
        kinds=KINDS,
        soon=lambda line: _ends_soon(line, today),
    )


def _wanted(asked: Asked) -> LookedFor:
    def said(name: str) -> str:
        return " ".join(asked.query.get(name, "").split())

    return LookedFor(
        words=said("words"),
        state=said("state"),
        theme=said("theme"),
        person=said("person"),
        since=_day(said("since")),
        until=_day(said("until")),
    )


def _day(said: str) -> date | None:
    try:
        return date.fromisoformat(said)
    except ValueError:
        return None


def _page_number(asked: Asked) -> int:
    said = asked.query.get("page", "")
    return max(1, int(said)) if said.isdecimal() and len(said) < 6 else 1


def _chosen(lines: Iterable[ShelfLine], wanted: LookedFor, today: date) -> Iterator[ShelfLine]:
    _, is_it = _STATES.get(wanted.state, ("", lambda *_: True))
    words = wanted.words.casefold()
    for line in lines:
        if (
            is_it(line, today)
            and (not words or words in line.title.casefold() or words in line.path.casefold())
            and (not wanted.theme or wanted.theme in line.themes)
            and (not wanted.person or _is_in(line, wanted.person))
            and _is_between(line, wanted)
        ):
            yield line


def _is_in(line: ShelfLine, person: str) -> bool:
    meant = person.casefold()
    return any(meant in (one.name.casefold(), one.person.casefold()) for one in line.people)


def _is_between(line: ShelfLine, wanted: LookedFor) -> bool:
    day = line.starts or line.day
    if wanted.since is None and wanted.until is None:
        return True
    return (
        day is not None
        and (wanted.since is None or day >= wanted.since)
        and (wanted.until is None or day <= wanted.until)
    )


def _newest_first(line: ShelfLine) -> tuple[int, str]:
    """What is still a draft stands first: it is being worked on."""
    return (-line.day.toordinal() if line.day else -date.max.toordinal(), line.path)


def _ends_soon(line: ShelfLine, today: date) -> bool:
    last = today + timedelta(days=DUE_DAYS)
    holding = (one.until for one in line.people if not is_stopped(one))
    return any(day is not None and day <= last for day in holding)


def _people(overview: Overview) -> list[str]:
    names = {one.name for line in overview.lines for one in line.people}
    return sorted(names, key=str.casefold)
