"""A case to what is expected of it: what is said, what is withheld, and what readers meet.

A case is a folder with a small site in `site/`, and in `expected/` what becomes of it on one day.
`python -m tests.cases.update` writes `expected/` anew; what changed is read in the diff. What a
site without any story has too is left out, except the files that the case names in `shown.txt`.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from lxml import etree, html

from byleave.cli.reporting import summary
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions, BuildResult

CASES = Path(__file__).parent
DAY = datetime(2026, 6, 1, 12)  # noqa: DTZ001 - noon by the clocks of each case's site
HEADING = re.compile(r"h([1-6])")
BLOCKS = frozenset("p dt dd figcaption caption th td summary".split())
SETTINGS = "site_src/site.yaml"
# Lists of everything, and styles, whose names tell what is in them.
MADE_OF_ALL = re.compile(r"styles\.|search/files/")
GATHERING = re.compile(r"feed\.|styles\.|stories/years/|calendar")


def cases() -> list[str]:
    """The names of all cases."""
    return sorted(path.parent.name for path in CASES.glob("*/site"))


def snapshot(name: str) -> dict[str, str]:
    """The files of `expected/` as they would be now, by their names."""
    site, extra = CASES / name / "site", CASES / name / "shown.txt"
    shown = extra.read_text(encoding="utf-8").split() if extra.exists() else []
    result, files = built(site)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / SETTINGS).parent.mkdir()
        shutil.copy(site / SETTINGS, Path(folder) / SETTINGS)
        _, without = built(Path(folder))
    own = [path for path in files if path not in without]
    shown += [path for path in own if path.endswith(".html") and not GATHERING.match(path)]
    return {
        "findings.txt": findings(result),
        "withheld.txt": "".join(f"{line}\n" for line in result.details),
        "files.txt": "".join(f"{path}\n" for path in own if not MADE_OF_ALL.match(path)),
        "pages.txt": "\n".join(page(path, files[path]) for path in shown),
    }


def built(site: Path) -> tuple[BuildResult, Mapping[str, bytes]]:
    """What a build says of a site, and the files that it makes."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "public"
        options = BuildOptions(executor="serial")
        result = build_site(site, output=output, as_of=DAY, options=options)
        files = {
            path.relative_to(output).as_posix(): path.read_bytes()
            for path in sorted(output.rglob("*"))
            if path.is_file() and path.name != ".byleave"
        }
    return result, files


def findings(result: BuildResult) -> str:
    """How the build ends, and what it tells everybody."""
    told = [one.as_text() for one in result.diagnostics if not one.private]
    return "\n".join([f"exit {result.exit_code}: {summary(result)}", *told, ""])


def page(path: str, content: bytes) -> str:
    """A page, feed, calendar or sitemap as plain text."""
    if path.endswith(".html"):
        return "\n".join([f"=== {path}{marks(content)}", *words(content), ""])
    return "\n".join([f"=== {path}", *entries(content.decode()), ""])


def marks(content: bytes) -> str:
    """What the head of a page says to search engines and to who shares it."""
    page = html.fromstring(content.decode())
    hidden = [one.get("content") for one in page.iterfind(".//meta[@name='robots']")]
    shared = [one.get("content") for one in page.iterfind(".//meta[@property='og:title']")]
    return "".join([*(f" {one}" for one in hidden), *(f" shared as {one!r}" for one in shared)])


def entries(text: str) -> list[str]:
    """The addresses, titles and names in a file for machines."""
    return re.findall(
        r"<(?:loc|name|title|id|summary)>[^<]*|(?:SUMMARY|UID|URL)[^:\r]*:[^\r]*", text
    )


def words(content: bytes) -> Iterator[str]:
    """What is in the main part of a page, a line for each piece, as Markdown would have it."""
    page = html.fromstring(content.decode())
    for main in page.iterfind(".//main"):
        for part in main.iterfind(".//*[@aria-labelledby='permission']"):
            part.getparent().remove(part)  # type: ignore[union-attr] # it is inside main
        yield from pieces(main)


def pieces(element: etree._Element) -> Iterator[str]:
    """The blocks below an element."""
    for child in element:
        heading = HEADING.fullmatch(str(child.tag))
        if heading:
            yield f"{'#' * int(heading[1])} {inline(child)}"
        elif child.tag in BLOCKS and not any(one.tag in ("p", "ul", "ol") for one in child):
            yield inline(child)
        elif child.tag == "li" and not any(one.tag in ("p", "h2", "h3", "h4") for one in child):
            yield f"- {inline(child)}"
        elif child.tag in ("img", "audio", "video"):
            yield inline_one(child)
        else:
            yield from pieces(child)


def inline(element: etree._Element) -> str:
    """The words of an element in one line, with its links and pictures."""
    said = (element.text or "") + "".join(inline_one(one) + (one.tail or "") for one in element)
    return " ".join(said.split())


def inline_one(element: etree._Element) -> str:
    """One element within a line."""
    if element.tag == "a":
        return f"[{inline(element)}]({element.get('href')})"
    if element.tag == "img":
        return f"![{element.get('alt')}]({element.get('src')})"
    if element.tag in ("audio", "video"):
        return f"<{element.tag} {element.get('src')}>"
    return inline(element)
