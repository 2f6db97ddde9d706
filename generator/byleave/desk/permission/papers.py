"""The papers that were made for people: in the folder that is never published, shown to print."""

from pathlib import Path

from starlette.responses import FileResponse, Response

from byleave.desk.asking import Asked
from byleave.desk.pages import no_such_file
from byleave.desk.workplace import Workplace
from byleave.permission.forms_folder import NAME
from byleave.permission.papers.making import file_name
from byleave.preview import SiteInMemory

_KINDS = {".html": "text/html", ".pdf": "application/pdf"}
# A paper is one file with styles and a script of its own; it may do nothing at the desk.
_ALONE = {
    "Content-Security-Policy": (
        "sandbox allow-scripts allow-downloads allow-modals; default-src 'none'; "
        "style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:"
    )
}


def paper_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """One paper, to be read and printed."""
    del held
    name = asked.query.get("name", "")
    if name not in all_papers(place.site):
        return no_such_file(place)
    file = place.site / NAME / name
    return FileResponse(file, media_type=_KINDS[file.suffix], headers=_ALONE)


def all_papers(site: Path) -> tuple[str, ...]:
    """The names of all papers, the newest first."""
    folder = site / NAME
    if not folder.is_dir():
        return ()
    found = [one for one in folder.iterdir() if one.suffix in _KINDS and not one.is_symlink()]
    return tuple(one.name for one in sorted(found, key=lambda one: -one.stat().st_mtime_ns))


def papers_of(site: Path, story: str, voice: str) -> tuple[str, ...]:
    """The names of the papers of one voice."""
    begin = file_name(story, voice, easy_read=False, language=None).removesuffix("html")
    return tuple(one for one in all_papers(site) if one.startswith(begin))
