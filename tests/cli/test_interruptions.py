"""A command that is interrupted says so, and never ends with a code that scripts publish on."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from byleave.pipeline.build_site import build_site
from tests.bad_input.trying import GOOD
from tests.cli.running import build
from tests.read.folders import put

SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """Signals as somebody at a terminal has them; tests in the background have some ignored."""
    before = {one: signal.signal(one, signal.default_int_handler) for one in SIGNALS}
    yield
    for one, answer in before.items():
        signal.signal(one, answer)


def interrupted(by: signal.Signals) -> Callable[..., object]:
    """A build that such a signal reaches when everything is done but the telling."""

    def built(*arguments: Any, **options: Any) -> object:
        result = build_site(*arguments, **options)
        os.kill(os.getpid(), by)
        return result

    return built


@pytest.mark.parametrize("by", SIGNALS, ids=lambda one: one.name)
def test_ctrl_c_and_a_kill_are_told_and_publish_nothing(
    by: signal.Signals, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever ends a build, a script that publishes on 0 and on 1 must not publish half a site."""
    monkeypatch.setattr("byleave.cli.site.build_site", interrupted(by))
    said = build(put(tmp_path / "site", GOOD), tmp_path / "out")
    assert said.code == 130
    assert said.err.strip().startswith("interrupted: ")
    assert "Traceback" not in said.err
    assert said.out == ""


def test_an_interruption_that_gets_lost_still_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python drops what is raised while it clears away, and some code goes on after anything."""
    after = interrupted(signal.SIGTERM)

    def deaf(*arguments: Any, **options: Any) -> object:
        try:
            after(*arguments, **options)
        except KeyboardInterrupt:
            return build_site(*arguments, **options)
        raise AssertionError("no signal came")

    monkeypatch.setattr("byleave.cli.site.build_site", deaf)
    assert build(put(tmp_path / "site", GOOD), tmp_path / "out").code == 130


def test_what_is_ignored_stays_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`nohup byleave build` goes on when the terminal is closed."""
    monkeypatch.setattr("byleave.cli.site.build_site", interrupted(signal.SIGHUP))
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert build(put(tmp_path / "site", GOOD), tmp_path / "out").code == 0
    finally:
        signal.signal(signal.SIGHUP, before)


def test_signals_are_answered_as_before_afterwards(tmp_path: Path) -> None:
    """Who runs a command within a program of their own keeps their own answers."""
    before = [signal.getsignal(one) for one in SIGNALS]
    build(put(tmp_path / "site", GOOD), tmp_path / "out")
    assert [signal.getsignal(one) for one in SIGNALS] == before


@pytest.mark.parametrize(
    ("answer", "code", "told"),
    [(KeyboardInterrupt, 130, "interrupted: "), (EOFError, 3, "nothing was written")],
)
def test_who_does_not_answer_has_nothing_written(
    answer: type[BaseException],
    code: int,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Ctrl-C at a question is an interruption; no answer to it is no yes, and no error either."""

    def silent(_question: str) -> str:
        raise answer

    def asks(*_arguments: object, **_options: object) -> None:
        monkeypatch.setattr("click.termui.visible_prompt_func", silent)
        click.confirm("Do they know?", abort=True)

    monkeypatch.setattr("byleave.cli.site.build_site", asks)
    said = build(put(tmp_path / "site", GOOD), tmp_path / "out")
    assert (said.code, told in said.err) == (code, True)
