"""The desk's pages as HTML: its templates, and what all of them can use."""

import re
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from byleave.cleaning import is_picture
from byleave.desk.asking import Asked, link
from byleave.desk.workplace import Workplace
from byleave.permission.pages import in_words
from byleave.preview import SiteInMemory

_LOOK = files("byleave") / "look"
# What browsers take for a day and for a time, https://html.spec.whatwg.org/#dates-and-times.
_FORMS = {"date": re.compile(r"\d{4}-\d\d-\d\d"), "time": re.compile(r"\d\d:\d\d")}
# What advice has that is for whoever has the file, or a command line, before them.
_FOR_FILES = ("`", "byleave ", "--")
# The desk's own files, and where each lies in the look.
OWN_FILES = {
    "/styles.css": ("styles.css", "text/css"),
    "/desk.css": ("desk/desk.css", "text/css"),
    "/desk.js": ("desk/desk.js", "text/javascript"),
}


def own_file(path: str) -> Response:
    """One of the desk's own files."""
    name, kind = OWN_FILES[path]
    return Response((_LOOK / name).read_text("utf-8"), media_type=kind)


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("byleave", "look/desk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["day"] = in_words
    templates.filters["sentence"] = sentence
    templates.filters["fitting"] = fitting
    templates.filters["plain"] = plain
    templates.tests["picture"] = lambda name: is_picture(PurePosixPath(name).suffix.casefold())
    templates.globals["link"] = link
    return templates


def plain(do: str) -> str:
    """What to do, unless it is about keys of a file or commands: at a form nobody needs them."""
    return "" if any(sign in do for sign in _FOR_FILES) else do


def fitting(kind: str, value: object) -> str:
    """The kind of field that can show `value`: a browser shows nothing of what is no day."""
    form = _FORMS.get(kind)
    return "text" if form and value and not form.fullmatch(str(value)) else kind


def sentence(words: str) -> str:
    """`words` with a capital and a full stop; nothing for none."""
    said = words.strip()
    if not said:
        return ""
    return said[:1].upper() + said[1:] + ("" if said.endswith((".", "?", "!")) else ".")


def page(place: Workplace, template: str, *, status: int = 200, **values: Any) -> Response:
    """The page that `template` makes of `values`; all text in it is escaped."""
    html = _templates().get_template(template).render(place=place, **values)
    return HTMLResponse(html, status)


def nothing_page(place: Workplace, held: SiteInMemory, asked: Asked) -> Response:
    """The page at an address that the desk does not have."""
    del held, asked
    return no_such_file(place)


def no_such_file(place: Workplace) -> Response:
    """The answer where a page was asked for that there is not."""
    return page(place, "nothing.html", status=404)
