"""From files to the plan: whoever withdraws leaves lists, pages and numbers without a gap."""

from datetime import datetime
from pathlib import Path

import pytest

from byleave.gate import admit
from byleave.model.site_plan import SitePlan
from byleave.read import read_site
from byleave.relate import relate

pytestmark = pytest.mark.slow

SETTINGS = """\
format: 1
title: A site
url: https://stories.example.org/
permission: {person: Ruth, within: two days, telephone: 01632 960199}
series: {tea: Over tea}
"""
STORY = """\
---
title: Story %(number)s
date: 2021-01-%(day)02d
themes: [bread]
series: tea
event: {starts: 2021-06-%(day)02d, form: roundtable}
voices:
  ann:
    name: Ann %(number)s
    identity: named
    part: author
    person: ann-%(number)s
    consent:
      record: R-%(number)s
      given: 2020-01-01
      by: self
      uses: [web, search, feed, engines, social, people]
      until: 2040-01-01
%(more)s---

Words of story %(number)s. [Another](/stories/story-%(number)s/)
"""
COUNT = 230
AS_OF = datetime(2022, 1, 1)  # noqa: DTZ001 - a moment in the site's own time zone


def plan(folder: Path, numbers: list[int], withdrawn: frozenset[int]) -> SitePlan:
    """The plan of a site with these stories, some of whose voices have withdrawn."""
    for path, text in {
        "site_src/site.yaml": SETTINGS,
        "themes/bread.md": "---\ntitle: Bread\n---\n",
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    (folder / "stories").mkdir()
    for number in numbers:
        more = "      withdrawn: 2021-12-01\n" if number in withdrawn else ""
        text = STORY % {"number": number, "day": number % 28 + 1, "more": more}
        (folder / f"stories/story-{number}.md").write_text(text, "utf-8")
    published, _ = admit(read_site(folder).tree, AS_OF)
    return relate(published)


@pytest.mark.parametrize("withdrawn", [{0}, {COUNT - 1}, set(range(95, 105)), set(range(COUNT))])
def test_withdrawn_is_as_if_it_never_was(tmp_path: Path, withdrawn: set[int]) -> None:
    """Every view, number and address is that of the site without the files."""
    everyone = list(range(COUNT))
    stayed = [number for number in everyone if number not in withdrawn]
    with_files = plan(tmp_path / "with", everyone, frozenset(withdrawn))
    without = plan(tmp_path / "without", stayed, frozenset())
    assert with_files == without
