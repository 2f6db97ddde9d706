"""A story from a stranger: nothing runs, nothing is loaded, nothing breaks out."""

from urllib.parse import urlsplit

import pytest

from byleave.render.prose import EngineName, compose
from byleave.values import replace
from tests.prose.making import USUAL, every_engine, page, passages

ATTACKS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//e.example/x.js></sCrIpT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    '<img src="hall.jpg" onload="alert(1)" style="background:url(//e.example)">',
    "<img/src=hall.jpg/onerror=alert(1)//",
    '<img src="hall.jpg" srcset="https://e.example/x.jpg 2x" sizes="100vw">',
    "<picture><source srcset=//e.example/x><img src=//e.example/y></picture>",
    "![x](https://e.example/pixel.gif)",
    "![x](//e.example/pixel.gif)",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "<svg onload=alert(1)>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><script xlink:href=//e.example/x></script><a xlink:href='javascript:x'>x</a></svg>",
    "<svg></p><style><a id='</style><img src=1 onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><!--</style>"
    "<img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<style><a title="</style><img src=x onerror=alert(1)>">',
    "<template><img src=x onerror=alert(1)></template>",
    "<textarea><img src=x onerror=alert(1)></textarea><title><img src=x></title>",
    "<xmp><img src=x onerror=alert(1)></xmp><plaintext><img src=x onerror=alert(1)>",
    "<iframe src=javascript:alert(1) srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=//e.example/x></object><embed src=//e.example/x><applet code=x></applet>",
    "<form action=//e.example><input name=x autofocus onfocus=alert(1)><button>x</button></form>",
    "<input type=image src=//e.example/x><select><option>x</select><isindex>",
    "<meta http-equiv=refresh content='0;url=//e.example'>",
    "<base href=//e.example><link rel=stylesheet href=//e.example/x.css>",
    "<style>@import '//e.example/x.css';</style><p style='background:url(//e.example)'>x</p>",
    '<div style="position:fixed;inset:0" class="overlay" id="main">x</div>',
    "[x](javascript:alert(1))",
    "[x](java&#10;script:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](vbscript:x) [y](data:text/html,<script>alert(1)</script>) [z](file:///etc/passwd)",
    "<javascript:alert(1)>",
    '<a href="java&#10;script:alert(1)">x</a><a href="&#x6A;avascript:alert(1)">y</a>',
    '<a href=" javascript:alert(1)" ping=//e.example target=_blank download>x</a>',
    '<a href="//e.example" onclick=alert(1)>x</a><a href="\\\\e.example">y</a>',
    "[x](garden.md 'a\" onmouseover=\"alert(1)')",
    "<video poster=//e.example/x src=//e.example/y onerror=x><track src=//e.example/z></video>",
    "<audio src=//e.example/x autoplay><source src=//e.example/y onerror=alert(1)></audio>",
    "<table background=//e.example/x><td background=//e.example/y>x</table>",
    "<body onload=x background=//e.example><html manifest=//e.example><frameset><frame src=x>",
    "<details open ontoggle=alert(1)><summary>x</summary>y</details>",
    "<marquee onstart=alert(1)>x</marquee><bgsound src=//e.example><blink>y</blink>",
    "<image src=x onerror=alert(1)><keygen autofocus onfocus=alert(1)>",
    "<q cite=//e.example>x</q><blockquote cite=javascript:alert(1)>y</blockquote>",
    "<!--><img src=x onerror=alert(1)>--><![CDATA[<script>alert(1)</script>]]><?php alert(1) ?>",
    "<custom-element onclick=x>x</custom-element><slot name=x></slot><dialog open>y</dialog>",
    "<p><a href='#notes' name=x id=notes>x</a></p>",
    "</div></section></main></body></html><h1>Mine</h1>",
    "</div>\n\n</main>\n\n<main>",
    "<div><div><section><table><tr><td><b><i><a href=garden.md>",
    "<!-- never closed",
    "<div\n\nonclick=alert(1)>x",
    "```<script>\n</code></pre><script>alert(1)</script>",
    "[^1]: <script>alert(1)</script>\n\nx[^1]",
    "| <script>x</script> | <img src=x onerror=y> |\n| - | - |\n| </table><script>z</script> | |",
    "# <a name='main'></a><img src=x onerror=alert(1)> x\n\ny",
    "<span lang='\"><script>alert(1)</script>' dir='\"onclick=alert(1)'>x</span>",
    "<time datetime='\"><script>'>x</time><ol start='1\" onclick=\"x'><li value='\"><b>'>y</ol>",
    "{: onclick=x style=x }\n\n## x {: onclick=x #main .y style=z }\n\ny{: onload=z }",
    '*[x]: " onmouseover="alert(1)\n\nx',
    "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x&#62;",
]

ELEMENTS = set(
    "a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl "
    "dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp "
    "section small span strong sub summary sup table tbody td tfoot th thead time tr track u ul "
    "var video wbr".split()
)
ATTRIBUTES = set(
    "abbr alt aria-label aria-labelledby class colspan controls data-label datetime decoding "
    "default dir height href hreflang id kind label lang loading open poster preload rel reversed "
    "role rowspan scope span src srclang start tabindex title type value width".split()
)
CLASSES = set("align-center align-right footnotes note passage quotation table task".split())


@every_engine
@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_runs_nothing_is_loaded(attack: str, engine: EngineName) -> None:
    """Who opens a page meets nobody but the group: no script, no request, no disguise."""
    context = replace(USUAL, engine=engine)
    for parts in (passages(attack), passages("before", attack, "after")):
        body = page(compose(parts, context).html)
        for element in body.iterdescendants():
            assert element.tag in ELEMENTS
            _has_only_harmless_attributes(element.tag, dict(element.attrib))


def _has_only_harmless_attributes(tag: str, attributes: dict[str, str]) -> None:
    assert attributes.keys() <= ATTRIBUTES
    for name in ("src", "poster"):
        assert attributes.get(name, "/media/").startswith("/media/")
    if "href" in attributes:
        address = urlsplit(attributes["href"])
        assert tag == "a"
        assert address.scheme in ("", "https", "http", "mailto", "tel")
        assert address.scheme or attributes["href"][0] == "#" or attributes["href"][:2] != "//"
    for name in attributes.get("class", "").split():
        assert name in CLASSES or (tag == "code" and name.startswith("language-"))


@every_engine
@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_breaks_out(attack: str, engine: EngineName) -> None:
    """What stands before and after a body stays beside it, whatever the body leaves open."""
    body = compose(passages("a", attack, attack), replace(USUAL, engine=engine)).html
    around = page(f"<main><i id='before'></i><div>{body}</div><i id='after'></i></main>")
    main = around[0]
    assert [child.tag for child in main] == ["i", "div", "i"]
    assert not around.xpath(".//div//main")


@every_engine
def test_words_between_dropped_elements_stay(engine: EngineName) -> None:
    """A page that was pasted in loses its frame, not its sentences."""
    pasted = "<article>one</article><nav>two</nav><form>three <button>four</button></form>"
    text = page(compose(passages(pasted), replace(USUAL, engine=engine)).html).text_content()
    assert text.split() == ["one", "two", "three", "four"]
