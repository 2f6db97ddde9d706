"""Sites in which people say yes or no, and the forms that they are shown."""

from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path

import yaml

from byleave.gate import expect, register
from byleave.model.forms import PermissionForm
from byleave.model.register import RegisterEntry
from byleave.model.site_plan import SitePlan
from byleave.model.source import Consent, SourceStory, SourceTree, SourceVoice
from byleave.permission.papers.shown_on_forms import NothingPublicError, permission_form
from byleave.pipeline.for_permission_tools import on_paper
from byleave.relate import relate
from byleave.values import replace

DEMONSTRATION = Path(__file__).parents[2]
NOON = datetime(2026, 11, 21, 12)  # noqa: DTZ001 - a moment in the site's own time zone
_USES = "[web, search, feed, engines, social, people]"
_YES = f"{{record: Z-1, given: 2026-01-01, by: self, uses: {_USES}, until: 2090-01-01}}"

Asked = tuple[PermissionForm, SitePlan]


def asked(tree: SourceTree, entry: RegisterEntry) -> Asked | None:
    """The form for a voice of a tree; None where nothing would be public anyhow."""
    found = expect(tree, NOON, story=entry.story, asking=[entry.voice])
    plan = relate(found.rehearsal)
    try:
        return permission_form(entry, found, plan), plan
    except NothingPublicError:
        return None


def form_of(tree: SourceTree, story: str, voice: str) -> Asked:
    """The form for the voice with an id, of the story at a path."""
    (entry,) = (one for one in register(tree, NOON) if (one.story, one.voice) == (story, voice))
    found = asked(tree, entry)
    assert found is not None
    return found


def page_of(found: Asked, *, language: str = "en-GB", easy_read: bool = False) -> str:
    """The form as a person gets it."""
    return on_paper(*found, language=language, easy_read=easy_read)


def without(tree: SourceTree, story: str, id_: str) -> SourceTree:
    """The tree in which one voice took its permission back."""

    def left(voice: SourceVoice) -> SourceVoice:
        return replace(voice, consent=replace(voice.consent or Consent(), withdrawn=True))

    def changed(one: SourceStory) -> SourceStory:
        voices = one.front.voices or {}
        if one.path != story:
            return one
        return replace(one, front=replace(one.front, voices={**voices, id_: left(voices[id_])}))

    return replace(tree, stories=tuple(map(changed, tree.stories)))


def agree(site: Path, said_yes: Collection[tuple[str, str]]) -> None:
    """Write a yes to everything under voices, each told by the path of its story and its id.

    A story that is a draft or not due yet is made due.
    """
    for path in {path for path, _ in said_yes}:
        file = site / path
        _, front, body = file.read_text("utf-8").split("---\n", 2)
        # As the reader does, so that what an editor wrote as words stays words.
        keys = yaml.load(front, yaml.CBaseLoader)  # noqa: S506 - it makes nothing but texts
        for id_, voice in keys["voices"].items():
            if (path, id_) in said_yes:
                voice["consent"] = yaml.safe_load(_YES)
        day = keys.get("date")
        keys["date"] = day if day and date.fromisoformat(day) < NOON.date() else "2026-11-20"
        text = yaml.safe_dump(keys, allow_unicode=True, sort_keys=False)
        file.write_text(f"---\n{text}---\n{body}", "utf-8")
