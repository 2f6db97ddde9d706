"""What goes wrong inside a template of the group's, told as a fault of that template."""

import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

from byleave.diagnostics import SiteError, error
from byleave.model import pieces, site
from byleave.positions import Position
from byleave.render.bodies import UnrenderableError
from byleave.suggestions import nearest
from byleave.values import field_names

# What the template engine says of a field that a view or a piece of one does not have.
_NO_FIELD = re.compile(r"'byleave\.model\.\w+\.(\w+) object' has no attribute '(\w+)'")
LOOK = "site_src/look/"
TEMPLATES = f"{LOOK}templates/"

# What a template calls that may itself be at fault: that is ours, and keeps its traceback.
_OURS = ("render/prose/", "render/bodies.py")


@contextmanager
def told_of_templates(name: str, *, are_theirs: bool) -> Iterator[None]:
    """Turn what a template of the group's raises into a SiteError with its file and line.

    `name` is the template of the page; without `are_theirs` every template is ours.
    """
    try:
        yield
    except (SiteError, UnrenderableError):
        raise
    except Exception as fault:
        place = _place(fault, name) if are_theirs else None
        if place is None:
            raise
        path, line = place
        at = Position(line=line, column=1)
        message, do = _message(fault)
        raise SiteError([error(path, "template", message, do, at)]) from fault


def _place(fault: Exception, name: str) -> tuple[str, int] | None:
    """The template in which `fault` arose, and the line; None where that is none of theirs."""
    if isinstance(fault, TemplateSyntaxError) and (fault.filename or "").startswith(LOOK):
        return fault.filename or "", fault.lineno
    frames = traceback.extract_tb(fault.__traceback__)
    inside = [frame for frame in frames if frame.filename.startswith(LOOK)]
    after = frames[frames.index(inside[-1]) :] if inside else []
    if inside and not any(ours in frame.filename for frame in after for ours in _OURS):
        return inside[-1].filename, inside[-1].lineno or 1
    # A template of ours may miss what theirs, in place of another of ours, does not have.
    return (f"{TEMPLATES}{name}", 1) if isinstance(fault, UndefinedError) else None


def _message(fault: Exception) -> tuple[str, str]:
    """What is wrong; only what the template engine itself says is sure to quote no story."""
    do = "use what this kind of page has: see the reference of views"
    said = str(fault.message or "") if isinstance(fault, TemplateError) else ""
    if found := _NO_FIELD.fullmatch(said):
        kind, asked = getattr(site, found[1], None) or getattr(pieces, found[1], None), found[2]
        meant = nearest(asked, field_names(kind)) if kind else None
        message = f"this template asks for “{asked}”, which is not on this kind of page"
        return message, f"did you mean “{meant}”?" if meant else do
    return f"this template cannot be used: {said or type(fault).__name__}", do
