"""Pages are valid HTML, as the Nu HTML checker of the W3C sees it."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from tests.browser.sites import BuiltSite
from tests.set_up.checkers import NU, java

pytestmark = pytest.mark.slow

# The checker knows no 'self' of a page that it reads from a disk. Chromium does, and would say what
# it blocks: see test_people_find_stories_and_are_told_how_many.
_OWN_SCRIPT = re.compile("external script “/search/files/find.js” blocked by “script-src”")


def faults(folder: Path) -> list[str]:
    """The errors and warnings of the Nu checker about every page and style in a folder."""
    command = [java(), "-jar", str(NU), "--format", "json", "--skip-non-html", str(folder)]
    done = subprocess.run(command, capture_output=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{message.get('url', '').removeprefix(f'file:{folder}')}: {message['message']}"
        for message in messages
        if message["type"] == "error" or message.get("subType") == "warning"
        if not _OWN_SCRIPT.search(message["message"])
    ]


def test_every_page_is_valid(sites: tuple[BuiltSite, ...]) -> None:
    """No error and no warning on any page of the sites."""
    assert [fault for site in sites for fault in faults(site.folder)] == []


def test_a_fault_is_found(tmp_path: Path) -> None:
    """The checker does find a duplicate id and an element that may not stand where it does."""
    (tmp_path / "bad.html").write_text(
        '<!doctype html><html lang="en"><title>t</title><p id="a"><ul id="a"></ul></p>', "utf-8"
    )
    assert "Duplicate ID" in " ".join(faults(tmp_path))
