"""The elements of HTML that pages may have, by what they are to a text."""

# Content that readers need. No script, style, frame, form, object, drawing or template.
OF_TEXT = frozenset(
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span "
    "strike strong sub sup time u var wbr".split()
)
OF_BLOCKS = frozenset(
    "blockquote caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr "
    "li ol p pre summary table tbody td tfoot th thead tr ul".split()
)
OF_MEDIA = frozenset("audio img input source track video".split())
# Landmarks would be noise inside a story, but their ends must keep words apart, so they are made
# plain divisions.
DIVISIONS = frozenset(
    "address article aside center footer header hgroup main nav search section".split()
)
ON_PAGES = OF_TEXT | OF_BLOCKS | OF_MEDIA | DIVISIONS

# Elements whose content is no text for readers, or is read by rules of its own.
WITH_CONTENT = frozenset(
    "applet datalist embed frameset iframe math noembed noframes noscript object plaintext script "
    "select style svg template textarea title xmp".split()
)
# Of these, what is shown of each can be told by where it leads.
SHOWN_ELSEWHERE = frozenset("applet audio embed iframe object video".split())
# Drawings and formulas are left out as a whole; alone, a part of one is no element of a text.
OF_DRAWINGS = frozenset(
    "animate circle clippath defs desc ellipse g line marker mask path pattern polygon polyline "
    "rect stop symbol text tspan use".split()
)
