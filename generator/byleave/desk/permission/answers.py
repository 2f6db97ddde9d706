"""What the buttons of a person's page do, by the functions that the commands call."""

from collections.abc import Callable, Mapping

from starlette.responses import Response

from byleave.desk.asking import Asked
from byleave.desk.pages import no_such_file
from byleave.desk.permission import making, recording, stopping
from byleave.desk.permission.recording import typed
from byleave.desk.permission.voice_page import Outcome, shown
from byleave.desk.site_files import known_path
from byleave.desk.workplace import Workplace
from byleave.editing.refusals import RefusedError
from byleave.editing.story_files import FilesError
from byleave.permission.forms_folder import UnsafeFolderError
from byleave.preview import SiteInMemory
from byleave.text_in_files.yaml_places import CannotEditError

_REFUSED = 409


def change_voice(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Do what the button that was pressed says; what is refused is said where it was asked for."""
    story, voice = asked.said("story"), asked.said("voice")
    try:
        known_path(place.site, story)
    except FilesError:
        return no_such_file(place)
    way = _WAYS.get(asked.said("do"))
    if way is None:
        return shown(place, held, story, voice, Outcome())
    try:
        return way(place, held, asked)
    except (RefusedError, CannotEditError) as fault:
        said = _not_done(asked, fault.message, fault.do)
    except (FilesError, UnsafeFolderError, OSError, ValueError) as fault:
        said = _not_done(asked, str(fault))
    return shown(place, held, story, voice, said, status=_REFUSED)


def _not_done(asked: Asked, note: str, do: str = "") -> Outcome:
    """Why nothing was written, with the fields as they were typed."""
    return Outcome(note=note, do=do, kind="stopped", fields=typed(asked), uses=asked.all("use"))


_WAYS: Mapping[str, Callable[[Workplace, SiteInMemory, Asked], Response]] = {
    **making.WAYS,
    **recording.WAYS,
    **stopping.WAYS,
}
