"""Who takes part: Byleave and its peers, each as a value that says how it is run."""

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.architecture.sources import GENERATOR
from tests.bench import corpus
from tests.bench.measuring import Command
from tests.bench.stories import AS_OF, Telling

_TITLE = re.compile(r"^(title: .*?)(\"?)$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entrant:
    """A generator. In its words, {port} stands for a port.

    `kept` is what it keeps from one build for the next, beside the folder `output`; `listing` is
    the address of a list that begins with the newest stories.
    """

    name: str
    version: str
    write: Callable[[Path, int], None]
    path_of: Callable[[Telling], str]
    text_of: Callable[[Telling], str]
    build: tuple[str, ...]
    live: tuple[str, ...]
    output: str
    kept: tuple[str, ...]
    listing: str
    has_permission: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)

    def building(self, folder: Path) -> Command:
        """The command that builds the site in `folder`."""
        return Command(words=self.build, folder=folder, environment=self.environment)

    def serving(self, folder: Path, port: int) -> Command:
        """The command that shows the site in `folder` while it is edited."""
        words = [word.format(port=port) for word in self.live]
        return Command(words=words, folder=folder, environment=self.environment)


def page_of(one: Telling) -> str:
    """Where the page of a story is: the same for everybody."""
    return f"/stories/{one.slug}/"


def theme_page(theme: str) -> str:
    """Where the page of a theme is: the same for everybody."""
    return f"/themes/{corpus.slug(theme)}/"


def with_words(text: str, words: str) -> str:
    """A story after one edit of its body."""
    return f"{text}\n{words}\n"


def with_title(text: str, words: str) -> str:
    """A story after one edit of its title, which lists show too."""
    return _TITLE.sub(rf"\1 {words}\2", text, count=1)


_BYLEAVE = (sys.executable, "-m", "byleave")


def byleave(version: str) -> Entrant:
    """This repository's own generator, from its source."""
    return Entrant(
        name="byleave",
        version=version,
        write=corpus.write_site,
        path_of=corpus.path_of,
        text_of=corpus.story_text,
        build=(*_BYLEAVE, "build", "--output", "out", "--as-of", f"{AS_OF}", "--timings"),
        live=(*_BYLEAVE, "preview", "--port", "{port}"),
        output="out",
        kept=(".byleave",),
        listing="/stories/",
        has_permission=True,
        # As where it is installed: what was compiled once is kept, though this shell may forbid it.
        environment={"PYTHONPATH": str(GENERATOR), "PYTHONDONTWRITEBYTECODE": ""},
    )
