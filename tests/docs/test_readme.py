"""What the README promises, held."""

import re
from datetime import datetime
from pathlib import Path

from byleave.gate import admit
from byleave.model.published import Story
from byleave.read import read_site
from tests.architecture.sources import REPOSITORY
from tests.docs.example_site import ExampleSite
from tests.docs.pages import README, code_in, fences, pages, prose

DAY = datetime(2025, 3, 1)  # noqa: DTZ001 - the gate takes a moment in the site's time zone
MAKE = re.compile(r"^make (.*)", re.MULTILINE)


def targets() -> set[str]:
    """What the Makefile can make by name."""
    text = (REPOSITORY / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    return set(re.findall(r"^([a-z./-]+):", text, re.MULTILINE))


def wanted(words: str) -> set[str]:
    """The targets among what stands behind `make`; options and settings are none."""
    found, _, _ = words.partition("#")
    plain = re.sub(r'-C "?\S+|--\S+|[A-Z]+=\S+', "", found)
    return set(plain.split())


def published(site: ExampleSite) -> tuple[Story, ...]:
    """The stories that are published on DAY."""
    found, _ = admit(read_site(site.folder).tree, DAY)
    return found.stories


def test_it_opens_with_the_two_commands() -> None:
    """Whoever has a minute sees what to type, and both commands are there."""
    first = fences(README)[0]
    assert re.findall(r"^make ([a-z-]+)", first.text, re.MULTILINE) == ["site", "test"]


def test_every_make_command_in_the_docs_is_there() -> None:
    """What a page tells people to type works."""
    for page in pages():
        shell = [fence.text for fence in fences(page) if fence.language == "sh"]
        for text in (*shell, *code_in(prose(page))):
            for words in MAKE.findall(text):
                assert wanted(words) <= targets(), page


def test_the_story_is_published_and_a_withdrawal_leaves_no_trace(tmp_path: Path) -> None:
    """The example does what is said of it: Joe is there, and then he never was."""
    site = ExampleSite(tmp_path)
    file, line = [one for one in fences(README) if one.language in ("markdown", "yaml")]
    site.add(file)
    (story,) = published(site)
    assert [voice.name for voice in story.voices] == ["Asha Renwick", "Joe"]

    record = "until: 2034-04-30\n"
    assert file.text.count(record) == 1
    site.put(file.example_of, file.text.replace(record, f"{record}      {line.text}"))
    (without,) = published(site)

    passage = re.compile(r"^::: voice joe\n.*?^:::\n", re.MULTILINE | re.DOTALL)
    entry = re.compile(r"^  joe:\n(?:    .*\n)+", re.MULTILINE)
    site.put(file.example_of, entry.sub("", passage.sub("", file.text)))
    (never,) = published(site)
    assert without == never
    assert "Joe" not in repr(never)
