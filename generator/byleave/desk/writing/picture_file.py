"""The pictures of a story as its form shows them; only files that lie beside it."""

import mimetypes
from pathlib import PurePosixPath

from starlette.responses import FileResponse, Response

from byleave.cleaning import is_picture
from byleave.desk.asking import Asked
from byleave.desk.pages import no_such_file
from byleave.desk.site_files import known_path
from byleave.desk.workplace import Workplace
from byleave.editing.story_files import FilesError
from byleave.preview import SiteInMemory

# A drawing may hold a script, which runs in no picture; opened by itself, it may do nothing.
_HARMLESS = {"Content-Security-Policy": "sandbox"}


def picture_file(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """A picture beside the story at `path`."""
    del held
    name = asked.query.get("name", "")
    try:
        path = known_path(place.site, asked.query.get("path", ""))
    except FilesError:
        return no_such_file(place)
    folder = place.site / PurePosixPath(path).parent
    there = {one.name for one in folder.iterdir()}
    if name not in there or not is_picture(PurePosixPath(name).suffix.casefold()):
        return no_such_file(place)
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return FileResponse(folder / name, media_type=kind, headers=_HARMLESS)
