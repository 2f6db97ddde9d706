"""What is saved is served: each kind of change, and faults that come and go."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from byleave.model.published import Story
from byleave.preview import SiteInMemory
from tests.preview.running import NOON, Previewed, previewing
from tests.preview.sites import FILES
from tests.read.folders import SETTINGS, WITHDRAWN, YES, put, story, voice

pytestmark = pytest.mark.slow

FAIR = "stories/fair.md"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Previewed]:
    """A preview of a site that a test may change."""
    with previewing(put(tmp_path, FILES)) as found:
        yield found


def fair() -> str:
    """The story that is edited."""
    text = FILES[FAIR]
    assert isinstance(text, str)
    return text


def test_an_edited_text_is_there_at_once(site: Previewed) -> None:
    """Whoever asks after saving sees the new words, and only the one file was read."""
    for number in range(5):
        site.put(FAIR, fair().replace("Tea at ten.", f"Tea at ten. More words {number}."))
        assert f"More words {number}." in site.get("/stories/fair/").text
    assert site.told
    # The first look at everything, just after the start, may have come upon one of them.
    assert not any(one.everything for one in site.told if one.paths)


def test_lists_follow(site: Previewed) -> None:
    """A new title, a new summary and a new permission stand on every page that shows them."""
    site.put(FAIR, fair().replace("The fair", "The great fair"))
    site.comes("/stories/", "The great fair")
    assert "The great fair" in site.get("/themes/rain/").text
    site.put(FAIR, fair().replace(WITHDRAWN, YES))
    assert "passage not-published" not in site.goes("/stories/fair/", "Qwynneth (withdrawn)").text


def test_a_name_in_a_text_counts_at_once(site: Previewed) -> None:
    """Words that name a withheld voice take the story along, by the same rules as in a build."""
    assert "This page is not published" not in site.get("/stories/fair/").text
    site.put(FAIR, fair() + "\nQwynneth was here.\n")
    site.comes("/stories/fair/", "This page is not published")


def test_files_come_go_and_move(site: Previewed) -> None:
    """New, renamed and deleted stories, folders too."""
    site.put("stories/2026/new.md", story("Fresh.\n", voice("tom", "Tom"), title="Quite new"))
    site.comes("/stories/", "Quite new")
    assert "Fresh." in site.get("/stories/new/").text
    (site.folder / "stories/2026").rename(site.folder / "stories/2027")
    site.put("stories/2027/new.md", story("Fresher.\n", voice("tom", "Tom"), title="Quite new"))
    site.comes("/stories/new/", "Fresher.")
    (site.folder / "stories/2027/new.md").rename(site.folder / "stories/2027/newer.md")
    site.comes("/stories/newer/", "Fresher.")
    assert site.get("/stories/new/").status == 404
    (site.folder / "stories/2027/newer.md").unlink()
    site.goes("/stories/", "Quite new")
    assert site.get("/stories/newer/").status == 404


def test_a_saved_copy_that_takes_the_place_is_seen(site: Previewed) -> None:
    """Many programs write a new file and rename it to the old name."""
    site.put("stories/fair.md.part", fair() + "\nBy another file.\n")
    (site.folder / "stories/fair.md.part").replace(site.folder / FAIR)
    site.comes("/stories/fair/", "By another file.")


def test_a_folder_that_is_made_later_is_looked_at(tmp_path: Path) -> None:
    """Somebody who begins has no themes yet."""
    with previewing(put(tmp_path, {"stories/a.md": story("Words.\n")})) as site:
        site.put("themes/sun.md", "---\ntitle: Sunshine\n---\nDry.\n")
        site.comes("/themes/", "Sunshine")
        site.put("themes/sun.md", "---\ntitle: Sundown\n---\nDry.\n")
        site.comes("/themes/", "Sundown")


def test_broken_settings_are_said_and_mended(site: Previewed) -> None:
    """A clear page takes the place of every page, and goes by itself."""
    site.put("site_src/site.yaml", SETTINGS.replace("title:", "tittle:"))
    page = site.comes("/stories/fair/", "This site cannot be shown", status=500).text
    assert "<code>site_src/site.yaml</code>, line 2" in page
    assert "/-byleave/reload.js" in page
    assert site.get("/-byleave/preview.css").status == 200
    site.put("site_src/site.yaml", SETTINGS.replace("Lea", "Leafy"))
    site.comes("/stories/fair/", "Leafy Allotments")


def test_a_broken_template_is_said_and_mended(site: Previewed) -> None:
    """One that cannot be read, and one that asks for what a page does not have."""
    template = "site_src/look/templates/404.html"
    for text in ("{% extends", "{{ view.nothing.there }}"):
        site.put(template, text)
        page = site.comes("/nothing/", "This site cannot be shown", status=500).text
        assert template in page
        site.put(template, "<html><head></head><body><main>Mended</main></body></html>")
        site.comes("/nothing/", "Mended", status=404)


def test_a_faulty_story_says_what_is_wrong_where_it_stood(site: Previewed) -> None:
    """Its own page tells of the fault, the others go on without it."""
    site.put(FAIR, fair().replace("title:", "tittle:"))
    page = site.comes("/stories/fair/", "This story cannot be shown", status=500).text
    assert "<code>stories/fair.md</code>, line 2" in page
    assert "The fair" not in site.get("/stories/").text
    assert "1 error" in site.get("/").text
    site.put(FAIR, fair())
    site.comes("/stories/fair/", "Tea at ten.")


def test_a_text_of_which_no_page_can_be_made_is_a_fault(site: Previewed) -> None:
    """As in a build, where only rendering finds it."""
    site.put(FAIR, fair() + ">" * 3000 + " deep\n")
    site.comes("/stories/fair/", "This story cannot be shown", status=500)
    site.put(FAIR, fair())
    site.comes("/stories/fair/", "Tea at ten.")


def test_what_editors_programs_leave_changes_nothing(site: Previewed) -> None:
    """Backups and locks are no part of a site."""
    for name in (".fair.md.swp", "fair.md~", ".#fair.md", "4913"):
        site.put(f"stories/{name}", "x")
        (site.folder / f"stories/{name}").unlink()
    site.put("public/index.html", "x")
    site.put(FAIR, fair() + "\nThe end.\n")
    site.comes("/stories/fair/", "The end.")
    assert [one.paths for one in site.told] == [(FAIR,)]


def test_what_was_held_is_let_go(tmp_path: Path) -> None:
    """A preview that runs for days does not grow: no circle keeps an earlier site alive."""
    held = SiteInMemory(put(tmp_path, FILES), lambda: NOON, "http://127.0.0.1/", published=False)
    for number in range(3):
        put(tmp_path, {FAIR: fair().replace("Qwynneth", f"Qwynneth {number}")})
        assert held.take_in([FAIR])
        assert held.live
        for address in ("index.html", "stories/fair/index.html", "sitemap.xml"):
            assert held.live.files.content(address)
    # Nobody looks for circles: what is held no more has to go without that.
    gc.unfreeze()
    stories = [one for one in gc.get_objects() if isinstance(one, Story) and one.path == FAIR]
    assert [one for one in stories if "Qwynneth 2" in one.names.values()]
    assert not [one for one in stories if "Qwynneth 1" in one.names.values()]
