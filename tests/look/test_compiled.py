"""What templates were compiled to is kept beside the code, and no site can bring any of it."""

import sys
from gettext import NullTranslations
from importlib.resources import files
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import DictLoader, Environment, PackageLoader
from jinja2.environment import Template

from byleave.render.compiled import CompiledTemplates
from byleave.render.templates import environment, own_templates
from tests.laws.templates import compiled_anew

OURS = "feed.xml"
LOOK = Path(str(files("byleave"))) / "look" / "templates"


def loading(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Template, int]:
    """One of our templates as a new process gets it, and how many it compiles for that."""
    environment = Environment(
        loader=PackageLoader("byleave", "look/templates"),
        autoescape=True,
        bytecode_cache=CompiledTemplates("Environment", folder),
        extensions=["jinja2.ext.i18n"],
    )
    environment.filters |= dict.fromkeys(own_filters(), str)
    compiled: list[str] = []

    def noted(source: str, name: str | None, filename: str | None) -> object:
        compiled.append(name or "")
        return compiled_anew(environment, source, name, filename)

    monkeypatch.setattr(environment, "compile", noted)
    return environment.get_template(OURS), len(compiled)


def own_filters() -> set[str]:
    """The names of the filters that our templates have."""
    return set(environment({}, NullTranslations(), "en-GB", "Europe/London").filters)


@pytest.fixture
def writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python may keep what it compiles, whatever the machine says that runs the tests."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.mark.usefixtures("writing")
def test_a_second_process_compiles_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever edits one story does not wait for templates that have not changed."""
    first, compiled = loading(tmp_path / "kept", monkeypatch)
    assert compiled == 1
    second, compiled = loading(tmp_path / "kept", monkeypatch)
    assert compiled == 0
    assert second.root_render_func.__code__ == first.root_render_func.__code__


@pytest.mark.usefixtures("writing")
@pytest.mark.parametrize("damage", [b"", b"x", b"\x80\x04}.", None])
def test_a_damaged_file_is_compiled_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes | None
) -> None:
    """Half a file, or anything else in its place, stops nobody."""
    loading(tmp_path, monkeypatch)
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if damage is None else whole[:20] + damage)
    assert loading(tmp_path, monkeypatch)[1] == 1
    assert file.read_bytes() == whole


@pytest.mark.usefixtures("writing")
def test_where_nothing_can_be_written_it_is_compiled_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What somebody else installed may not be theirs to write to."""
    (tmp_path / "a-file").write_bytes(b"")
    assert [loading(tmp_path / "a-file", monkeypatch)[1] for _ in range(2)] == [1, 1]


def test_where_python_keeps_nothing_nothing_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PYTHONDONTWRITEBYTECODE means templates as well."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [loading(tmp_path, monkeypatch)[1] for _ in range(2)] == [1, 1]
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("writing")
def test_the_code_of_a_groups_template_is_never_kept(tmp_path: Path) -> None:
    """Nor that of a template without a file: what lies there is ours alone."""
    cache = CompiledTemplates("Environment", tmp_path)
    loader = DictLoader({"story.html": "{{ 1 }}"})
    theirs = Environment(loader=loader, bytecode_cache=cache, autoescape=True)
    assert theirs.get_template("story.html").render() == "1"
    assert not list(tmp_path.iterdir())


def test_code_of_another_kind_of_environment_is_told_apart() -> None:
    """In a sandbox the same template is other code, which asks before each step."""
    file = f"{LOOK}/a.html"
    keys = {
        CompiledTemplates(kind).get_cache_key("a.html", file) for kind in ("Plain", "Sandboxed")
    }
    assert len(keys) == 2


def test_an_environment_is_kept_with_its_templates() -> None:
    """A preview that makes a site again does not load its templates again."""
    words = NullTranslations()
    one, other = (environment({"a": "b"}, words, "en", "UTC") for _ in range(2))
    assert one is other
    assert environment({"a": "c"}, words, "en", "UTC") is not one
    assert environment({"a": "b"}, words, "cy", "UTC") is not one


@pytest.mark.parametrize("name", own_templates())
def test_our_templates_are_the_same_code_in_every_language(name: str) -> None:
    """So that the code which one site left may serve all."""
    codes = [
        compiled_for(language, zone, name)
        for language, zone in [("en-GB", "Europe/London"), ("cy", "UTC"), ("ar", "Asia/Tokyo")]
    ]
    assert codes[0].co_consts
    assert codes == codes[:1] * 3


def compiled_for(language: str, zone: str, name: str) -> CodeType:
    """The code of one of our templates for a site in a language and a time zone."""
    made = environment({}, NullTranslations(), language, zone)
    text = (LOOK / name).read_text("utf-8")
    return compiled_anew(made, text, name, str(LOOK / name))
