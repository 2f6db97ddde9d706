"""Small sites with voices that agree, leave and change their mind, and commands tried on them."""

import subprocess
from pathlib import Path
from typing import Any

import yaml

from byleave.pipeline.build_site import build_site
from tests.bad_input.trying import files_in
from tests.cli.running import Said, run
from tests.gate.sites import NOON
from tests.read.folders import YES, put, story, voice

ASKED = "{record: R-1, asked: 2026-01-05}"
SHED, PLOT = "stories/shed.md", "stories/plot.md"
OTHER = YES.replace("R-1", "R-8")
WORDS = "::: voice sam\nI mended the green gate.\n:::\n"


def consent(site: Path, *words: str, **_: Any) -> Said:
    """A command of the permission tools, run on `site`."""
    return run("consent", words[0], "--site", site, *words[1:])


def agreed(site: Path, story: str = "stories/shed.md", *more: str, voice: str = "sam") -> Said:
    """Sam says yes to a form, with the record R-2 if nothing else is said."""
    consent(site, "form", story, "--voice", voice)
    record = () if "--record" in more else ("--record", "R-2")
    uses = () if "--uses" in more else ("--uses", "web,feed")
    by = () if "--by" in more else ("--by", "self")
    return consent(site, "agree", story, "--voice", voice, *record, *uses, *by, "--yes", *more)


def three_stories(folder: Path) -> Path:
    """Two stories with Sam's record, and one with another of hers."""
    sam = voice("sam", "Sam", YES, person="sam-c")
    elsewhere = voice("s", "Sam", OTHER, person="sam-c")
    ann = voice("ann", "Ann", YES.replace("R-1", "R-9"))
    return put(
        folder,
        {
            SHED: story(WORDS, sam, ann),
            PLOT: story("::: voice sam\nBeans.\n:::\n", sam, title="The plot"),
            "stories/else.md": story("::: voice s\nKale.\n:::\n", elsewhere, title="Else"),
        },
    )


def record(site: Path, story: str = "stories/shed.md", voice: str = "sam") -> Any:
    """What a voice's consent says, as another reader of YAML has it."""
    matter = (site / story).read_text("utf-8-sig").split("---\n")[1]
    return yaml.load(matter, Loader=yaml.BaseLoader)["voices"][voice]["consent"]  # noqa: S506 - text alone


def published(site: Path, folder: Path) -> str:
    """Everything that is published of `site` at a noon that is long past, as one text."""
    build_site(site, output=folder, as_of=NOON)
    return "\n".join(one.decode("utf-8", "replace") for one in files_in(folder).values())


def git(folder: Path, *words: str) -> None:
    """A command of git in a folder."""
    subprocess.run(["git", "-C", str(folder), *words], check=True)


def commit(site: Path) -> None:
    """Keep `site` as it is in git."""
    who = ("-c", "user.name=Tilda", "-c", "user.email=tilda@lea.example.org")
    for words in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "More")):
        subprocess.run(["git", "-C", str(site), *words], check=True)
