"""A line of HTML as plain words: titles and summaries."""

from bs4 import BeautifulSoup

from byleave.beginning.front_matter import one_line

_TIMES = 2  # a title that was escaped twice is a title still


def plain_line(html: str) -> str:
    """The words of a short text that may have tags and entities in it, in one line."""
    said = html
    for _ in range(_TIMES):
        if "<" not in said and "&" not in said:
            break
        soup = BeautifulSoup(f"<p>{said}</p>", "html.parser")
        for tag in soup(["script", "style"]):
            tag.decompose()
        said = soup.get_text()
    return one_line(said)
