"""Published stories as values, made in a line each, so that a test shows only what it is about."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import Any, TypeVar

from byleave.model.event import Event, ProgrammeItem
from byleave.model.output import OutputFile, PublishedOutput
from byleave.model.permission import Permission
from byleave.model.published import (
    Block,
    FixedPage,
    MediaFile,
    PublishedMedia,
    PublishedSet,
    Story,
    Theme,
    Voice,
)
from byleave.model.scalars import Moment
from byleave.model.settings import Series, Settings
from byleave.model.site import View
from byleave.model.site_plan import SitePlan
from byleave.model.terms import Use
from byleave.relate.index.common_uses import ALL_USES
from byleave.render import Renderer, WrittenAddresses, file_path, shared_of, site_of

FIRST_DAY = date(2021, 1, 1)
SERIES = {
    "tea": Series(title={"": "Over tea"}, description={"": "What a cup is for"}),
    "soup": Series(title={"": "Over soup"}),
}
PICTURE = PublishedMedia(
    file=MediaFile(source="/a.png", address="/media/a.png", kind="image", sha256="0", size=1),
    alt="A loaf",
)

Kind = TypeVar("Kind", bound=View)


def voice(id_: str, *without: Use, part: str = "author", **more: Any) -> Voice:
    """A voice that gave every use but those in `without`."""
    said: dict[str, Any] = {
        "name": id_.capitalize(),
        "identity": "named",
        "role": "",
        "place": "",
        "person": None,
    }
    return Voice(id=id_, part=part, uses=ALL_USES - frozenset(without), **(said | more))


def story(name: str, *voices: Voice, **more: Any) -> Story:
    """A story at `stories/NAME.md`; its authors are those of its voices who have that part."""
    said: dict[str, Any] = {
        "path": f"stories/{name}.md",
        "address": f"/stories/{name}/",
        "title": name.replace("-", " ").capitalize(),
        "date": FIRST_DAY,
        "updated": None,
        "summary": "",
        "themes": (),
        "series": None,
        "language": "en-GB",
        "translation_of": None,
        "easy_read_of": None,
        "responds_to": None,
        "in_reply_to": None,
        "posted_by": None,
        "report_of": None,
        "part_of": None,
        "aliases": (),
        "event": None,
        "past": False,
        "authors": frozenset(one.id for one in voices if one.part == "author"),
        "named": frozenset(),
        "present": frozenset(one.id for one in voices),
        "blocks": (Block(text="Words.\n"),),
        "links": (),
        "media": {},
        "names": {one.id: one.name for one in voices},
    }
    return Story(voices=voices, **(said | more))


def response(name: str, to: str, *voices: Voice, **more: Any) -> Story:
    """A response to the story called `to`, without a title."""
    told = {"title": "", "responds_to": f"stories/{to}.md"}
    return story(name, *voices, **(told | more))


def event(
    starts: str, ends: str = "", programme: Iterable[ProgrammeItem] = (), **more: Any
) -> Event:
    """An event from `2021-10-20 10:00` or a whole day."""
    return Event(
        starts=moment(starts),
        ends=moment(ends) if ends else None,
        programme=tuple(programme),
        **more,
    )


def moment(text: str) -> Moment:
    """A day, and the time of day where there is one."""
    day, _, clock = text.partition(" ")
    return Moment(day=date.fromisoformat(day), clock=time.fromisoformat(clock) if clock else None)


def theme(slug: str, **more: Any) -> Theme:
    """A theme without a description."""
    said: dict[str, Any] = {
        "title": slug.replace("-", " ").capitalize(),
        "also_known_as": (),
        "broader": None,
        "body": "",
        "links": (),
        "media": {},
    }
    return Theme(path=f"themes/{slug}.md", slug=slug, **(said | more))


def page(name: str, **more: Any) -> FixedPage:
    """A fixed page of the group's own."""
    said: dict[str, Any] = {
        "address": f"/{name}/",
        "title": name.capitalize(),
        "summary": "",
        "language": "en-GB",
        "body": "Words.\n",
        "links": (),
        "media": {},
    }
    return FixedPage(path=f"site_src/pages/{name}.md", **(said | more))


def published(
    *stories: Story,
    themes: Iterable[Theme] = (),
    language: str = "en-GB",
    languages: tuple[str, ...] = (),
    **more: Any,
) -> PublishedSet:
    """Everything that may be public, in the order in which the gate gives it."""
    said: dict[str, Any] = {"pages": (), "group_media": {}, "root_files": (), "look": ()}
    settings = Settings(
        format="1",
        title={"": "A site"},
        url="https://stories.example.org/",
        permission=Permission(
            person={"": "Ruth"}, within={"": "two days"}, email="ruth@example.org"
        ),
        language=language,
        languages=languages,
        series=SERIES,
    )
    in_order = tuple(sorted(stories, key=lambda one: (-one.date.toordinal(), one.path)))
    said |= {"settings": settings, "found": in_order}
    return PublishedSet(stories=in_order, themes=tuple(themes), **(said | more))


def days(count: int) -> list[date]:
    """So many days, one after the other."""
    return [FIRST_DAY + timedelta(days=number) for number in range(count)]


def views(plan: SitePlan, kind: type[Kind]) -> list[Kind]:
    """The views of one kind and of no kind derived from it, in the order of the plan."""
    return [view for view in plan.views if type(view) is kind]


def at(plan: SitePlan, address: str, kind: type[Kind]) -> Kind:
    """The view at an address."""
    (found,) = (view for view in plan.views if view.address == address)
    assert isinstance(found, kind)
    return found


def rendered(plan: SitePlan, base_url: str) -> PublishedOutput:
    """The files of the site that `plan` is of."""
    renderer = Renderer(shared_of(plan, WrittenAddresses(base_url=base_url)))
    pages = {file_path(address): renderer.page(view) for address, view in plan.pages.items()}
    return site_of(plan, (OutputFile(path=at, content=page) for at, page in pages.items()))
