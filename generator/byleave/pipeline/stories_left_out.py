"""A site folder without its stories, or a part of it: left out of a checkout; or none yet."""

from collections.abc import Iterator
from os.path import lexists
from pathlib import Path

from byleave.diagnostics import Diagnostic, SiteError, error, warning
from byleave.git import answer, not_checked_out, spelt
from byleave.model.site_folder import FOLDERS

STORIES = "stories"


def refuse_without_stories(site: Path) -> None:
    """Raise SiteError where git knows of files of the site that were left out of the checkout.

    A checkout of a part of a repository has no stories, or a part of them, and the site would be
    published without the others; or it has no list of records, and somebody would come back.
    """
    if away := not_checked_out(site, *FOLDERS):
        stories = sum(name.startswith(f"{STORIES}/") and name.endswith(".md") for name in away)
        files = f"{len(away):,} files" if len(away) > 1 else "a file"
        message = f"this checkout leaves out {files} of the site, {stories:,} of them stories"
        do = "check out all of it: git sparse-checkout disable"
        first = min(away, key=lambda name: (not name.startswith(f"{STORIES}/"), name))
        raise SiteError([error(first, "stories-left-out", message, do)])
    if lexists(site / STORIES) or not lexists(site / "site_src"):
        return
    known = (answer(site, "ls-files", "-z", "--", spelt(STORIES)) or b"").split(b"\0")
    if number := sum(name.endswith(b".md") for name in known):
        files = "one story" if number == 1 else f"{number:,} stories"
        message = f"this folder is not here, and git knows of {files} in it"
        do = "check out all of the repository; if all stories are to go, run git rm -r stories"
        raise SiteError([error(STORIES, "stories-left-out", message, do)])


def without_stories(site: Path) -> Iterator[Diagnostic]:
    """That there is no folder of stories, where that may be meant."""
    if not lexists(site / STORIES):
        message = "there is no folder of stories here, so this is a site without any"
        do = "make a folder stories/ beside site_src/, with a file for each story"
        yield warning(STORIES, "no-stories", message, do)
