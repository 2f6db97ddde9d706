"""The statement on access says what is not as it should be, and why: of what is published alone."""

from byleave.model.site import AccessibilityView, PageView
from byleave.relate import relate
from byleave.values import replace
from tests.relate.making import at, page, published, rendered, response, story, voice

ANN = voice("ann", name="Ann Ash")
SHY = voice("shy", "engines", name="Shy Low", part="quoted")


def test_reasons_of_stories_and_of_the_site_stand_together() -> None:
    """Each once, in a fixed order, without the title of any story."""
    content = published(
        story("b", ANN, allow={"long-sentence": "It is an oath", "initials": "We know them"}),
        story("a", ANN, allow={"long-sentence": "It is an oath"}),
    )
    settings = replace(content.settings, allow={"emoji": "A child drew them"})
    view = at(relate(replace(content, settings=settings)), "/accessibility/", AccessibilityView)
    assert [(one.code, one.reason) for one in view.exceptions] == [
        ("emoji", "A child drew them"),
        ("initials", "We know them"),
        ("long-sentence", "It is an oath"),
    ]


def test_they_stand_below_a_groups_own_statement_and_nowhere_else() -> None:
    """What a group promises is in its own words."""
    one = story("a", ANN, allow={"initials": "We know them"})
    plan = relate(published(one, pages=(page("accessibility"), page("about"))))
    assert len(at(plan, "/accessibility/", PageView).exceptions) == 1
    assert at(plan, "/about/", PageView).exceptions == ()


def test_who_is_named_in_a_reason_says_what_the_page_is_for() -> None:
    """Search engines do not get a page that names somebody who keeps away from them."""
    named = story("a", ANN, SHY, allow={"initials": "So Shy Low says"})
    unnamed = story("a", ANN, SHY, allow={"initials": "So they say"})
    for one, kept_away in ((named, True), (unnamed, False)):
        files = rendered(relate(published(one)), "https://stories.example.org/")
        (statement,) = (f for f in files.files if f.path == "accessibility/index.html")
        assert isinstance(statement.content, bytes)
        assert (b"noindex" in statement.content) is kept_away


def test_without_exceptions_nothing_is_said() -> None:
    """No heading stands over nothing."""
    files = rendered(relate(published(story("a", ANN))), "https://stories.example.org/")
    (statement,) = (f for f in files.files if f.path == "accessibility/index.html")
    assert isinstance(statement.content, bytes)
    assert b'id="exceptions"' not in statement.content


def test_who_is_named_in_the_reason_of_a_response_is_asked_too() -> None:
    """It may name a voice of the story that it stands on."""
    told = story("a", SHY)
    answer = response("b", "stories/a.md", ANN, allow={"initials": "So Shy Low says"})
    files = rendered(relate(published(told, answer)), "https://stories.example.org/")
    (statement,) = (f for f in files.files if f.path == "accessibility/index.html")
    assert isinstance(statement.content, bytes)
    assert b"Shy Low" in statement.content
    assert b"noindex" in statement.content
