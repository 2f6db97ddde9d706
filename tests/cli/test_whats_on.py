"""The command that puts what is on onto paper: what it writes, and what it says."""

from pathlib import Path

import pytest

from byleave.pipeline.for_printing import published_of
from tests.cli.running import run
from tests.permission.guarding import KEY, NOON, site_with
from tests.read.folders import YES, put, story, voice

# The text of no event names Ann, and Una has not said yes to print.
PRINTED = YES.replace("uses: [", "uses: [print, ")


def happening(title: str, *voices: str, summary: str = "Come.", day: str = "2030-01-05") -> str:
    """An event on a day that will not come soon, in a hall."""
    event = f"{{starts: {day} 10:00, place: 'Dale Hall', access: [step-free]}}"
    return story("Words.\n", *voices, title=title, summary=summary, event=event)


def a_site(folder: Path) -> Path:
    """Two events of which one may be printed."""
    return put(
        folder,
        {
            "stories/tea.md": happening("Tea", voice("ann", "Ann", PRINTED, part="author")),
            "stories/soup.md": happening("Soup", voice("una", "Una", part="author")),
        },
    )


@pytest.mark.slow
def test_a_sheet_is_written_with_what_may_be_printed(tmp_path: Path) -> None:
    """It says how many are left out, and names nobody."""
    site, papers = a_site(tmp_path / "site"), tmp_path / "papers"
    given = ("whats-on", "--site", site, "--from", "2030-01-01", "--output", papers)
    said = run(*given, "--pdf", "--size", "a5")
    assert said.code == 0
    assert "1 event on one sheet of A5" in said.out
    assert "1 event is left out" in said.out
    assert "Una" not in said.all
    assert "Soup" not in said.all
    page = (papers / "whats-on-a5.html").read_text("utf-8")
    assert "Dale Hall" in page
    assert "Soup" not in page
    assert (papers / "whats-on-a5.pdf").read_bytes().startswith(b"%PDF")
    assert (papers / ".gitignore").read_text("utf-8") == "*\n"


def test_each_size_and_language_has_a_file_of_its_own(tmp_path: Path) -> None:
    """Whoever makes one for the window and one in Welsh for the table has both in the end."""
    site, papers = a_site(tmp_path / "site"), tmp_path / "papers"
    given = ("whats-on", "--site", site, "--from", "2030-01-01", "--output", papers)
    for more in ((), ("--size", "A5"), ("--language", "cy"), ("--language", "cy", "--size", "A5")):
        assert run(*given, *more).code == 0
    names = {path.name for path in papers.glob("*.html")}
    assert names == {
        "whats-on.html",
        "whats-on-a5.html",
        "whats-on-cy.html",
        "whats-on-a5-cy.html",
    }


def test_where_nothing_may_be_printed_nothing_is_written(tmp_path: Path) -> None:
    """An empty sheet would hang there, and say that nothing is on."""
    site, papers = a_site(tmp_path / "site"), tmp_path / "papers"
    said = run("whats-on", "--site", site, "--from", "2031-01-01", "--output", papers)
    assert said.code == 3
    assert said.out == ""
    assert "nothing was written" in said.err
    assert not papers.exists()


@pytest.mark.slow
def test_what_does_not_fit_on_a_sheet_goes_without_summaries_or_is_said(tmp_path: Path) -> None:
    """Whoever hangs it up knows how many sheets they have to take, before they print."""
    long = "Many words about this. " * 25
    files = {
        f"stories/e{n}.md": happening(f"Event {n}", summary=long, day=f"2030-01-{n:02}")
        for n in range(1, 28)
    }
    site = put(tmp_path / "site", dict(list(files.items())[:8]))
    given = ("whats-on", "--site", site, "--from", "2030-01-01", "--output", tmp_path / "papers")
    said = run(*given, "--pdf")
    assert "without summaries, so that it fits" in said.out
    assert "Many words" not in (tmp_path / "papers/whats-on.html").read_text("utf-8")
    put(site, files)
    said = run(*given, "--pdf", "--size", "A5")
    assert "they do not fit on one" in said.out
    assert "Many words" in (tmp_path / "papers/whats-on-a5.html").read_text("utf-8")


def test_no_guarded_name_is_printed(tmp_path: Path) -> None:
    """A story that a build leaves out for such a name is on no paper either."""
    files = {
        "stories/tea.md": happening("Tea with Una Marl"),
        "stories/soup.md": happening("Soup"),
    }
    published = published_of(site_with(tmp_path, files, "Una Marl"), NOON, KEY)
    assert [one.title for one in published.stories] == ["Soup"]
