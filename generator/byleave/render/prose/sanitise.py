"""The one door through which raw HTML comes in: an allowlist, by nh3."""

import re

import nh3

from byleave.model.markdown.loose_tags import WITH_CONTENT
from byleave.render.prose.closing import closed
from byleave.render.prose.tree import APART, KIND

# Content that readers need. No script, style, frame, form, object, drawing or template; no
# attribute that names, styles or acts. What else a value must be is checked in adopt.py.
_TEXT = (
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span "
    "strike strong sub sup time u var wbr"
)
_BLOCKS = (
    "blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr "
    "li ol p pre summary table tbody td tfoot th thead tr ul"
)
# Landmarks would be noise inside a story, but their ends must keep words apart, so they are made
# plain divisions.
_DIVISIONS = "address article aside center footer header hgroup main nav search section"
_MEDIA = "audio img input source track video"
_TAGS = frozenset(f"{_TEXT} {_BLOCKS} {_MEDIA} {_DIVISIONS}".split())
_DIVISION = re.compile(rf"<(/?)(?:{'|'.join(_DIVISIONS.split())})(?=[ >])")

_ATTRIBUTES = {
    "*": {"lang", "dir", "id"},
    "a": {"href", "name", "title", "hreflang", "data-footnote-ref", "data-footnote-backref"},
    "abbr": {"title"},
    "audio": {"src", "title"},
    "code": {"class"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "dfn": {"title"},
    "div": {"data-footnotes"},
    "img": {"src", "alt", "title"},
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
    "video": {"src", "poster", "title"},
}

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
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
    clean = _CLEANER.clean(closed(html) if written_by_hand else html)
    for _ in range(_ROUNDS if written_by_hand else 0):
        # In canonical form no text and no value has a `<`: only tags are changed.
        again = _CLEANER.clean(_DIVISION.sub(r"<\1div", clean))
        if again == clean:
            break
        clean = again
    return clean
