"""Sending what was written to where a group keeps its site: kept, brought together, and sent.

It is git that does it, with the files of the site alone and a message that tells nothing.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from msgspec import Struct

from byleave.git import GitAnswer, answer, did, spelt
from byleave.model.site_folder import FOLDERS
from byleave.permission.afterwards.publishing import MESSAGE
from byleave.sharing.stopped_first import send_what_stops

# Why it did not work, in a word; "sent" and "nothing" are no faults.
How = Literal[
    "sent",
    "nothing",
    "no git",
    "no repository",
    "unfinished",
    "no branch",
    "nowhere",
    "nobody",
    "both",
    "network",
    "not let in",
    "refused",
    "other",
]
# What only people can go on with.
_WAITING = frozenset(("both", "unfinished", "no branch", "other"))
_AGAIN = 3
_SIGNS: tuple[tuple[How, re.Pattern[str]], ...] = (
    ("nobody", re.compile(r"tell me who you are|empty ident name|unable to auto-detect email")),
    (
        "not let in",
        re.compile(
            r"permission denied|authentication failed|could not read (?:username|password)"
            r"|access denied|terminal prompts disabled|returned error: 40[13]",
            re.I,
        ),
    ),
    (
        "network",
        re.compile(
            r"could not resolve|connection (?:refused|timed out|reset)|network is unreachable"
            r"|unable to access|took too long|could not read from remote|does not appear to be",
            re.I,
        ),
    ),
    ("refused", re.compile(r"\[remote rejected\]|pre-receive hook|protected branch", re.I)),
)
_BEHIND = re.compile(r"non-fast-forward|fetch first|\[rejected\]", re.I)


class Sent(Struct, frozen=True, kw_only=True):
    """How sending ended; `said` is git's own words, for whoever looks after the repository.

    Where the whole could not be sent, `has_stopped` says that who left or is held was sent alone.
    """

    how: How
    said: str = ""
    has_stopped: bool = False


class Both(Struct, frozen=True, kw_only=True):
    """A file that two people have changed: as it was, as it is here, and as others have it."""

    path: str
    base: str | None
    yours: str | None
    theirs: str | None


def send(site: Path) -> Sent:
    """Keep what was changed in the site's own folders, bring it together with others', send it.

    Where that has to wait for somebody, what stops permissions does not.
    """
    sent = _sent(site)
    if sent.how not in _WAITING:
        return sent
    return Sent(how=sent.how, said=sent.said, has_stopped=send_what_stops(site))


def _sent(site: Path) -> Sent:
    if fault := _not_possible(site):
        return fault
    kept = _keep(site)
    if kept is not None and kept.code:
        return _ended(kept)
    if not _upstream(site) and (sent := _first(site)):
        return sent
    for _ in range(_AGAIN):
        done = _with_others(site)
        if done.code:
            return _parted(site, done)
        if not _is_ahead(site):
            return Sent(how="nothing")
        done = did(site, "push", "--quiet")
        if not done.code:
            return Sent(how="sent")
        if not _BEHIND.search(done.wrong):
            break
    return _ended(done)


def _with_others(site: Path) -> GitAnswer:
    """Bring what was kept here together with what others have sent."""
    done = did(site, "fetch", "--quiet")
    if done.code or not did(site, "merge-base", "--is-ancestor", "@{upstream}", "HEAD").code:
        return done
    if did(site, "rev-list", "--merges", "@{upstream}..HEAD").said.strip():
        # What somebody has chosen between two versions would be asked again one by one.
        return did(site, "merge", "--quiet", "--autostash", "-m", MESSAGE, "@{upstream}")
    return did(site, "-c", "rebase.autoStash=true", "pull", "--rebase", "--quiet")


def _parted(site: Path, done: GitAnswer) -> Sent:
    """Leave all as it was where it could not be brought together, and say why."""
    if _is_in_the_middle(site):
        did(site, "rebase", "--abort")
    elif _is_merging(site):
        did(site, "merge", "--abort")
    else:
        return _ended(done)
    return Sent(how="both")


def both_changed(site: Path) -> tuple[Both, ...]:
    """The files that two people have changed otherwise; nothing is left of having looked."""
    _merge(site)
    try:
        return tuple(_in_both(site))
    finally:
        did(site, "merge", "--abort")


def bring_together(site: Path, texts: dict[str, str | None], shown: tuple[Both, ...]) -> Sent:
    """Put `texts` in the place of the files that two people have changed, and send it all.

    A text of None takes the file away. Nothing is done where others have changed more since these
    were `shown`.
    """
    if fault := _not_possible(site):
        return fault
    # What is changed here meanwhile would come back with marks of two versions in it.
    kept = _keep(site)
    if kept is not None and kept.code:
        return _ended(kept)
    _merge(site)
    if tuple(_in_both(site)) != shown or {one.path for one in shown} != texts.keys():
        did(site, "merge", "--abort")
        return Sent(how="both")
    top = _top(site)
    for path, text in texts.items():
        if text is None:
            did(site, "rm", "--quiet", "--force", "--", spelt(path))
            continue
        (top / path).parent.mkdir(parents=True, exist_ok=True)
        (top / path).write_bytes(text.encode("utf-8", "surrogateescape"))
        did(top, "add", "--", spelt(path))
    # Where it could not be sent before, it is brought together already.
    done = did(site, "commit", "--quiet", "-m", MESSAGE) if _is_merging(site) else None
    if done is not None and done.code:
        did(site, "merge", "--abort")
        return _ended(done)
    return send(site)


def introduce(site: Path, name: str, address: str) -> None:
    """Note for this repository who changes it; everybody who works on the site can read that."""
    did(site, "config", "user.name", name)
    did(site, "config", "user.email", address)


def unsent(site: Path) -> tuple[str, ...]:
    """The paths of files of the site, from its folder, that are another here than others have."""
    folders = [spelt(one) for one in FOLDERS]
    what = ("status", "--porcelain", "-z", "--no-renames", "--untracked-files=all")
    changed = (one[3:] for one in _names(answer(site, *what, "--", *folders)))
    others = ("diff", "--name-only", "--no-renames", "-z", "@{upstream}", "HEAD")
    kept = _names(answer(site, *others, "--", *folders))
    before = (answer(site, "rev-parse", "--show-prefix") or b"").decode().strip()
    return tuple(sorted({one.removeprefix(before) for one in (*changed, *kept)}))


def _names(said: bytes | None) -> list[str]:
    return [one for one in (said or b"").decode("utf-8", "surrogateescape").split("\0") if one]


def _not_possible(site: Path) -> Sent | None:
    done = did(site, "rev-parse", "--git-dir")
    if done.code == 127:
        return Sent(how="no git")
    if done.code:
        return Sent(how="no repository", said=done.wrong)
    if _is_in_the_middle(site) or _is_merging(site) or _has_marks(site):
        return Sent(how="unfinished")
    if did(site, "symbolic-ref", "--quiet", "HEAD").code:
        return Sent(how="no branch")
    if not did(site, "remote").said.strip():
        return Sent(how="nowhere")
    return None


def _keep(site: Path) -> GitAnswer | None:
    """Keep what was changed; None where there is nothing. The first time, all of the site."""
    is_first = did(site, "rev-parse", "--verify", "--quiet", "HEAD").code != 0
    there = ["."] if is_first else [spelt(one) for one in FOLDERS if _is_known(site, one)]
    if not there or not did(site, "status", "--porcelain", "--", *there).said.strip():
        return None
    done = did(site, "add", "--all", "--", *there)
    return done if done.code else did(site, "commit", "--quiet", "-m", MESSAGE, "--", *there)


def _is_known(site: Path, path: str) -> bool:
    """Whether there is any file at a path, here or as it was kept; a folder alone is none."""
    what = ("ls-files", "--cached", "--others", "--exclude-standard")
    return bool(answer(site, *what, "--", spelt(path)))


def _has_marks(site: Path) -> bool:
    """Whether two versions of a file of the site were not brought together to the end."""
    if answer(site, "ls-files", "--unmerged"):
        return True
    both = ("-e", "^<<<<<<< ", "-e", "^>>>>>>> ")
    folders = [spelt(one) for one in FOLDERS]
    what = ("grep", "--untracked", "-l", "-I", "--all-match", *both)
    return bool(answer(site, *what, "--", *folders))


def _upstream(site: Path) -> str:
    return did(
        site, "rev-parse", "--abbrev-ref", "--symbolic-full-name", "@{upstream}"
    ).said.strip()


def _first(site: Path) -> Sent | None:
    """Send a branch for the first time; None where others have begun one of this name already."""
    names = did(site, "remote").said.split()
    remote = "origin" if "origin" in names else names[0]
    done = did(site, "push", "--quiet", "--set-upstream", remote, "HEAD")
    if not done.code:
        return Sent(how="sent")
    branch = did(site, "symbolic-ref", "--short", "HEAD").said.strip()
    did(site, "fetch", "--quiet", remote)
    known = did(site, "branch", f"--set-upstream-to={remote}/{branch}")
    return _ended(done) if known.code or not _BEHIND.search(done.wrong) else None


def _is_ahead(site: Path) -> bool:
    return did(site, "rev-list", "--count", "@{upstream}..HEAD").said.strip() != "0"


def _merge(site: Path) -> None:
    did(site, "fetch", "--quiet")
    quiet = ("--no-commit", "--no-ff", "--quiet", "--autostash")
    did(site, "merge", *quiet, "@{upstream}")


def _in_both(site: Path) -> Iterator[Both]:
    said = (answer(_top(site), "ls-files", "--unmerged", "-z") or b"").decode(
        "utf-8", "surrogateescape"
    )
    found: dict[str, dict[str, str]] = {}
    for one in filter(None, said.split("\0")):
        facts, _, path = one.partition("\t")
        _, blob, stage = facts.split(" ")
        found.setdefault(path, {})[stage] = blob
    for path, blobs in sorted(found.items()):
        base, yours, theirs = (_text(site, blobs.get(stage)) for stage in "123")
        yield Both(path=path, base=base, yours=yours, theirs=theirs)


def _text(site: Path, blob: str | None) -> str | None:
    content = answer(site, "cat-file", "blob", blob) if blob else None
    return None if content is None else content.decode("utf-8", "surrogateescape")


def _top(site: Path) -> Path:
    said = answer(site, "rev-parse", "--show-toplevel")
    return Path(said.decode("utf-8", "surrogateescape").rstrip("\n")) if said else site


def _is_in_the_middle(site: Path) -> bool:
    """Whether commits are being put upon others', and somebody has to go on with it."""
    folder = _git_folder(site)
    return (folder / "rebase-merge").is_dir() or (folder / "rebase-apply").is_dir()


def _is_merging(site: Path) -> bool:
    return (_git_folder(site) / "MERGE_HEAD").exists()


def _git_folder(site: Path) -> Path:
    said = did(site, "rev-parse", "--absolute-git-dir").said
    return Path(said.rstrip("\n"))


def _ended(done: GitAnswer) -> Sent:
    wrong = done.wrong or done.said
    for how, sign in _SIGNS:
        if sign.search(wrong):
            return Sent(how=how, said=wrong)
    return Sent(how="other", said=wrong)
