"""The words of built pages and of the Markdown that they come from, ready to be compared."""

import html
import re
from collections.abc import Iterator

from tests.laws.model import Site, Story
from tests.laws.text import LINK, MENTION

WORD = re.compile(r"\w+")
MARKUP = re.compile(r"^(?:> ?|[-*] |\d+\. |#+ |Table: )+")
INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|i|q|span|strong)\b[^<>]*>")
TAG = re.compile(r"<[^<>]*>")
RULER = re.compile(r"^[\s|:-]*$")
RUN = 8


def words(text: str) -> tuple[str, ...]:
    """The words of a text, whatever its quotation marks, dashes, letter case and line ends."""
    return tuple(WORD.findall(text.casefold()))


def words_of_page(page: bytes) -> str:
    """The words of a built page, with one space before, between and after them."""
    text = TAG.sub(" ", INLINE.sub("", page.decode()))
    return f" {' '.join(words(html.unescape(text)))} "


def sentences(site: Site, story: Story) -> Iterator[str]:
    """Every line of a story's body without its markup, each cell of a table for itself."""
    names = {voice.id: voice.name for one in site.stories for voice in one.voices or ()}
    names |= {voice.id: voice.name for voice in story.voices or ()}
    for part in story.body:
        for line in part.text.splitlines():
            said = MENTION.sub(lambda mention: names[mention[1]], MARKUP.sub("", line))
            for cell in re.split(r"\||<br>", said) if line.startswith("|") else [said]:
                if words(cell) and not RULER.match(cell):
                    yield LINK.sub(r"\1", cell)


def runs(site: Site) -> set[tuple[str, ...]]:
    """Every run of eight words that the stories of a site say outside their front matter."""
    found: set[tuple[str, ...]] = set()
    for story in site.stories:
        for text in (story.title, story.summary, *(part.text for part in story.body)):
            said = words(text or "")
            found |= {said[start : start + RUN] for start in range(len(said) - RUN + 1)}
    return found
