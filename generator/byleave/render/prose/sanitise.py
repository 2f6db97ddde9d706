"""The one door through which raw HTML comes in: an allowlist, by nh3."""

import re

import nh3

from byleave.model.markdown.elements import DIVISIONS, ON_PAGES, WITH_CONTENT
from byleave.render.prose.canonical import canonical
from byleave.render.prose.closing import closed
from byleave.render.prose.tree import APART, KIND

_DIVISION = re.compile(rf"<(/?)(?:{'|'.join(sorted(DIVISIONS))})(?=[ >])")

# No attribute that styles or acts. What else a value must be is checked in raw_html.py.
_ATTRIBUTES = {
    "*": {"lang", "dir", "id", "title"},
    "a": {"href", "name", "hreflang", "data-footnote-ref", "data-footnote-backref"},
    "audio": {"src"},
    "code": {"class"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "div": {"data-footnotes"},
    "img": {"src", "alt"},
    "input": {"type", "checked"},
    "ins": {"datetime"},
    "li": {"value"},
    "hr": {APART},
    "ol": {"start", "reversed", "type", KIND},
    "pre": {"class"},
    "section": {"data-footnotes"},
    "source": {"src", "type"},
    "td": {"colspan", "rowspan", "align"},
    "th": {"colspan", "rowspan", "align", "abbr"},
    "time": {"datetime"},
    "track": {"src", "kind", "srclang", "label", "default"},
    "ul": {KIND},
    "video": {"src", "poster"},
}

_CLEANER = nh3.Cleaner(
    tags=ON_PAGES,
    clean_content_tags=WITH_CONTENT,
    attributes=_ATTRIBUTES,
    link_rel=None,
    url_schemes={"http", "https", "mailto", "sms", "tel"},
)

# Each round takes out what the round before has brought to the surface; two have been enough
# for everything tried.
_ROUNDS = 8


def sanitised(html: str, written_by_hand: bool) -> str:
    """HTML in nh3's canonical form: allowed elements and attributes, balanced, no comments.

    `written_by_hand` says that the source may hold HTML of its own. Then an element that was
    dropped may have kept two apart that cannot stand in each other (a link in a link), so the
    result is read again until reading changes nothing.
    """
    if not written_by_hand and (as_it_is := canonical(html)) is not None:
        return as_it_is
    clean = _CLEANER.clean(closed(html) if written_by_hand else html)
    for _ in range(_ROUNDS if written_by_hand else 0):
        # In canonical form no text and no value has a `<`: only tags are changed.
        again = _CLEANER.clean(_DIVISION.sub(r"<\1div", clean))
        if again == clean:
            break
        clean = again
    return clean
