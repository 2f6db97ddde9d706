"""Whether a page is written as the templates write pages, and is sound as far as that shows.

Of such a page the text tells what a parser would: `<` and `>` stand for tags alone, one space is
before each attribute, and each value is in quotation marks. Any other page is parsed. A look takes
a sixth of the time of a parser: the engine is that of pydantic, which reads a text once, whatever
is looked for.
"""

from functools import cache

from pydantic_core import SchemaValidator, core_schema

# What the parser takes for nothing else: of raw text and frames it has its own mind.
_NAMES = """
a abbr address article aside audio b bdi bdo blockquote body br button caption circle cite code col
colgroup dd del details dfn div dl dt em figcaption figure footer form g h2 h3 h4 h5 h6 head header
hgroup hr i input ins kbd label legend fieldset li line link main mark meta meter nav noscript ol
optgroup option output p path picture pre progress q rect rp rt ruby s samp search section select
small source span strong sub summary sup svg table tbody td template tfoot th thead time tr track u
ul use var video wbr
"""
_NAME = "|".join(sorted(_NAMES.split(), key=len, reverse=True))
_VALUE = r'"[^"<>\x00]*"'
_ALONE = "async|checked|controls|defer|disabled|download|hidden|loop|multiple|muted|open|required"
_ATTRIBUTES = rf"(?: (?:(?:[a-z][a-z0-9:_.-]*|viewBox)={_VALUE}|{_ALONE}))*"
_TEXT = r"[^<>\x00]"
# Anything but a title, a heading of level 1, and a picture without words.
_REST = (
    rf"(?:{_TEXT}|<(?:{_NAME}){_ATTRIBUTES} ?/?>|</(?:{_NAME}|h1)>"
    rf"|<img{_ATTRIBUTES} alt={_VALUE}{_ATTRIBUTES} ?/?>"
    rf"|<script{_ATTRIBUTES}>{_TEXT}*</script>|<style{_ATTRIBUTES}>{_TEXT}*</style>)*"
)
_TITLE = r"(?:[^<>&\x00]|&#?[a-zA-Z0-9]+;)*"
_PAGE = (
    rf'\A<!doctype html>\s*<html lang="[a-zA-Z][^"<>\x00]*"{_ATTRIBUTES}>'
    rf"{_REST}<title{_ATTRIBUTES}>{_TITLE}\pL{_TITLE}</title>{_REST}<h1{_ATTRIBUTES}>{_REST}</html>\s*\z"
)


@cache
def _form() -> SchemaValidator:
    """Compiled when there is a page to look at: that takes as long as ten of them."""
    return SchemaValidator(core_schema.str_schema(pattern=_PAGE))


def is_usual(page: bytes) -> bool:
    """Whether `page` is of the usual form, with a language, a title, one heading of level 1 and
    words in the place of each picture.
    """
    return _form().isinstance_python(page)
