"""The sites that the browser tests look at, built once, and their pages by kind."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

from byleave.gate import admit
from byleave.model.site import View
from byleave.pipeline.build_site import build_site
from byleave.pipeline.options import BuildOptions
from byleave.read import read_site
from byleave.relate import relate

ROOT = Path(__file__).parents[2]
ACCEPTANCE = ROOT.parent / "shared" / "acceptance" / "better-way"
AS_OF = datetime(2026, 11, 21, 12)  # noqa: DTZ001 - a moment in the site's own time zone
PAGES_OF_A_KIND = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltSite:
    """A site folder, what was built of it, and its address while it is served."""

    folder: Path
    url: str
    pages: tuple[View, ...]

    def of_kind(self, template: str) -> tuple[str, ...]:
        """The addresses of some pages of a kind: the first few, and one in each language."""
        found = [view for view in self.pages if view.template == template]
        languages = {view.language: view.address for view in reversed(found)}
        first = (view.address for view in islice(found, PAGES_OF_A_KIND))
        return tuple(dict.fromkeys((*first, *languages.values())))


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is about the test."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder that is served on this machine alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def first_page(sites: Iterable[BuiltSite], template: str) -> str:
    """The whole address of the first page of a kind in any of the sites."""
    return next(site.url + address for site in sites for address in site.of_kind(template))


def write_large_site(folder: Path) -> None:
    """A site without pages of its own, and with more stories than one page of an A to Z shows."""
    for name in ("site_src", "stories"):
        (folder / name).mkdir(parents=True)
    (folder / "site_src" / "site.yaml").write_text(
        "format: 1\ntitle: Many stories\nurl: https://many.example.org/\n"
        "permission: {person: The group, email: us@many.example.org, within: a day}\n",
        "utf-8",
    )
    for number in range(310):
        text = f"---\ntitle: Story {number}\ndate: 2026-01-01\nvoices: {{}}\n---\n\nIt is short.\n"
        (folder / "stories" / f"story-{number}.md").write_text(text, "utf-8")


@contextmanager
def built(site: Path, folder: Path, *, relative: bool = False) -> Iterator[BuiltSite]:
    """The site folder `site`, built into `folder` and served."""
    options = BuildOptions(base_url="http://127.0.0.1/", relative=relative, executor="serial")
    build_site(site, output=folder, as_of=AS_OF, options=options)
    published, _ = admit(read_site(site).tree, AS_OF)
    with served(folder) as url:
        yield BuiltSite(folder=folder, url=url, pages=relate(published).views)
