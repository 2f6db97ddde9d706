"""Bodies for the tests of prose, made and looked at in one line each."""

import lxml.html
import pytest
from lxml.html import HtmlElement

from byleave.render.prose import EngineName, Prose, ProseContext, ProseMedia, ProsePart, compose
from byleave.values import replace

ENGINES: tuple[EngineName, ...] = ("commonmark", "python-markdown")

every_engine = pytest.mark.parametrize("engine", ENGINES)

HALL = ProseMedia(address="/media/hall.jpg", kind="image", alt="People in a hall")
SUNNY_HALL = replace(HALL, caption="The hall in June", width=640, height=480)
TALK = ProseMedia(address="/media/talk.mp3", kind="audio", alt="Sam's talk")
FILM = ProseMedia(address="/media/film.mp4", kind="video", alt="The day", width=320, height=240)
REPORT = ProseMedia(address="/media/report.pdf", kind="document", alt="The report")

USUAL = ProseContext(
    names={"sam": "Sam", "bo": "Bo & <Co>"},
    links={"garden.md": "/stories/garden/", "tŷ haf.md": "/stories/ty-haf/"},
    media={
        "hall.jpg": HALL,
        "sunny hall.jpg": SUNNY_HALL,
        "talk.mp3": TALK,
        "film.mp4": FILM,
        "report.pdf": REPORT,
    },
    site_url="https://group.example",
)


def name(voice: str) -> str:
    """The token that the reader leaves for `{voice}`."""
    return f"\ue000{voice}\ue001"


def prose(text: str, engine: EngineName = "commonmark", context: ProseContext = USUAL) -> Prose:
    """A body of unmarked text alone."""
    return compose([ProsePart(text=text)], replace(context, engine=engine))


def html(text: str, engine: EngineName = "commonmark", context: ProseContext = USUAL) -> str:
    """The HTML of a body of unmarked text alone, on one line."""
    return one_line(prose(text, engine, context).html)


def passages(*texts: str) -> list[ProsePart]:
    """Unmarked text and passages by Sam in turn; an empty text leaves its turn out."""
    voices = [(), ("sam",)] * len(texts)
    return [ProsePart(text=t, by=by) for t, by in zip(texts, voices, strict=False) if t]


def one_line(text: str) -> str:
    """HTML without the line breaks that are put after each block."""
    return text.replace(">\n", ">").strip()


def page(text: str) -> HtmlElement:
    """HTML as another program reads it, in a `div`."""
    return lxml.html.fragment_fromstring(text, create_parent="div")
