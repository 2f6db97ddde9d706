"""Footnotes of HTML: a raised link to an item further down, as footnotes of Markdown."""

from collections.abc import Collection

from bs4 import BeautifulSoup
from bs4.element import Tag

REFERENCE, NOTE = "footnote-reference", "footnote-text"


def as_footnotes(soup: BeautifulSoup, passages: Collection[str]) -> None:
    """Let links from raised numbers to items of a list be footnotes, in the part they stand in.

    A passage is a text of its own, so that its notes have to stand in it.
    """
    number = 0
    done: dict[str, str] = {}
    for raised in soup.find_all("sup"):
        link = raised.find("a", href=True)
        target = str(link["href"]).removeprefix("#") if isinstance(link, Tag) else ""
        if not target or not isinstance(link, Tag) or not str(link["href"]).startswith("#"):
            continue
        if target not in done:
            item = soup.find("li", id=target)
            if not isinstance(item, Tag):
                continue
            number += 1
            done[target] = str(number)
            _place(soup, raised, item, str(number), passages)
        reference = soup.new_tag(REFERENCE, attrs={"number": done[target]})
        raised.replace_with(reference)


def _place(
    soup: BeautifulSoup, raised: Tag, item: Tag, number: str, passages: Collection[str]
) -> None:
    back = [one for one in item.find_all("a", href=True) if str(one["href"]).startswith("#")]
    for one in back:
        if not any(sign.isalnum() for sign in one.get_text()):
            one.decompose()
    note = soup.new_tag(NOTE, attrs={"number": number})
    for child in list(item.children):
        note.append(child.extract())
    holder = item.parent
    item.decompose()
    if isinstance(holder, Tag) and not holder.find("li"):
        holder.decompose()
    inside = (one for one in raised.parents if not passages_of(one).isdisjoint(passages))
    (next(inside, None) or soup.body or soup).append(note)


def passages_of(tag: Tag) -> frozenset[str]:
    """The classes of an element."""
    return frozenset(map(str, tag.get("class") or ()))
