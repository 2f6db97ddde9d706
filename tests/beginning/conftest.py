"""What tests of beginnings share: somebody who answers, and signs that are not left to chance."""

import itertools

import pytest


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody sit at the terminal, so that questions are asked."""
    monkeypatch.setattr("byleave.cli.asking.is_terminal", lambda: True)


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the signs that are drawn be the same for everybody: 3333, 4444 and so on."""
    in_turn = itertools.cycle("34679ACDEF")
    monkeypatch.setattr("byleave.cli.chance.signs", lambda count: next(in_turn) * count)
