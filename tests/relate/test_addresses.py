"""Where pages stand: one at each address, and every page known to links and to the sitemap."""

from byleave.model.addresses import RESERVED, RESERVED_FILES
from byleave.model.machine_files import FileView, SitemapView
from byleave.model.published import PublishedLink, RootFile
from byleave.model.site import (
    AccessibilityView,
    HowWeAskView,
    NotFoundView,
    PageView,
    RedirectView,
    StoryView,
)
from byleave.model.site_plan import SitePlan
from byleave.relate import relate
from byleave.relate.index.index import index
from tests.relate.making import (
    at,
    event,
    page,
    published,
    response,
    story,
    theme,
    views,
    voice,
)

FULL = published(
    story("tale", voice("ann", person="ann"), series="tea", themes=("bread",)),
    story("fair", event=event("2021-06-01"), past=True, aliases=("/old/fair", "/stories/fete/")),
    story("hanes", voice("ann"), translation_of="stories/tale.md", language="cy"),
    response("answer", "tale", voice("bea", "search")),
    themes=[theme("bread")],
    pages=(page("about"),),
)


def test_no_two_views_have_one_address() -> None:
    """Neither would win over the other by chance."""
    addresses = [view.address for view in relate(FULL).views]
    assert sorted(addresses) == sorted(set(addresses))


def test_a_text_can_link_to_every_page_there_is_and_to_no_other() -> None:
    """What links may lead to is worked out beside the views, and may not drift from them."""
    plan = relate(FULL)
    not_linked = (RedirectView, NotFoundView)
    pages = {
        view.address
        for view in plan.views
        if not isinstance(view, not_linked) and "/responses/" not in view.address
    }
    own = {address for address, to in index(FULL).addresses.items() if address == to}
    servers = {"/sitemap.xml", "/robots.txt", "/_headers"}
    # What the search loads is no page either.
    assert {one for one in pages - own if not one.startswith("/search/files/")} == servers
    assert own - pages == set()


def test_whatever_is_ours_is_kept_for_us() -> None:
    """No file of the group's and no old address can take the place of a page, today or one day."""
    # These stand in for a page or a file of the group's, which goes before.
    stand_ins = {"/", "/accessibility/", "/how-we-ask/", "/feeds/", "/search/", "/_headers"}
    ours = {view.address for view in relate(FULL).views} - {"/about/", "/old/fair/"} - stand_ins
    kept = RESERVED | RESERVED_FILES
    # Where the group has something at or below the search, there is none of ours.
    free = {address for address in ours if address.split("/")[1] not in kept}
    assert not [address for address in free if not address.startswith("/search/")]


def test_an_old_address_leads_to_where_the_story_is_now() -> None:
    """From outside by a page that leads on, from a text at once."""
    plan = relate(FULL)
    assert {view.address: view.to.address for view in views(plan, RedirectView)} == {
        "/old/fair/": "/stories/fair/",
        "/stories/fete/": "/stories/fair/",
    }
    assert index(FULL).addresses["/old/fair/"] == "/stories/fair/"


def test_an_old_address_gives_way_to_what_is_there_now() -> None:
    """Nobody's old address takes a page away."""
    aliases = ("/calendar/", "/themes/bread/", "/stories/years/2021/", "/about/", "/feed.xml")
    plan = relate(
        published(story("tale", aliases=aliases), themes=[theme("bread")], pages=(page("about"),))
    )
    assert views(plan, RedirectView) == []


def test_a_group_that_wrote_a_page_has_its_own() -> None:
    """The pages that every site has stand in for what the group has not written yet."""
    without, with_them = (
        relate(published()),
        relate(published(pages=(page("accessibility"), page("how-we-ask")))),
    )
    assert views(without, AccessibilityView)[0].address == "/accessibility/"
    assert views(without, HowWeAskView)[0].address == "/how-we-ask/"
    written = {view.address for view in views(with_them, PageView)}
    assert written == {"/accessibility/", "/how-we-ask/"}
    assert not views(with_them, AccessibilityView)
    assert not views(with_them, HowWeAskView)


def test_a_group_that_has_headers_of_its_own_keeps_them() -> None:
    """It knows its server."""
    own = RootFile(path="_headers", source="_headers", sha256="0", size=1)
    assert "/_headers" in {view.address for view in relate(published()).views}
    plan = relate(published(root_files=(own,)))
    assert "/_headers" not in {view.address for view in plan.views}


def test_a_link_to_nothing_is_told_to_editors_and_leads_nowhere() -> None:
    """The words of the link stay."""
    to = PublishedLink(
        destination="gone.md", kind="story", target="stories/gone.md", fragment="", line=3, column=9
    )
    plan = relate(published(story("tale", links=(to,))))
    assert [(one.path, one.line, one.column) for one in plan.loose_links] == [
        ("stories/tale.md", 3, 9)
    ]
    assert at(plan, "/stories/tale/", StoryView).body.links == {}


def in_sitemap(plan: SitePlan) -> set[str]:
    """The addresses in the sitemap."""
    return {address for view in views(plan, SitemapView) for address, _ in view.pages}


def test_the_sitemap_has_the_pages_that_search_engines_may_show() -> None:
    """And no file for machines, no old address and no page that asks not to be shown."""
    plan = relate(FULL)
    assert in_sitemap(plan) == {
        view.address
        for view in plan.views
        if view.indexable and not isinstance(view, FileView | RedirectView | NotFoundView)
    }
    assert "/stories/tale/" in in_sitemap(plan)
    assert "/404.html" not in in_sitemap(plan)
