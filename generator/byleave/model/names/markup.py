"""Markup as it stands between and within words: tags, comments, signs of Markdown."""

import re

# Stands where readers may see words parted or one word: a sign of no width.
UNSEEN = "\u200b"
# What parts words on the page for certain; every other tag may stand within one, or be dropped.
_PARTS_WORDS = frozenset(
    "br p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 tr td th table blockquote figure figcaption hr "
    "section details summary pre article aside nav main header footer".split()
)
# Elements that go with all that is in them.
_DROPPED = re.compile(
    r"<(applet|datalist|embed|frameset|iframe|math|noembed|noframes|noscript|object|script|select"
    r"|style|svg|template|textarea|title|xmp)\b[^<>]{0,2000}>",
    re.I,
)
TAG = re.compile(r"<(?:[^<>\"']|\"[^\"<]{0,2000}\"|'[^'<]{0,2000}'){0,2000}>")
# What Markdown and HTML show nobody: where a link or picture on this site is kept. Only what no
# engine takes for words counts as that: a path in its brackets, or after a label on its line.
_LOCAL = re.compile(
    r"(\]\(\s{0,9}<?|^ {0,3}\[[^\[\]\n]{1,200}\]:\s{0,9}<?)(?![a-z][a-z0-9+.-]{1,20}:|//)"
    r"(?=[^\s()<>\[\]]{0,2000}(?:[/#]|\.\w{2,5}\b))[^\s()<>\[\]]{1,2000}"
    r"(?=>?[ \t]{0,9}(?:$|[)\"'(]))",
    re.I | re.M,
)
# How a link or a note parts words that stand together on the page.
_LINK = re.compile(
    r"\[\^[^\[\]\s]{1,200}\]|!?\["
    r"|\]\((?:[^()\[\]\"]|\([^()]{0,200}\)|\"[^\"]{0,500}\"){0,2000}\)|\](?:\[[^\[\]]{0,200}\])?"
)
_RAISED = re.compile(
    r"<(su[pb])\b[^<>]{0,500}>(?:<a\b[^<>]{0,500}>)?[^<>]{0,4}(?:</a>)?</\1>", re.I
)
# How signs are read aloud stands above them, and parts no words.
_READING = re.compile(
    r"<(r[tp])\b[^<>]{0,500}>[^<>]{0,200}(?:</\1\s*>|(?=<(?:r[tp]\b|/ruby)))", re.I
)
# Of each element, all that stands above its signs is one reading.
_RUBY = re.compile(r"<ruby\b[^<>]{0,500}>(.{0,5000}?)(?:</ruby\s*>|\Z)", re.I | re.S)
_ABOVE = re.compile(r"<rt\b[^<>]{0,500}>([^<>]{0,200})", re.I)
_TAG_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")


def without_local(text: str) -> str:
    """`text` without where links and pictures on this site are kept."""
    if "]:" in text:
        return _LOCAL.sub(r"\1", text)
    return _at_brackets(_LOCAL, text, ("](",), keep=1)


def without_links(text: str) -> str:
    """`text` without what makes links and notes of it, the words that lead there left."""
    return _at_brackets(_LINK, text, ("[", "]"), keep=0)


def without_dropped(text: str) -> str:
    """`text` without the elements of which a page shows nothing."""
    kept: list[str] = []
    start = 0
    never_closed: set[str] = set()
    for found in _DROPPED.finditer(text):
        name = found[1].lower()
        if found.start() < start or name in never_closed:
            continue
        closed = re.compile(f"</{name}[^<>]*>", re.I).search(text, found.end())
        if closed is None:
            never_closed.add(name)
            continue
        kept += (text[start : found.start()], UNSEEN)
        start = closed.end()
    return "".join(kept) + text[start:]


def _at_brackets(pattern: re.Pattern[str], text: str, begins: tuple[str, ...], keep: int) -> str:
    """`pattern.sub(…, text)`, tried only where one of `begins` stands: brackets are few.

    Of each match the group `keep` stays; of group 0, a sign of no width.
    """
    kept: list[str] = []
    done = 0
    # Where each of `begins` stands next; one that stands nowhere any more is not looked for again.
    places = dict.fromkeys(begins, -1)
    while True:
        for begin, at in tuple(places.items()):
            if at < done:
                places[begin] = text.find(begin, done)
                if places[begin] < 0:
                    del places[begin]
        if not places:
            return "".join(kept) + text[done:]
        at = min(places.values())
        start = at - 1 if at > done and text[at - 1] == "!" else at
        match = pattern.match(text, start) or pattern.match(text, at)
        kept.append(text[done : match.start() if match else at + 1])
        if match:
            kept.append(match[keep] if keep else UNSEEN)
        done = match.end() if match else at + 1


def without_raised(text: str) -> str:
    """`text` without raised and lowered elements that may be marks of notes, or say how to read."""
    if "<r" in text or "<R" in text:
        text = _READING.sub(UNSEEN, text)
    return _RAISED.sub(UNSEEN, text) if "<su" in text or "<SU" in text else text


def read_aloud(text: str) -> str:
    """What stands above the words of `text` to say how they are read aloud; "" without any."""
    if "<rt" not in text and "<RT" not in text:
        return ""
    return " ".join("".join(_ABOVE.findall(ruby)) for ruby in _RUBY.findall(text))


def without_comments(text: str) -> str:
    """`text` without HTML comments, in time that grows with its length alone."""
    kept: list[str] = []
    start = 0
    while (opened := text.find("<!--", start)) >= 0:
        closed = text.find("-->", opened)
        if closed < 0:
            break
        kept += (text[start:opened], UNSEEN)
        start = closed + 3
    return "".join(kept) + text[start:]


def gap(tag: str) -> str:
    """What a reader sees where `tag` stands: a space where it parts words, else no width."""
    return " " if name_of_tag(tag) in _PARTS_WORDS else UNSEEN


def name_of_tag(tag: str) -> str:
    """The name of the element that `tag` begins or ends, in small letters; "" where it has none."""
    name = _TAG_NAME.match(tag)
    return name[1].lower() if name else ""
