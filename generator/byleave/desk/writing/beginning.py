"""Something new: a story, an event or a response, as a draft that nobody else sees."""

from starlette.responses import Response

from byleave.beginning.front_matter import one_line
from byleave.beginning.naming import file_name, id_of
from byleave.beginning.stories import (
    STORIES,
    NewEvent,
    NewStory,
    NewVoice,
    responses_folder,
    story_text,
)
from byleave.beginning.writing import write_folder
from byleave.desk.asking import Asked, to
from byleave.desk.pages import page
from byleave.desk.workplace import Workplace
from byleave.desk.writing.beside import Beside
from byleave.desk.writing.story_page import IDENTITIES
from byleave.model.addresses import slug, story_name
from byleave.model.shelf import ShelfLine
from byleave.model.terms import Identity
from byleave.preview import SiteInMemory

_SIGNS = 4
_BAD = 400
_NAMES = ("kind", "title", "starts-day", "starts-time", "to", "name", "identity")


def new_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """What is to be known before something new is there."""
    return _page(place, held, asked.query.get("to", ""), dict.fromkeys(_NAMES, ""), {})


def begin(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Write the new file, and go on in it."""
    said = {name: one_line(asked.said(name)) for name in _NAMES}
    answered = _line(place, held, said["to"])
    faults = dict(_faults(said, answered))
    if faults:
        return _page(place, held, said["to"], said, faults)
    lines = place.overview(held).lines
    name = file_name(
        said["title"],
        {slug(story_name(line.path)) for line in lines},
        lambda: place.machine.signs(_SIGNS).lower(),
    )
    folder = STORIES
    story = NewStory(title=said["title"])
    if said["kind"] == "event":
        starts = f"{said['starts-day']} {said['starts-time']}".strip()
        story = NewStory(title=said["title"], event=NewEvent(starts=starts))
    if answered is not None:
        folder = responses_folder(answered.path if answered.kind != "response" else answered.of)
        story = _response(said, answered)
    write_folder(place.site / folder / name, {"index.md": story_text(story).encode()})
    path = f"{folder}/{name}/index.md"
    place.take_in(held, [path])
    return to("/story", path=path, done="new")


def _response(said: dict[str, str], answered: ShelfLine) -> NewStory:
    identity: Identity = next((one for one in IDENTITIES if one == said["identity"]), "named")
    id_ = id_of(said["name"], ())
    voice = NewVoice(id=id_, name=said["name"], identity=identity, part="author")
    is_reply = answered.kind == "response"
    return NewStory(
        responds_to=answered.of if is_reply else answered.path,
        in_reply_to=answered.path if is_reply else "",
        voices=(voice,),
    )


def _faults(said: dict[str, str], answered: ShelfLine | None) -> dict[str, str]:
    faults = {}
    if answered is None and not said["title"]:
        faults["title"] = "Write what it is called. You can change it later."
    if answered is not None and not said["name"]:
        faults["name"] = "Write who responds, as readers are to know them."
    if answered is None and said["kind"] == "event" and not said["starts-day"]:
        faults["starts-day"] = "Write the day on which it begins."
    return faults


def _line(place: Workplace, held: SiteInMemory, path: str) -> ShelfLine | None:
    return next((one for one in place.overview(held).lines if path and one.path == path), None)


def _page(
    place: Workplace, held: SiteInMemory, to_path: str, said: dict[str, str], faults: dict[str, str]
) -> Response:
    return page(
        place,
        "new.html",
        status=_BAD if faults else 200,
        answered=_line(place, held, to_path),
        said=said,
        faults=faults,
        beside={
            id_: (Beside(severity="error", message=words, do=""),) for id_, words in faults.items()
        },
        identities=IDENTITIES,
    )
