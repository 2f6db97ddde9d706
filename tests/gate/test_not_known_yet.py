"""A picture of which nobody has said who is in it is published nowhere, and nothing else waits."""

from pathlib import Path

import pytest

from tests.architecture.sources import put
from tests.cleaning.originals import photograph
from tests.cli.running import build, run
from tests.importing.bringing import empty_site, public

_YES = "record: {record}, given: 2026-01-01, by: self, uses: [web], until: 2039-01-01"
STORY = f"""\
---
title: The urn
date: 2026-01-01
media:
  urn.jpg: {{alt: Steam over Joe, shows: SHOWS}}
voices:
  ada: {{name: Ada, identity: named, part: author, consent: {{{_YES.format(record="T-1")}}}}}
  joe:
    name: Joe
    identity: named
    part: quoted
    consent: {{{_YES.format(record="T-2")}, words: []}}
---

Hot.

![](urn.jpg)
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a picture."""
    made = empty_site(tmp_path / "site")
    (made / "stories/urn").mkdir(parents=True)
    (made / "stories/urn/urn.jpg").write_bytes(photograph())
    return made


def told(site: Path, shows: str) -> None:
    """Say who is in it."""
    put(site, {"stories/urn/index.md": STORY.replace("SHOWS", shows)})


def _pictures(site: Path) -> list[str]:
    return [path for path in public(site) if path.startswith("media/") and path.endswith(".jpg")]


@pytest.mark.slow
@pytest.mark.parametrize("shows", ["not known yet", "[ada, not known yet]", "[not known yet]"])
def test_it_is_left_out_until_somebody_says(site: Path, shows: str) -> None:
    """Its words with it; the text stands, and a warning says where to write who is in it."""
    told(site, shows)
    found = public(site)
    assert b"Hot." in found["stories/urn/index.html"]
    assert not any(b"Steam" in content for content in found.values())
    assert _pictures(site) == []
    said = run("check", "--site", site, "--as-of", "2026-06-01")
    assert "stories/urn/index.md:5:" in said.all
    assert "warning[shows-not-known]" in said.all
    told(site, "nobody")
    file = site / "stories/urn/index.md"
    file.write_text(file.read_text("utf-8").replace(" over Joe", ""), "utf-8")
    assert len(_pictures(site)) == 1


def test_a_proof_shows_what_would_be_public(site: Path, tmp_path: Path) -> None:
    """And so not the picture."""
    told(site, "not known yet")
    said = run("proof", "stories/urn/index.md", "--site", site, "--output", tmp_path / "proof")
    assert said.code == 0, said.all
    pages = [page.read_text("utf-8") for page in (tmp_path / "proof").glob("*.html")]
    assert pages
    assert not any("Steam" in page for page in pages)


def test_another_story_shows_the_same_file_as_it_says(site: Path) -> None:
    """A file of the group's own is left out where nobody said, and shown where somebody did."""
    (site / "site_src/media").mkdir(exist_ok=True)
    (site / "site_src/media/us.jpg").write_bytes(photograph())
    body = "---\ntitle: {t}\ndate: 2026-01-01\nmedia:\n  /media/us.jpg: {{alt: Us, shows: {s}}}\n"
    body += "voices: {{}}\n---\n\nWords.\n\n![](/media/us.jpg)\n"
    for name, shows in (("one", "not known yet"), ("two", "nobody")):
        put(site, {f"stories/{name}.md": body.format(t=name, s=shows)})
    (site / "stories/urn/urn.jpg").unlink()
    found = public(site)
    assert b"<img" not in found["stories/one/index.html"]
    assert b"<img" in found["stories/two/index.html"]


def test_a_file_of_the_groups_own_waits_on_their_pages_too(site: Path) -> None:
    """Nobody is said to know who is in it; a story that is not due yet changes nothing."""
    (site / "site_src/media").mkdir(exist_ok=True)
    (site / "site_src/media/us.jpg").write_bytes(photograph())
    page = "---\ntitle: Us\n---\n\nHere.\n\n![All of us](/media/us.jpg)\n"
    told(site, "not known yet")
    text = "---\ntitle: t\ndate: {}\nmedia:\n  /media/us.jpg: {{alt: Us, shows: {}}}\n"
    text += "voices: {{}}\n---\n\nWords.\n\n![](/media/us.jpg)\n"
    unknown = text.format("2026-01-01", "not known yet")
    files = {"site_src/pages/us.md": page, "stories/one.md": unknown}
    put(site, {**files, "stories/two.md": text.format("2039-01-01", "nobody")})
    found = public(site)
    assert _pictures(site) == []
    assert b"<img" not in found["us/index.html"]
    put(site, {"stories/two.md": text.format("2026-01-01", "nobody")})
    assert len(_pictures(site)) == 1


def test_no_word_of_it_is_kept(site: Path) -> None:
    """What is in no output is in no cache."""
    told(site, "not known yet")
    build(site, site.parent / "public", day="2026-06-01")
    kept = [path.read_bytes() for path in (site / ".byleave").rglob("*") if path.is_file()]
    assert kept
    assert not any(b"Steam" in content for content in kept)


def test_an_id_is_still_an_id(site: Path) -> None:
    """Nobody is called so, and no other words will do."""
    told(site, "[Who knows]")
    said = build(site, site.parent / "public")
    assert said.code == 1
    assert "voice-id" in said.err
