"""What a newcomer is told where the system lacks something: all of it at once, in one line."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.set_up import system
from tests.set_up.missing import MissingError
from tests.set_up.system import NEEDS, Need, set_up_system

OF_MAKE_TEST = ("pango", "chromium")


class Machine:
    """A machine without any of what the tests need, and what was done on it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Its user is not the superuser; it has apt-get, which knows all packages."""
        self.has: set[str] = set()
        self.ran: list[tuple[str, ...]] = []
        known = {name: NEEDS[name] for name in OF_MAKE_TEST}
        needs = {name: replace(need, works=self._tried(name, need)) for name, need in known.items()}
        self.needs = list(needs.values())
        self.patch = monkeypatch
        monkeypatch.setattr(system, "NEEDS", needs)
        monkeypatch.setattr(system, "_ran", self._run)
        monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
        self.user(1000)

    def user(self, number: int) -> None:
        """Whoever runs things now; 0 is the superuser."""
        self.patch.setattr("os.geteuid", lambda: number)

    def _tried(self, name: str, need: Need) -> Callable[[], bool]:
        return lambda: name in self.has or set(need.packages["Debian"]) <= self.has

    def _run(self, command: tuple[str, ...]) -> bool:
        self.ran.append(command)
        if "install" in command and command[0] == "apt-get":
            self.has.update(command)
        return True


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    """See `Machine`."""
    return Machine(monkeypatch)


def test_an_ordinary_user_is_asked_for_everything_in_one_line(machine: Machine) -> None:
    """With the names that their system has for it, so that they can copy them."""
    with pytest.raises(MissingError) as told:
        set_up_system(machine.needs)
    (line,) = str(told.value).splitlines()
    assert "Pango and Chromium" in line
    for each in (
        "Debian: libpango-1.0-0",
        "chromium-headless-shell libatomic1; Fedora: pango chromium",
    ):
        assert each in line
    assert "Homebrew: pango google-chrome)" in line
    assert not [one for one in machine.ran if one[0] == "apt-get"]


def test_the_superuser_has_it_installed_at_once(machine: Machine) -> None:
    """In one go, and without what is merely recommended beside it."""
    machine.user(0)
    set_up_system(machine.needs)
    (install,) = [one for one in machine.ran if "install" in one]
    assert "--no-install-recommends" in install
    assert {"libpango-1.0-0", "chromium-headless-shell"} <= set(install)


def test_what_is_there_is_not_asked_for(machine: Machine) -> None:
    """Only what is missing is named, and nothing is done where nothing is."""
    machine.has = {"chromium"}
    with pytest.raises(MissingError, match="the tests need Pango:"):
        set_up_system(machine.needs)
    machine.has = {"chromium", "pango"}
    machine.ran.clear()
    set_up_system(machine.needs)
    assert machine.ran == []


@pytest.mark.slow
def test_a_chromium_of_ones_own_that_does_not_start_is_told(
    monkeypatch: pytest.MonkeyPatch, launch: Callable[..., object]
) -> None:
    """Another in its place would not be what somebody asked for."""
    monkeypatch.setenv("CHROMIUM", "/nope")
    with pytest.raises(MissingError, match="CHROMIUM is /nope, which does not start"):
        launch()


@pytest.mark.parametrize("name", sorted(NEEDS))
def test_a_program_that_is_not_there_does_not_work(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a machine on which nothing was installed it is missing, and no fault of the set-up."""
    monkeypatch.setattr("shutil.which", lambda _, **__: None)
    assert not NEEDS[name].works()
