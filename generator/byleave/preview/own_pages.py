"""The preview's own pages: what is wrong with the site, and what is not published."""

from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import Environment, Template

from byleave.diagnostics import Diagnostic
from byleave.pipeline.preview_site import LiveSite

_FOLDER = files("byleave") / "look" / "preview"


def own_file(name: str) -> str:
    """The text of one of the preview's own files, such as its script."""
    return (_FOLDER / name).read_text("utf-8")


@cache
def _template() -> Template:
    return Environment(autoescape=True, trim_blocks=True).from_string(own_file("findings.html"))


def findings_page(live: LiveSite) -> bytes:
    """All that is to be said of the site."""
    lead = "This is for editors. It is known on this machine alone, and is on no page of the site."
    if live.hurried:
        lead = f"More may come here: the words of the stories are still looked through. {lead}"
    elif not live.findings:
        lead = f"Nothing is wrong. {lead}"
    return _page("What is to be said of this site", lead, live.findings, live.report.details)


def fault_page(findings: Iterable[Diagnostic]) -> bytes:
    """Why nothing can be shown at all."""
    lead = (
        "Mend this and save: the site then comes back by itself. Nothing was written or published."
    )
    return _page("This site cannot be shown", lead, findings, home=False)


def faulty_story_page(findings: Iterable[Diagnostic]) -> bytes:
    """Why one story cannot be shown."""
    lead = "It is not published either. Mend this and save: the story then comes back by itself."
    return _page("This story cannot be shown", lead, findings)


def _page(
    title: str,
    lead: str,
    findings: Iterable[Diagnostic],
    details: Iterable[str] = (),
    *,
    home: bool = True,
) -> bytes:
    text = _template().render(
        title=title, lead=lead, findings=tuple(findings), details=tuple(details), home=home
    )
    return text.encode()
