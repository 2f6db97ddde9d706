"""A site is brought up to the newest format, or is said to have it."""

from pathlib import Path

from tests.beginning.trying import a_site, files
from tests.cli.running import run

SCHEMA = ".vscode/byleave-settings.schema.json"


def test_a_site_of_today_needs_nothing(tmp_path: Path) -> None:
    """It is said, and nothing is written."""
    site = a_site(tmp_path / "site")
    before = files(site)
    said = run("upgrade", "--site", site)
    assert said.code == 0
    assert said.out == "site_src/site.yaml: format 1 is the newest\nnothing to upgrade\n"
    assert files(site) == before


def test_an_editors_schema_is_made_anew(tmp_path: Path) -> None:
    """After an update, an editor knows the keys of this Byleave, and no earlier ones."""
    site = a_site(tmp_path / "site")
    before = files(site)
    (site / SCHEMA).write_text("{}\n")
    said = run("upgrade", "--site", site)
    assert said.out.endswith(f"{SCHEMA}: made anew\n")
    assert files(site) == before
    mode = (site / SCHEMA).stat().st_mode
    assert mode == (site / ".vscode/settings.json").stat().st_mode


def test_a_site_without_one_gets_none(tmp_path: Path) -> None:
    """Whoever took the editor's settings out does not get them back."""
    site = a_site(tmp_path / "site")
    (site / SCHEMA).unlink()
    assert run("upgrade", "--site", site).out.endswith("nothing to upgrade\n")
    assert not (site / SCHEMA).exists()


def test_a_site_of_a_later_byleave(tmp_path: Path) -> None:
    """It is not read as something else, and the way out is a newer Byleave."""
    site = a_site(tmp_path / "site")
    settings = site / "site_src/site.yaml"
    settings.write_text(settings.read_text().replace("format: 1", 'format: "12" # later'))
    before = files(site)
    said = run("upgrade", "--site", site)
    assert said.code == 3
    assert "format 12" in said.err
    assert "newer Byleave" in said.err
    assert files(site) == before


def test_a_site_with_a_fault_and_none(tmp_path: Path) -> None:
    """They are told as a build tells them."""
    site = a_site(tmp_path / "site")
    settings = site / "site_src/site.yaml"
    settings.write_text(settings.read_text().replace("format: 1\n", ""))
    said = run("upgrade", "--site", site)
    assert said.code == 3
    assert "format-missing" in said.err
    assert "no-site" in run("upgrade", "--site", tmp_path).err
