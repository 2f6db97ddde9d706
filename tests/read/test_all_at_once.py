"""Whoever guesses at an event is told all at once, and is done with the second build."""

from pathlib import Path

import pytest

from tests.read.folders import found, read

# What somebody guessed, and the same as the messages ask for it. Each line that differs is told of.
GUESSES = {
    "keys of other calendars": (
        """\
---
Title: Seed swap
start: 10am
location: The hall
price: Free
draft: no
themes: [seads]
---
Come along!
""",
        """\
---
title: Seed swap
event:
  starts: 2026-05-02 10:00
  place: The hall
  cost: Free
themes: [seeds]
---
Come along!
""",
        (2, 3, 4, 5, 6, 7),
    ),
    "a colon in the title and all below it": (
        """\
---
title: Open day: bring a friend
date: 2 May 2026
event:
  starts: 2026-05-02 10:00
  end: 4pm
  booking: https://lea.example.org/open
  programme:
    - 10:30 Welcome
voices:
  - Ruth
---
Come along, says {ruth}!
""",
        """\
---
title: "Open day: bring a friend"
date: 2026-05-02
event:
  starts: 2026-05-02 10:00
  ends: 2026-05-02 16:00
  booking: {url: https://lea.example.org/open}
  programme:
    - {at: "10:30", title: Welcome}
voices:
  ruth: {name: Ruth, identity: first-name, part: convenor, consent: {asked: 2026-01-01}}
---
Come along, says {ruth}!
""",
        (2, 3, 6, 7, 9, 10),
    ),
    "no line at its head": (
        """\
title: Tool repair
event:
\tstarts: 2026-05-02
  cancelled: yes
serie: tools

Bring your tools.

::: voice
""",
        """\
---
title: Tool repair
event:
  starts: 2026-05-02
  status: cancelled
series: tools
---
Bring your tools.
""",
        (1, 4, 5, 9),
    ),
}
SETTINGS = """\
format: 1
title: Lea Allotments
url: https://lea.example.org/
permission: {person: Tilda, email: tilda@lea.example.org, within: two days}
series: {tools: Tools}
"""
AROUND = {"site_src/site.yaml": SETTINGS, "themes/seeds.md": "---\ntitle: Seeds\n---\n"}


@pytest.mark.parametrize("case", GUESSES)
def test_two_builds_are_enough(tmp_path: Path, case: str) -> None:
    """All layers at once: the text, the keys, what stands beside them, what they name."""
    guess, mended, lines = GUESSES[case]
    first = read(tmp_path / "first", {**AROUND, "stories/a.md": guess})
    assert sorted({line for _, line, _, _ in found(first)}) == list(lines)
    assert found(read(tmp_path / "second", {**AROUND, "stories/a.md": mended})) == []
