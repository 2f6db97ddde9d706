"""Byleave's own templates are compiled in a shorter way, and come to the same as in Jinja's."""

from datetime import datetime
from gettext import NullTranslations
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from jinja2 import nodes
from markupsafe import Markup, escape

from byleave.model.pieces import PageLink
from byleave.model.published import LookFile
from byleave.model.site import StoryView
from byleave.pipeline.for_comparing import public_of
from byleave.relate import relate
from byleave.render import Renderer, WrittenAddresses, shared_of
from byleave.render.own_templates import OwnEnvironment, escaped
from byleave.render.templates import environment, own_templates
from byleave.values import replace
from tests.architecture.sources import REPOSITORY
from tests.relate.making import published, story
from tests.work.counting import entered

MOMENT = datetime(2026, 11, 21, 12)  # noqa: DTZ001 - a moment in the site's own time zone
UNUSED = LookFile(path="templates/unused.html", text="")


class Shown:
    """What says itself how it stands in HTML."""

    def __html__(self) -> str:
        """Bold."""
        return "<b>&</b>"


@pytest.mark.parametrize(
    "value",
    ["", "plain", "<&>\"'&amp;", "Siân", Markup("<b>&amp;</b>"), 3, None, 2.5, ["<"], Shown()],
)
def test_values_are_escaped_as_everywhere(value: Any) -> None:
    """What somebody wrote is text on a page, whatever signs are in it."""
    assert escaped(value) == escape(value)


@pytest.mark.slow
def test_pages_are_the_same_where_a_group_has_a_template() -> None:
    """A group that has one template of its own gets all others as they were, byte for byte."""
    plan = relate(public_of(REPOSITORY, MOMENT)[0])
    addresses = WrittenAddresses(base_url=plan.settings.url)
    ours, beside_theirs = (
        Renderer(shared_of(replace(plan, look=look), addresses)) for look in ((), (UNUSED,))
    )
    assert isinstance(ours.templates("en-GB"), OwnEnvironment)
    assert not isinstance(beside_theirs.templates("en-GB"), OwnEnvironment)
    others = [at for at, view in plan.pages.items() if ours.page(view) != beside_theirs.page(view)]
    assert not others


@pytest.mark.slow
def test_no_template_is_looked_for_that_another_includes() -> None:
    """What is included is compiled as if it stood there: each page would look for it again."""
    made = environment({}, NullTranslations(), "en-GB", "Europe/London")
    for name in own_templates():
        source, path, _ = made.loader.get_source(made, name)  # type: ignore[union-attr] # it has one
        assert made._parse(source, name, path).find(nodes.Include) is None, name


def test_pages_of_stories_have_one_menu() -> None:
    """However many stories there are, the menu above them is made once, and marks their list.

    So are the macros of all templates.
    """
    plan = relate(published(*(story(f"{number}") for number in range(9))))
    renderer = Renderer(shared_of(plan, WrittenAddresses(base_url=plan.settings.url)))
    pages = [view for view in plan.pages.values() if isinstance(view, StoryView)]
    with entered(_made_once) as first:
        renderer.page(pages[0])
    with entered(_made_once) as others:
        shown = [renderer.page(view).decode() for view in pages]
    assert set(first) == {"menu.html", "ways.html"}
    assert not others
    assert all('<a href="/stories/" aria-current="true">' in page for page in shown)


def test_a_story_in_the_menu_is_marked_there() -> None:
    """Whoever is at the very page that an item of the menu leads to is told."""
    one = story("one")
    plan = relate(published(one, story("two")))
    plan = replace(plan, navigation=(PageLink(address=one.address, title="One"),))
    renderer = Renderer(shared_of(plan, WrittenAddresses(base_url=plan.settings.url)))
    marked = f'<a href="{one.address}" aria-current="page">'
    shown = {view.address for view in plan.views if marked in renderer.page(view).decode()}
    assert shown == {one.address}


def _made_once(frame: FrameType) -> str | None:
    """The template that is made, if it is one of those."""
    name = Path(frame.f_code.co_filename).name
    is_made = frame.f_code.co_name == "root" and name in ("menu.html", "ways.html")
    return name if is_made else None
