"""Files beside stories that are copies of them, made by a program and not by whoever writes."""

import re
from collections.abc import Iterator

from byleave.diagnostics import Diagnostic, error

# What programs that keep folders alike write into a name where two have changed one file, in the
# languages of their makers' readers: Dropbox, Nextcloud, ownCloud, Syncthing, Resilio, iCloud,
# Proton Drive, Seafile, Tresorit, Egnyte, Synology.
_CONFLICTED = re.compile(
    r"\bconflict(?:ed|ing)?[ _-]copy\b|\bcopi gwrthdaro\b|\bcopie en conflit\b"
    r"|\bkonflikt\w* kopie\b|\bkopie in konflikt\b|\bin konflikt stehende kopie\b"
    r"|\bcopia en conflicto\b|\bcopia in conflitto\b|\bsprzeczna kopia\b"
    r"|\.sync-conflict-|_conflict-\d{6}|\.conflict\d*(?:\.|\Z)"
    r"|[\[(](?:[^()\[\]]*[ _#-])?(?:SF|edit )?conflict(?:ed|s)?(?:[ _-][^()\[\]]*)?[\])]"
    r"|(?-i:_Conflict(?=[_.]))|_conf\(\d+\)",
    re.I,
)
# OneDrive writes the name that Windows gives to a computer.
_OF_A_COMPUTER = re.compile(r"-(?:DESKTOP-[A-Z0-9]{7}|LAPTOP-[A-Z0-9]{8})(?:-\d+)?(?:\.|\Z)")
# Git's mergetool, TortoiseGit, Mercurial, Subversion and patch. Letters count: a story may well be
# about the local.
_MERGED = re.compile(
    r"[_.](?:BACKUP|BASE|LOCAL|REMOTE)(?:[_.]\d*)*(?:\.[a-z]+)?\Z"
    r"|\.md\.(?:orig|rej|mine|theirs|yours|working|base|local|remote|other)\Z|\.orig\.md\Z"
    r"|\.md\.(?:merge-(?:left|right)\.)?r\d+\Z"
)
# "- Copy" is Windows' own; what editors name themselves has no such end.
_DUPLICATED = re.compile(
    r" [-\u2013] (?:copy|copi|kopie|copie|copia|kopia|c\u00f3pia)(?: \(\d+\))?(?:\.|\Z)"
    r"|\((?:another |\d+(?:st|nd|rd|th) )?copy(?: \d+)?\)|(?-i:\A(?:Copy of|Kopie von) )",
    re.I,
)
_LEFT_BESIDE = re.compile(
    r"\.(?:bak|backup|new|old|orig|tmp|temp|save|swp)(?:\.md)?\Z"
    r"|\A#.*#\Z|\.md(?: \(\d+\)|\.sb-.*)\Z",
    re.I,
)
_OPEN = "~$"
_IMPORTED = ".imported"
_A_TEXT = re.compile(r"\.(?:md|markdown)(?:\.|#?\Z| \()", re.I)


def is_copied(path: str) -> bool:
    """Whether the file at `path`, which holds a text, has the name of a copy of another.

    `path` is relative to the site folder. So does what lies in a folder that has such a name.
    """
    return next(_kinds(path), None) is not None


def copied_file(path: str) -> Diagnostic:
    """What is said of such a file; raises StopIteration for any other."""
    message = next(_kinds(path))
    do = "take over what is only in it, then delete it; if it is none, give it another name"
    return error(path, "copied-file", message, do)


def _kinds(path: str) -> Iterator[str]:
    """What a name says of a file, the surest first."""
    *folders, name = path.split("/")
    if not _A_TEXT.search(name):
        return
    if name.endswith(_IMPORTED):
        yield "an import of an earlier Byleave left this, maybe with words that were taken out"
    if name.startswith(_OPEN):
        yield "a program for documents keeps this beside a file that it has open"
    parts = (name, *folders)
    if any(map(_CONFLICTED.search, parts)) or any(map(_OF_A_COMPUTER.search, parts)):
        yield "a program that keeps folders alike made this copy, since two had changed one file"
    if _MERGED.search(name):
        yield "a tool for merging left this copy"
    if any(map(_DUPLICATED.search, (name, *folders))) or _LEFT_BESIDE.search(name):
        yield "this is a copy, by its name"
