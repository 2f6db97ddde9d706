"""HTML that the sanitiser would leave as it is, told by its form alone.

Most texts are paragraphs, headings, lists and tables with nothing unusual in them. The form is one
that a finite automaton can prove: elements of the allowlist in fixed places, of attributes hardly
any but addresses that can be no script, and text in which every sign stands for itself. The engine
is that of pydantic, which reads a text once and takes a third of the sanitiser's time.
"""

import re
from functools import cache

from pydantic_core import SchemaValidator, core_schema

# HTML's own reader changes NUL, a carriage return, a mark of byte order at the start and a space
# that does not break. A quotation mark may stand in text as it is.
_TEXT = r"(?:[^<>&\x00\r\u{a0}\u{feff}]|&(?:amp|lt|gt|quot);)*"

# Names of hosts that every reader of addresses takes for names: the last part has letters alone.
_HOST = r"(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.)+[a-z]{2,20}"
_REST = r"(?:[A-Za-z0-9_.~/?=%+,;:@!$*()#-]|&amp;)*"
_NAME = r"[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*"
_ADDRESS = "|".join(
    (
        rf"https?://{_HOST}(?:[/?#]{_REST})?",
        rf"/(?:{_NAME}{_REST})?",
        rf"{_NAME}(?:[/?#]{_REST})?",
        rf"#{_REST}",
        rf"mailto:{_NAME}@{_HOST}",
    )
)


def _around(name: str, content: str, attributes: str = "") -> str:
    return rf"<{name}{attributes}>(?:{content})</{name}>"


def _either(*forms: str) -> str:
    return rf"(?:{'|'.join(forms)})"


def _lines(form: str) -> str:
    return rf"(?:\n{form})*\n"


_STRESSED = _either(*(_around(name, _TEXT) for name in ("strong", "em", "code", "del")))
# The words of a picture; in attributes, the sanitiser writes some signs in another way.
_VALUE = r'(?:[^<>&"\x00\r\u{a0}\u{feff}]|&amp;)*'
_INLINE = _either(
    r"<br />\n",
    rf'<img src="(?:{_ADDRESS})" alt="{_VALUE}" />',
    _STRESSED,
    _around("a", rf"{_TEXT}(?:{_STRESSED}{_TEXT})*", rf' href="(?:{_ADDRESS})"'),
)
_WORDS = rf"{_TEXT}(?:{_INLINE}{_TEXT})*"
_PARAGRAPH = _around("p", _WORDS)
_ITEM = _around("li", _either(_WORDS, rf"\n{_PARAGRAPH}\n"))
_ALIGN = r'(?: align="(?:left|right|center)")?'
_HEAD, _CELL = (_around(name, _WORDS, _ALIGN) for name in ("th", "td"))
_HEADS = _around("thead", _lines(_around("tr", _lines(_HEAD))))
_ROWS = _around("tbody", _lines(_around("tr", _lines(_CELL))))
_BLOCK = _either(
    _PARAGRAPH,
    # Once for all, since it takes a while to compile: whether it is the same that ends is looked
    # at by itself.
    rf"<h[1-6]>{_WORDS}</h[1-6]>",
    rf'<(?:ul|ol(?: start="[0-9]{{1,9}}")?)>{_lines(_ITEM)}</[uo]l>',
    _around("blockquote", _lines(_PARAGRAPH)),
    _around("table", rf"\n{_HEADS}(?:\n{_ROWS})?\n"),
    "<hr />",
)
# None of these is in another, in this form.
_BEGINS_OR_ENDS = re.compile(r"</?(h[1-6]|[uo]l)[ >]")


@cache
def _form() -> SchemaValidator:
    """Compiled when there is a text to look at: that takes as long as ten pages."""
    return SchemaValidator(core_schema.str_schema(pattern=rf"\A(?:{_BLOCK}\n?)*\z"))


def canonical(html: str) -> str | None:
    """What the sanitiser makes of `html`, where its form tells; None where it does not."""
    if not _form().isinstance_python(html):
        return None
    ends = _BEGINS_OR_ENDS.findall(html)
    if ends[::2] != ends[1::2]:
        return None
    # In this form, what is written out or stands before the end of a tag so is nowhere else.
    return html.replace("&quot;", '"').replace(" />", ">")
