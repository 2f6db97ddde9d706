"""A bare machine reaches packages as this one does, and only so."""

from pathlib import Path

import pytest

from tests.fresh import registries
from tests.fresh.registries import NoSourcesError, sources

TARGETS = """\
http://mirror.example.org/debian/ bookworm main Debian
http://mirror.example.org/debian/ bookworm-updates main Debian
http://safe.example.org/debian-security/ bookworm-security main Debian
http://else.example.org/ bookworm main Somebody
http://mirror.example.org/debian/ bookworm contrib Debian
"""


class Answers:
    """What apt and pip say on a machine that has registries of its own."""

    def __init__(self, targets: str, pip: str = "") -> None:
        """What they say of sources and of settings."""
        self.said = {"apt-get": targets, "apt-config": 'Acquire::http::Proxy "x";\\nDir "/";\\n'}
        self.pip = pip

    def __call__(self, *command: str) -> str:
        """Stands for running a command."""
        return self.said.get(command[0], self.pip)


def test_only_what_debian_itself_brings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages from elsewhere would hide what a newcomer lacks."""
    monkeypatch.setattr(registries, "_said", Answers(TARGETS))
    assert [one.line() for one in sources("trixie")] == [
        "deb http://mirror.example.org/debian/ trixie main",
        "deb http://mirror.example.org/debian/ trixie-updates main",
        "deb http://safe.example.org/debian-security/ trixie-security main",
    ]


def test_no_debian_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Elsewhere apt, if it is there, has other sources."""
    monkeypatch.setattr(registries, "_said", Answers(""))
    with pytest.raises(NoSourcesError, match="run this on a Debian"):
        sources()


def test_files_that_settings_name_come_along(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """An authority of one's own is at another place there, and every setting knows it."""
    authority, index = tmp_path / "ca.crt", tmp_path / "index"
    authority.write_text("x", "utf-8")
    index.mkdir()
    pip = f"global.cert='{authority}'\nglobal.find-links='{index}'\n:env:.cert='/none'\n"
    monkeypatch.setattr(registries, "_said", Answers(TARGETS, pip))
    monkeypatch.setenv("PIP_CERT", str(authority))
    monkeypatch.setenv("SOMETHING_ELSE", str(authority))
    found = registries.registries()
    (there,) = (copy for copy, path in found.files.items() if path == authority)
    assert found.variables["PIP_CERT"] == str(there)
    assert "SOMETHING_ELSE" not in found.variables
    settings = found.texts[Path("/etc/pip.conf")]
    assert settings == f"[global]\ncert = {there}\nfind-links = {index}\n"
    assert index in found.folders
