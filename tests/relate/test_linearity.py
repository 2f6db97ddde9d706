"""The plan of a site takes work in proportion to its stories: counted, not timed."""

from collections import Counter
from contextlib import AbstractContextManager
from types import CodeType

import pytest

from byleave.model.published import PublishedSet, Story
from byleave.relate import relate
from tests.relate.making import days, event, published, response, story, theme, voice
from tests.work.counting import entered

SMALL = 60
TIMES = 4
THEMES = ("bread", "money", "home")


def site(size: int) -> PublishedSet:
    """A site in which every relation grows: themes, series, sessions, reports, threads, people."""
    stories: list[Story] = []
    for number, day in enumerate(days(size)):
        told = {"date": day, "themes": THEMES, "series": "tea"}
        ann = voice("ann", person=f"person-{number % 7}")
        stories += [
            story(f"story-{number}", ann, **told),
            story(f"session-{number}", ann, event=event("2021-06-01"), part_of="stories/fair.md"),
            story(f"report-{number}", ann, report_of="stories/fair.md", **told),
            response(
                f"response-{number}",
                "fair",
                voice("bea"),
                in_reply_to=f"stories/response-{number - 1}.md" if number else None,
            ),
        ]
    fair = story("fair", event=event("2021-06-01"), date=days(1)[0])
    return published(fair, *stories, themes=[theme(name) for name in THEMES])


def counted() -> AbstractContextManager[Counter[CodeType]]:
    """How often each function of `relate` is entered, generators and comprehensions included."""
    return entered(lambda one: one.f_code if "relate" in one.f_code.co_filename else None)


@pytest.mark.slow
def test_four_times_the_stories_take_four_times_the_work() -> None:
    """Every function, each by itself, is entered at most so often, and a little for beginnings."""
    with counted() as few:
        relate(site(SMALL))
    with counted() as many:
        relate(site(SMALL * TIMES))
    assert sum(few.values()) > 20 * SMALL
    beyond = {
        f"{code.co_filename}:{code.co_firstlineno} {code.co_name}": (few[code], count)
        for code, count in many.items()
        # A page at the end of a list has less to do, and longer numbers have more letters.
        if count > 1.2 * TIMES * few[code] + 100
    }
    assert beyond == {}


@pytest.mark.slow
def test_no_page_but_those_of_lists_grows_with_the_site() -> None:
    """What stands around a story is as much in a large site as in a small one."""
    sizes = []
    for size in (SMALL, SMALL * TIMES):
        plan = relate(site(size))
        (page,) = (view for view in plan.views if view.address == "/stories/story-30/")
        sizes.append(len(repr(page)))
    assert abs(sizes[0] - sizes[1]) < sizes[0] // 10
