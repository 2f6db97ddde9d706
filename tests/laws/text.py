"""What the text of a story says: whom it names, where its links lead, which pictures it shows."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from tests.laws.readings import names_in_text

MENTION = re.compile(r"(?<!\\)\{([a-z][a-z0-9-]*)\}")
IMAGE = re.compile(r"!\[([^\[\]]*)\]\(([^()\s]+)\)")
LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()\s]+)\)")
LINK_BY_LABEL = re.compile(r"(?<!!)\[([^\[\]]*)\]\[([^\[\]]+)\]")
LABEL = re.compile(r"^\[([^\[\]^][^\[\]]*)\]: (\S+)\n", re.MULTILINE)
# Taken out where another line follows at once, it would change what that line is: under a
# definition, `---` is a text, and with nothing above it a rule.
LABEL_ALONE = re.compile(LABEL.pattern + r"(?=\n|\[)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link in a text: the words that can be pressed, and where they lead."""

    words: str
    destination: str


def mentioned_ids(text: str) -> frozenset[str]:
    """The ids that stand in braces, except those with a backslash before them."""
    return frozenset(MENTION.findall(text))


def links(text: str) -> tuple[Link, ...]:
    """Every link, with its destination beside it or under a label."""
    found = [Link(words=words, destination=there) for words, there in LINK.findall(text)]
    destinations = dict(LABEL.findall(text))
    found += [
        Link(words=words, destination=destinations[label])
        for words, label in LINK_BY_LABEL.findall(text)
        if label in destinations
    ]
    return tuple(found)


def is_local(destination: str) -> bool:
    """Whether a link stays on the site."""
    return not re.match(r"[a-z][a-z0-9+.-]*:|//", destination)


@lru_cache(maxsize=4096)
def searchable(text: str) -> str:
    """The text in which names are searched: all of it but the destinations of local links."""

    def without_destination(match: re.Match[str]) -> str:
        whole, destination = match.group(0), match.group(2)
        return whole.replace(destination, " ") if is_local(destination) else whole

    for pattern in (IMAGE, LINK, LABEL):
        text = pattern.sub(without_destination, text)
    return text


def holds(text: str | None, phrase: str) -> bool:
    """Whether a text has a phrase as whole words, however they are dressed up."""
    return bool(text) and names_in_text(searchable(text or ""), phrase)


def is_picture(key: str) -> bool:
    """Whether a file is a picture or a recording; of documents, a page shows the words."""
    return key.endswith((".png", ".mp3"))


def same_words(text: str) -> str:
    """A text as agreement sees it: white space and pictures do not count."""
    kept = IMAGE.sub(lambda image: "" if is_picture(image[2]) else image[0], text)
    return " ".join(kept.split())


def without_images(text: str, gone: Callable[[str], bool]) -> str:
    """The text without some pictures; a line in which one stands alone goes as a whole."""
    kept = []
    for line in text.splitlines(keepends=True):
        rest = IMAGE.sub(lambda image: "" if gone(image.group(2)) else image.group(0), line)
        if rest == line:
            kept.append(line)
        elif rest.strip():
            kept.append(rest.rstrip() + "\n")
    return "".join(kept)


def without_links(text: str, leads_nowhere: Callable[[str], bool]) -> str:
    """The text in which some links are only their words.

    What says where a label leads goes as well, or is left to lead nowhere if it cannot go alone.
    """
    labels = {label for label, destination in LABEL.findall(text) if leads_nowhere(destination)}
    text = LINK.sub(lambda link: link[1] if leads_nowhere(link[2]) else link[0], text)
    text = LINK_BY_LABEL.sub(lambda link: link[1] if link[2] in labels else link[0], text)
    return LABEL_ALONE.sub(lambda line: "" if line[1] in labels else line[0], text)


def beside(path: str, destination: str) -> str:
    """The path in the site folder that a relative destination in the file at `path` means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), destination))
