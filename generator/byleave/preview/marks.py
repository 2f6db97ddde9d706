"""What a page of the preview has besides the page itself: marks, the editor's strip, the script.

Put into the finished page, so that no template can leave it out and none has to know of it.
"""

import re
from collections.abc import Iterator
from typing import Protocol

from markupsafe import Markup

from byleave.model.pieces import Person
from byleave.model.site import EventView, ResponsesView, StoryView, View
from byleave.pipeline.preview_site import LiveSite

OWN = "/-byleave/"
FINDINGS = f"{OWN}findings"
_HEAD = re.compile(rb"</head>", re.I)
_MAIN = re.compile(rb"<main\b[^>]*>", re.I)
_END = re.compile(rb"</body>", re.I)
# Why a story is not published, by the gate's own word.
_STORIES = {
    "error": "it has an error",
    "fault": "it links by its title to a story that has an error",
    "permission": "an author is withheld, or somebody who is withheld is named in it",
    "follows": "what it is a version of, or responds to, is not published",
    "draft": "it is a draft, without a date or without voices",
    "future": "its date is in the future",
}
# The same for a voice.
_VOICES = {
    "asked": "no permission yet",
    "refused": "refused",
    "held": "held",
    "withdrawn": "withdrawn",
    "not here": "withdrawn in this story",
    "closed": "its record is closed elsewhere",
    "held here": "held in this story",
    "not yet given": "permission begins later",
    "expired": "permission has ended",
    "no web": "not for the website",
    "words": "has not agreed to these words",
    "named": "named together with somebody who is withheld",
}


def with_script(page: bytes, shown: str) -> bytes:
    """A page that loads itself again when something else than `shown` is to be seen."""
    script = f'<script src="{OWN}reload.js?shown={shown}" defer></script>'
    return _HEAD.sub(lambda end: script.encode() + end[0], page, count=1)


class Desk(Protocol):
    """The editors' pages, to which the pages of the site lead."""

    findings: str

    def edit(self, path: str) -> str:
        """The address at which the file at `path` is changed; "" where it is not."""


def marked(
    page: bytes, view: View | None, live: LiveSite, shown: str, desk: Desk | None = None
) -> bytes:
    """A page as an editor sees it: what is not published said at its head, the rest at its foot."""
    styles = "".join(
        f'<link rel="stylesheet" href="{OWN}{name}?shown={shown}">'
        for name in ("preview.css", "withheld.css")
    )
    page = _HEAD.sub(lambda end: styles.encode() + end[0], page, count=1)
    words = "".join(f"<p>{line}</p>" for line in _said_of(view))
    if words:
        note = f'<aside class="not-published" lang="en" dir="ltr">{words}</aside>'
        page = _MAIN.sub(lambda start: start[0] + note.encode(), page, count=1)
    foot = _strip(live, view, desk).encode()
    return with_script(_END.sub(lambda end: foot + end[0], page, count=1), shown)


def _said_of(view: View | None) -> Iterator[Markup]:
    if isinstance(view, StoryView) and view.withheld:
        reason = _STORIES.get(view.withheld, view.withheld)
        yield Markup("<strong>This page is not published:</strong> {}.").format(reason)
    voices = {one.name: one.withheld for one in _people(view) if one.withheld}
    if voices:
        said = Markup(", ").join(
            Markup("{} ({})").format(name, _VOICES.get(reason, reason))
            for name, reason in voices.items()
        )
        yield Markup("<strong>Not published of these voices:</strong> {}.").format(said)
    if lines := tuple(_lines(view)):
        words = Markup("<strong>Not published of the programme:</strong> {}.")
        yield words.format("; ".join(lines))


def _lines(view: View | None) -> Iterator[str]:
    """What a programme loses together with somebody, by when it is and what it is called."""
    for day in view.programme if isinstance(view, EventView) else ():
        for line in day.lines:
            if any(one.withheld for one in line.voices):
                yield f"{line.at:%H:%M} {line.title}" if line.at else line.title


def _people(view: View | None) -> Iterator[Person]:
    if isinstance(view, StoryView):
        yield from view.voices
    if isinstance(view, StoryView | ResponsesView):
        for response in view.responses:
            yield from response.authors


def _strip(live: LiveSite, view: View | None, desk: Desk | None) -> Markup:
    report = live.report
    errors = sum(one.severity == "error" for one in live.findings)
    warnings = sum(one.severity == "warning" for one in live.findings)
    edit = desk.edit(view.source) if desk and view and view.source else ""
    link = Markup('<a href="{}" target="_top">Edit this page</a> ').format(edit) if edit else ""
    return Markup(
        '<aside class="byleave-strip" aria-label="Preview" lang="en" dir="ltr"><p>{}'
        "Preview: {} published, {} not published. "
        '<a href="{}"{}>{}{}</a></p></aside>'
    ).format(
        link,
        report.published,
        sum(report.withheld.values()),
        desk.findings if desk else FINDINGS,
        Markup(' target="_top"') if desk else "",
        f"{_count(errors, 'error')}, {_count(warnings, 'warning')}",
        " so far" if live.hurried else "",
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def styles_of_withheld(live: LiveSite) -> str:
    """A stylesheet that marks each link to a story that is not published, wherever it stands."""
    addresses = sorted(
        {
            story.address
            for story in live.verdict.content.stories
            if story.withheld and not story.responds_to
        }
    )
    # Links are quoted as in pages, which leaves neither quotation marks nor backslashes in them.
    links = ",\n".join(f'a[href="{live.files.link(one)}"]::after' for one in addresses)
    return f'{links} {{ content: " (not published)"; font-weight: bold; }}\n' if links else ""
