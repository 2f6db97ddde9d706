"""Pages that are made one by one are those that are there when all are made."""

from byleave.relate import relate
from tests.relate.making import event, page, published, response, story, theme, voice

SITE = published(
    story("tale", voice("ann", person="ann"), series="tea", themes=("bread",)),
    story("fair", event=event("2021-06-01"), past=True, aliases=("/old/fair", "/stories/fete/")),
    story("hanes", voice("ann"), translation_of="stories/tale.md", language="cy"),
    # Two at one address, as an editor sees them until one of them moves.
    story("twin", voice("tom"), address="/stories/tale/", title="Another tale"),
    response("answer", "tale", voice("bea", "search")),
    response("reply", "twin", voice("bea", "social")),
    themes=[theme("bread")],
    pages=(page("about"),),
)


def test_each_page_is_found_by_itself() -> None:
    """Whoever asks for one page gets the one that the whole site has at that address."""
    whole = dict(relate(SITE).pages)
    assert "/stories/tale/responses/" in whole
    for address, view in whole.items():
        plan = relate(SITE)
        assert plan.view(address) == view
        assert address in plan.pages
        assert tuple(plan.addresses) == tuple(whole)


def test_nothing_is_found_where_nothing_is() -> None:
    """Also below a page, or without the stroke at its end."""
    plan = relate(SITE)
    for address in ("/stories/gone/", "/stories/fair/responses/", "/old/fair", "", "/x.ics"):
        assert plan.pages.get(address) is None
        assert address not in plan.pages
