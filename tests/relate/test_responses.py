"""Responses: in reading order, as deep as people argue, and apart where they allow less."""

import pickle
from html.parser import HTMLParser

import pytest

from byleave.model.published import PublishedLink
from byleave.model.site import ResponsesView, StoryView
from byleave.model.terms import Use
from byleave.relate import relate
from tests.relate.making import at, days, published, rendered, response, story, views, voice

DEEP = 2_000


def test_replies_stand_below_what_they_reply_to() -> None:
    """Oldest first on each level; what replies to whom is said, too."""
    four = days(5)
    plan = relate(
        published(
            story("tale", voice("teller")),
            response("late", "tale", voice("ann"), date=four[4]),
            response("early", "tale", voice("bea"), date=four[1]),
            response("reply", "tale", voice("cat"), date=four[3], in_reply_to="stories/early.md"),
            response("other", "tale", voice("dee"), date=four[2], in_reply_to="stories/early.md"),
        )
    )
    found = at(plan, "/stories/tale/", StoryView).responses
    assert [(one.anchor, one.level, one.answers, one.answered) for one in found] == [
        ("response-early", 1, "", ()),
        ("response-other", 2, "response-early", ("Bea",)),
        ("response-reply", 2, "response-early", ("Bea",)),
        ("response-late", 1, "", ()),
    ]


def test_a_response_that_names_a_response_is_a_reply_to_it() -> None:
    """Whichever of the two keys its front matter uses, nothing published is lost."""
    plan = relate(
        published(
            story("tale"),
            response("one", "tale", voice("ann")),
            response("two", "one", voice("bea")),
        )
    )
    found = at(plan, "/stories/tale/", StoryView).responses
    assert [(one.anchor, one.level) for one in found] == [("response-one", 1), ("response-two", 2)]


def test_a_response_has_the_anchor_that_its_own_name_gives() -> None:
    """Whichever others there are: no link to it breaks when one of them goes."""
    ours = (response("a/Dai's answer", "tale", voice("ann")), response("c/index", "tale"))
    for others in ((), (response("b/dais-answer", "tale", voice("bea")),)):
        plan = relate(published(story("tale"), *ours, *others))
        anchors = {one.anchor for one in at(plan, "/stories/tale/", StoryView).responses}
        assert anchors >= {"response-dai-s-answer", "response-c"}


def test_whoever_a_response_says_that_it_is_by_has_the_page_that_it_leads_to() -> None:
    """Also who is only told about, where nobody else can have written it: no link leads nowhere."""
    teller = voice("kim", part="told-about", person="kim-lea")
    facts = {"authors": frozenset({"kim"}), "present": frozenset[str]()}
    plan = relate(published(story("tale", voice("ann")), response("one", "tale", teller, **facts)))
    (answer,) = at(plan, "/stories/tale/", StoryView).responses
    assert [one.address for one in answer.authors] == ["/people/kim-lea/"]
    assert "/people/kim-lea/" in plan.pages


@pytest.mark.parametrize("written", ["response-a%20b", "response-A-B", "Response-a_b"])
def test_a_link_means_a_response_however_it_writes_its_anchor(written: str) -> None:
    """As browsers write it, or as somebody typed it."""
    to = PublishedLink(
        destination=f"/stories/tale/#{written}",
        kind="address",
        target="/stories/tale/",
        fragment=written,
        line=1,
        column=1,
    )
    answer = response("a b", "tale", voice("ann"))
    plan = relate(published(story("tale"), story("other", links=(to,)), answer))
    links = at(plan, "/stories/other/", StoryView).body.links
    assert links == {to.destination: "/stories/tale/#response-a-b"}


class _Depth(HTMLParser):
    """How deep the elements of a page are, and whether each that opens is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.deepest = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag not in ("meta", "link", "br", "wbr", "img"):
            self.open.append(tag)
            self.deepest = max(self.deepest, len(self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.slow
def test_a_thread_can_be_deep() -> None:
    """Two thousand replies to replies are related, sent to a worker and rendered."""
    names = [f"r{number:04}" for number in range(DEEP)]
    answers = [
        response(
            name, "tale", voice("ann"), in_reply_to=f"stories/{names[n - 1]}.md" if n else None
        )
        for n, name in enumerate(names)
    ]
    plan = relate(published(story("tale"), *answers))
    found = at(plan, "/stories/tale/", StoryView)
    assert [one.level for one in found.responses] == list(range(1, DEEP + 1))
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - these are our own bytes
    output = rendered(plan, "https://a.example.org/")
    (page,) = (file for file in output.files if file.path == "stories/tale/index.html")
    assert isinstance(page.content, bytes)
    text = page.content.decode()
    assert text.count('<li id="response-r') == DEEP
    depth = _Depth()
    depth.feed(text)
    assert depth.open == []
    assert depth.deepest < 25


@pytest.mark.parametrize("use", ["search", "feed", "engines", "social"])
def test_a_response_that_allows_less_than_the_page_stands_apart(use: Use) -> None:
    """And so does what replies to it; the page itself stays as open as it was."""
    plan = relate(
        published(
            story("tale", voice("teller")),
            response("whole", "tale", voice("ann")),
            response("less", "tale", voice("bea", use)),
            response("reply", "tale", voice("cat"), in_reply_to="stories/less.md"),
        )
    )
    page = at(plan, "/stories/tale/", StoryView)
    assert [one.anchor for one in page.responses] == ["response-whole"]
    assert page.responses_address == "/stories/tale/responses/"
    assert page.indexable
    assert page.shareable
    apart = at(plan, page.responses_address, ResponsesView)
    assert [(one.anchor, one.level) for one in apart.responses] == [
        ("response-less", 1),
        ("response-reply", 2),
    ]
    assert apart.indexable == (use != "engines")
    assert not apart.shareable


def test_a_response_that_allows_no_more_than_the_page_stays() -> None:
    """Where the page lacks the use as well, nobody has to be sent elsewhere."""
    less = voice("bea", "engines", "search")
    plan = relate(published(story("tale", less), response("answer", "tale", less)))
    assert [one.anchor for one in at(plan, "/stories/tale/", StoryView).responses]
    assert not views(plan, ResponsesView)


def test_a_link_to_a_response_leads_to_the_page_that_shows_it() -> None:
    """Also to one that stands apart."""
    to = PublishedLink(
        destination="less.md", kind="story", target="stories/less.md", fragment="", line=1, column=1
    )
    plan = relate(
        published(
            story("tale", voice("teller")),
            story("other", links=(to,)),
            response("less", "tale", voice("bea", "search")),
        )
    )
    assert dict(at(plan, "/stories/other/", StoryView).body.links) == {
        "less.md": "/stories/tale/responses/#response-less"
    }
    assert plan.loose_links == ()


def test_a_translation_of_a_response_and_the_response_lead_to_each_other() -> None:
    """The translation has a page; what it translates is among the responses."""
    plan = relate(
        published(
            story("tale"),
            response("ateb", "tale", voice("ann"), language="cy"),
            story(
                "answer", voice("ann"), translation_of="stories/ateb.md", title="What I answered"
            ),
        )
    )
    (shown,) = at(plan, "/stories/tale/", StoryView).responses
    assert [one.address for one in shown.versions] == ["/stories/answer/"]
    own = at(plan, "/stories/answer/", StoryView)
    assert [one.address for one in own.versions] == ["/stories/tale/#response-ateb"]
