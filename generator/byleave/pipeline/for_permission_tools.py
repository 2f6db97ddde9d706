"""What the permission tools are told of a site: its register, and what would be public."""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from byleave.diagnostics import Diagnostic, SiteError, error, in_order
from byleave.gate import absent, expect, register
from byleave.model.forms import ConsentReceipt, Paper
from byleave.model.register import Expectation, RegisterEntry, ShownWords
from byleave.model.settings import Host
from byleave.model.site_plan import SitePlan
from byleave.model.withheld import Withheld, WithheldWords
from byleave.read import (
    faulty_words,
    read_guard,
    read_settings,
    read_site,
    story_address,
    words_in,
)
from byleave.relate import relate
from byleave.render import UnrenderableError
from byleave.render.paper import has_catalogue, render_paper, render_receipt_data
from byleave.values import replace

__all__ = [
    "SiteRegister",
    "address_of",
    "each_as_if_public",
    "has_catalogue",
    "host_of",
    "on_paper",
    "read_guard",
    "read_register",
    "read_settings",
    "read_withheld",
    "receipt_for_programs",
    "words_of",
    "would_be_public",
]


_NONE: Mapping[str, str] = MappingProxyType({})


class SiteRegister(Struct, frozen=True, kw_only=True):
    """Who said what in all stories without faults; `findings` are about the other files."""

    entries: tuple[RegisterEntry, ...]
    findings: tuple[Diagnostic, ...]


def read_register(site: Path, as_of: datetime) -> SiteRegister:
    """The register of the folder `site` at `as_of`; raises SiteError as `build_site` does."""
    source = read_site(site)
    return SiteRegister(entries=register(source.tree, as_of), findings=in_order(source.findings))


def read_withheld(site: Path, as_of: datetime) -> Withheld:
    """All that the folder `site` withholds at `as_of`; raises SiteError as `build_site` does."""
    tree = read_site(site).tree
    found = absent(tree, as_of)
    faulty = tuple(
        WithheldWords(story=path, kind="words", text=text)
        for path, text in faulty_words(site, tree)
    )
    titles = tuple(
        WithheldWords(story=story.path, kind="title", text=text)
        for story in tree.faulty
        for text in story.titles_and_names
    )
    return replace(found, words=(*found.words, *faulty, *titles))


def would_be_public(
    site: Path, as_of: datetime, *, story: str, asking: Collection[str]
) -> tuple[Expectation, SitePlan]:
    """What would be public of `story` if the voices `asking` said yes, and the site around it.

    `story` is a path below `site` in POSIX form. Raises SiteError as `build_site` does, KeyError
    where no story without faults is there or where it knows no such voice.
    """
    expectation = expect(read_site(site).tree, as_of, story=story, asking=asking)
    plan = relate(expectation.rehearsal)
    # All of its pages are looked at, and more than once.
    return expectation, replace(plan, pages=dict(plan.pages))


def each_as_if_public(
    site: Path, as_of: datetime, asked: Collection[tuple[str, str]]
) -> Iterator[tuple[RegisterEntry, Expectation, SitePlan]]:
    """The same for each voice that is `asked`, a story's path and an id; the site is read once.

    What is in no story without faults is passed by. Raises SiteError as `build_site` does.
    """
    tree = read_site(site).tree
    for entry in register(tree, as_of):
        if (entry.story, entry.voice) in asked:
            expectation = expect(tree, as_of, story=entry.story, asking=[entry.voice])
            plan = relate(expectation.rehearsal)
            yield entry, expectation, replace(plan, pages=dict(plan.pages))


def on_paper(
    paper: Paper,
    plan: SitePlan,
    *,
    language: str,
    easy_read: bool = False,
    large_print: bool = False,
    symbols: Mapping[str, str] = _NONE,
) -> str:
    """A form, a receipt or a letter as HTML that is one file, in plain words or as Easy Read.

    `plan` is the site around it, as `would_be_public` gives it; `language` is one that has a
    catalogue; `symbols` are paths of pictures by the symbols that they stand for. Raises SiteError
    for a text that cannot be rendered.
    """
    try:
        return render_paper(
            paper,
            plan,
            language=language,
            easy_read=easy_read,
            large_print=large_print,
            symbols=symbols,
        )
    except UnrenderableError as fault:
        raise SiteError([error(fault.path, "prose", fault.message, fault.do)]) from None


def receipt_for_programs(receipt: ConsentReceipt, plan: SitePlan, *, language: str) -> str:
    """A receipt as JSON-LD, its words in `language`; `plan` is as for `on_paper`."""
    return render_receipt_data(receipt, plan, language=language)


def host_of(site: Path) -> Host | None:
    """Where the settings of `site` say that it is published; None where they have an error."""
    try:
        return read_settings(site).host
    except SiteError:
        return None


def address_of(site: Path, story: str) -> str:
    """The address at which the story file at the path `story` is published.

    It is that on the site alone where settings have an error.
    """
    try:
        url = read_settings(site).url.rstrip("/")
    except SiteError:
        url = ""
    return url + story_address(story)


def words_of(text: str, path: str) -> tuple[ShownWords, ...]:
    """What agreements know of the story file that `text` is, or once was, at `path`."""
    return tuple(words_in(text, path))
