"""Tags of Hugo's and Jekyll's templates in Markdown: what readers saw, where that is known."""

import re
import shlex
from collections import Counter
from collections.abc import Callable
from html import escape

_CODE = re.compile(
    r"\{%-?\s*highlight\s+([\w+-]+)[^%]*%\}\n?(.*?)\n?\{%-?\s*endhighlight\s*-?%\}", re.S
)
_RAW = re.compile(r"\{%-?\s*raw\s*-?%\}(.*?)\{%-?\s*endraw\s*-?%\}", re.S)
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.S)
_LINKED = re.compile(r"\{%-?\s*(?:link|post_url)\s+([^%\s]+)\s*-?%\}")
_SITE = re.compile(
    r"\{\{\s*site\.(?:baseurl|url)\s*\}\}(?=/)"
    r"|\{\{\s*['\"]([^'\"]*)['\"]\s*\|\s*(?:relative|absolute|prepend)\w*[^}]*\}\}"
)
_LIQUID = re.compile(r"\{%-?.*?-?%\}|\{\{.*?\}\}", re.S)
_REF = re.compile(r"\{\{[<%]\s*(?:rel)?ref\s+\"?([^\"}]+?)\"?\s*[%>]\}\}")
_SHORT = re.compile(
    r"\{\{([<%])\s*(/?)\s*([\w/.-]+)((?:\"[^\"]*\"|`[^`]*`|[^{}\"`])*?)/?\s*[%>]\}\}"
)
_SHOWN_AS_IT_IS = re.compile(r"\{\{([<%])\s*/\*(.*?)\*/\s*([%>])\}\}", re.S)
_NAMED = re.compile(r"([\w-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|`[^`]*`|\S+)")
# Signs for what is no tag until all tags are gone.
_OPEN, _CLOSE = "\ue017", "\ue018"
_FILMS = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}


def without_liquid(text: str, notes: Counter[str]) -> str:
    """`text` of Jekyll's with what its tags showed, or without them."""
    kept: list[str] = []
    text = _RAW.sub(lambda found: _put_by(found[1], kept), text)
    text = _COMMENT.sub("", text)
    text = _CODE.sub(lambda found: f"```{found[1]}\n{found[2]}\n```", text)
    text = _LINKED.sub(r"\1", text)
    text = _SITE.sub(lambda found: found[1] or "", text)
    text, gone = _LIQUID.subn("", text)
    notes["a tag of templates was left out"] += gone
    return _with(text, kept)


def without_shortcodes_of_hugo(text: str, notes: Counter[str]) -> str:
    """`text` of Hugo's with what its short codes showed, or with what stood in them."""
    kept: list[str] = []
    text = _SHOWN_AS_IT_IS.sub(
        lambda found: _put_by(f"{{{{{found[1]}{found[2]}{found[3]}}}}}", kept), text
    )
    text = _REF.sub(r"\1", text)
    text = _SHORT.sub(lambda found: _shown(found, notes), text)
    return _with(text, kept)


def as_it_is(text: str, _notes: Counter[str]) -> str:
    """`text`, in which there are no tags."""
    return text


# What is done first to each kind of Markdown.
FIRST: dict[str, Callable[[str, Counter[str]], str]] = {
    "jekyll": without_liquid,
    "hugo": without_shortcodes_of_hugo,
    "markdown": as_it_is,
}


def _put_by(words: str, kept: list[str]) -> str:
    kept.append(words)
    return f"{_OPEN}{len(kept) - 1}{_CLOSE}"


def _with(text: str, kept: list[str]) -> str:
    return re.sub(f"{_OPEN}(\\d+){_CLOSE}", lambda found: kept[int(found[1])], text)


def _shown(found: re.Match[str], notes: Counter[str]) -> str:
    name, rest = found[3], found[4]
    if found[2]:
        return "\n```" if name == "highlight" else ""
    named = {one[1]: one[2].strip("\"'`") for one in _NAMED.finditer(rest)}
    plain = _words(_NAMED.sub("", rest))
    first = plain[0] if plain else named.get("id", "")
    if name in ("figure", "img"):
        caption = named.get("caption") or named.get("title") or ""
        words = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
        address, alt = escape(named.get("src", first)), escape(named.get("alt", ""))
        return f'<figure><img src="{address}" alt="{alt}">{words}</figure>'
    if name in _FILMS and first:
        return f"<{_FILMS[name]}{first}>"
    if name == "highlight":
        return f"```{first}\n"
    notes[f"a short code was left out, and what stood in it was kept: {name}"] += 1
    return ""


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()
