"""What a page sends while somebody writes, so that nothing is lost when it is closed."""

from starlette.responses import PlainTextResponse, Response

from byleave.desk.asking import WORD, Asked
from byleave.desk.drafts import Draft
from byleave.desk.site_files import known_path
from byleave.desk.texts import digest_of
from byleave.desk.workplace import Workplace
from byleave.editing.story_files import FilesError, read_text
from byleave.preview import SiteInMemory

_NOTHING, _CONFLICT = 204, 409
_NOT_KEPT = frozenset((WORD, "do"))


def keep_draft(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """Keep the fields of a form of a story that nobody has kept yet."""
    try:
        path = known_path(place.site, asked.said("path"))
        if digest_of(read_text(place.site, path).text) != asked.said("base"):
            # An old page may have the words of somebody who left since.
            return _not_kept()
        now = place.moment(held)
        draft = Draft(
            path=path,
            base=asked.said("base"),
            since=f"{now.day} {now:%B at %H:%M}",
            fields=tuple(one for one in asked.fields if one[0] not in _NOT_KEPT),
        )
        place.drafts.keep(draft)
    except (FilesError, UnicodeDecodeError, OSError):
        return _not_kept()
    return Response(status_code=_NOTHING)


def _not_kept() -> Response:
    return PlainTextResponse("This was not kept.", _CONFLICT)
