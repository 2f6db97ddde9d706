"""What the documentation says that templates may use, against the views and the look."""

import ast
import inspect
from gettext import NullTranslations
from importlib.resources import files

import pytest
from jinja2 import Environment

from byleave.model import machine_files, pieces, site
from byleave.render import pages as rendering
from byleave.render.templates import environment
from byleave.values import field_names
from tests.docs.pages import REFERENCE, code_in, names_in, sections, tables

PAGE = REFERENCE / "views.md"

CLASSES = [
    one
    for module in (site, pieces, machine_files)
    for _, one in inspect.getmembers(module, inspect.isclass)
    if field_names(one) and one.__module__ == module.__name__
]
# The views that a template makes a page or a file of.
VIEWS = [one for one in CLASSES if issubclass(one, site.View) and vars(one).get("template")]


def own_fields(one: type) -> set[str]:
    """The fields that a class adds to those of the class that it extends."""
    return set(field_names(one)) - set(field_names(one.__mro__[1]))


@pytest.mark.parametrize("one", CLASSES, ids=lambda one: one.__name__)
def test_every_field_is_in_the_reference_and_no_other(one: type) -> None:
    """Whoever changes a template finds all that it may use, and nothing that is undefined."""
    table = tables(PAGE, f"`{one.__name__}`").get("field", [])
    assert sorted(names_in(table)) == sorted(own_fields(one))


def test_what_all_pages_share_is_in_the_reference() -> None:
    """The same for `site`, which every template has."""
    shared = field_names(rendering.SharedByPages)
    assert sorted(names_in(tables(PAGE, "Shared")["field"])) == sorted(shared)


def test_every_template_is_in_the_reference_and_no_other() -> None:
    """Whoever wants to change a page knows which file makes it."""
    there = {file.name for file in (files("byleave") / "look" / "templates").iterdir()}
    assert sorted(names_in(tables(PAGE, "Templates")["template"])) == sorted(there)


def test_the_reference_says_which_template_has_which_view() -> None:
    """The table of templates is as the classes say."""
    rows = {row[0]: row[2] for row in tables(PAGE, "Templates")["template"]}
    for view in VIEWS:
        assert f"`{view.__name__}`" in rows[f"`{view.template}`"]


def test_every_name_in_a_template_is_in_the_reference() -> None:
    """What a template is given besides its view is written down."""
    tree = ast.parse(inspect.getsource(rendering))
    renders = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "render"
    ]
    given = {keyword.arg for call in renders for keyword in call.keywords if keyword.arg}
    said = names_in(tables(PAGE, "In every template")["name"])
    assert given
    assert {name.partition("(")[0] for name in said} == given | {"_"}


def test_every_filter_is_in_the_reference() -> None:
    """The same for filters of our own."""
    theirs = Environment(autoescape=True).filters.keys()
    own = environment({}, NullTranslations(), "en-GB", "Europe/London").filters.keys() - theirs
    assert own == set(names_in(tables(PAGE, "In every template")["filter"]))


def test_the_notice_to_people_in_a_story_is_mentioned() -> None:
    """Whoever overrides templates is told which part people rely on."""
    assert "permission.html" in code_in(sections(PAGE)["Templates"])
