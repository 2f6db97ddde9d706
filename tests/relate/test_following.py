"""How to follow a site: a page in plain words, with the addresses of feeds and of the calendar."""

from byleave.model.pieces import PageLink
from byleave.model.published import PublishedSet, RootFile
from byleave.model.site import FollowingView, PageView
from byleave.relate import relate
from tests.relate.making import at, event, page, published, rendered, story, theme, voice

SITE = "/feeds/"


def following(content: PublishedSet, address: str = SITE) -> FollowingView:
    """What the page tells."""
    return at(relate(content), address, FollowingView)


def test_each_feed_with_something_in_it_is_there() -> None:
    """That of the site, of each further language and of each theme by its title, the calendar."""
    found = following(
        published(
            story("tea", themes=("tea",)),
            story("te", translation_of="stories/tea.md", language="cy"),
            story("fair", event=event("2021-06-01"), themes=("bread",)),
            themes=[theme("tea"), theme("bread"), theme("nobody")],
            languages=("en-GB", "cy", "ar"),
        )
    )
    assert found.feed == "/feed.xml"
    assert found.languages == (PageLink(address="/cy/feed.xml", title="", language="cy"),)
    assert [one.address for one in found.themes] == [
        "/themes/bread/feed.xml",
        "/themes/tea/feed.xml",
    ]
    assert found.calendar == "/calendar.ics"


def test_what_is_not_for_feeds_opens_none() -> None:
    """A theme all of whose people said no to feeds is as one that has no story."""
    shy = voice("ann", "feed")
    mine = story("fair", shy, event=event("2021-06-01"), themes=("bread",))
    asked = published(mine, themes=[theme("bread")])
    assert following(asked) == following(published(themes=[theme("bread")]))


def test_readers_of_each_language_have_the_page_in_it() -> None:
    """Their own feed comes first of the languages, and every page leads to theirs."""
    content = published(
        story("tea"),
        story("te", translation_of="stories/tea.md", language="cy"),
        story("shay", translation_of="stories/tea.md", language="ar"),
        languages=("en-GB", "ar", "cy"),
    )
    own = following(content, "/cy/feeds/")
    assert own.language == "cy"
    assert [one.language for one in own.languages] == ["cy", "ar"]
    files = {one.path: one.content for one in rendered(relate(content), "").files}
    welsh, english = files["cy/feeds/index.html"], files["stories/tea/index.html"]
    assert isinstance(welsh, bytes)
    assert isinstance(english, bytes)
    assert "<h1>Dilyn y wefan hon</h1>" in welsh.decode()
    assert '<a href="/cy/feeds/">Dilyn y wefan hon</a>' in welsh.decode()
    assert '<a href="/feeds/">Follow this site</a>' in english.decode()


def test_addresses_can_be_copied_and_calendars_opened() -> None:
    """Whole addresses stand there as text; `webcal:` is what calendars take up at a click."""
    content = published(story("fair", event=event("2021-06-01")))
    files = {
        one.path: one.content for one in rendered(relate(content), "https://x.example/a/").files
    }
    found = files["feeds/index.html"]
    assert isinstance(found, bytes)
    assert ">https://x.example/a/feed.xml</span>" in found.decode()
    assert 'href="webcal://x.example/a/calendar.ics"' in found.decode()


def test_a_page_or_file_of_the_groups_own_keeps_its_address() -> None:
    """Whoever wrote about feeds meant that to be found there, and the foot says it once."""
    plan = relate(published(story("tea"), pages=[page("feeds")]))
    assert at(plan, SITE, PageView).title == "Feeds"
    files = {one.path: one.content for one in rendered(plan, "").files}
    home = files["index.html"]
    assert isinstance(home, bytes)
    assert home.count(b'href="/feeds/"') == 1
    theirs = RootFile(path="feeds/index.html", source="/a", sha256="0" * 64, size=1)
    assert SITE not in relate(published(root_files=(theirs,))).addresses
