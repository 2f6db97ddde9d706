"""The laws as functions that fail with a readable reason, whichever build they are given."""

import difflib
from collections.abc import Mapping

from tests.laws.cut import cut_out
from tests.laws.model import TODAY, Site
from tests.laws.outputs import Build, Built
from tests.laws.pictures import seen
from tests.laws.readings import Name, everything, found_in
from tests.laws.rules import withheld
from tests.laws.sites import Case
from tests.laws.standing import list_is_broken
from tests.laws.traces import hidden_names, hidden_pictures, hidden_words
from tests.laws.withheld import Why, Withheld


class LawBrokenError(AssertionError):
    """A law does not hold, and how one can see it."""


def as_if_it_never_was(build: Build, case: Case) -> None:
    """Laws 1 and 5 for one site: the output is that of the cut site, without any trace."""
    gone = withheld(case.site, TODAY)
    without = cut_out(case.site, gone, case.references)
    built, never = build(case.site), build(without)
    exit_codes_fit(case.site, gone, built, never)
    same_output(built.files, never.files)
    no_trace(case.site, gone, without, built)


def exit_codes_fit(site: Site, gone: Withheld, built: Built, never: Built) -> None:
    """Only mistakes in files are errors, and the cut site has none, so nothing hides behind one."""
    if never.exit_code != 0:
        raise LawBrokenError(_said("the site in which it never was has errors:", never))
    expected = 1 if list_is_broken(site) or gone.reasons().keys() & {Why.ERROR, Why.ADDRESS} else 0
    if built.exit_code != expected:
        raise LawBrokenError(_said(f"exit code {built.exit_code} instead of {expected}:", built))


def _said(what: str, built: Built) -> str:
    return "\n  ".join([what, *built.messages])


def same_output(built: Mapping[str, bytes], never: Mapping[str, bytes]) -> None:
    """Law 1: the same files, byte for byte."""
    differing = sorted(
        path for path in built.keys() | never.keys() if built.get(path) != never.get(path)
    )
    if differing:
        shown = (difference(path, built.get(path), never.get(path)) for path in differing[:5])
        raise LawBrokenError(
            "\n".join([f"{len(differing)} files differ from the cut site's:", *shown])
        )


def difference(path: str, built: bytes | None, never: bytes | None) -> str:
    """The first lines in which a file of the site differs from that of the cut site."""
    if built is None or never is None:
        return f"{path}: only in the {'cut site' if built is None else 'site'}"
    before, after = (one.decode(errors="replace").splitlines() for one in (built, never))
    lines = difflib.unified_diff(before, after, lineterm="", n=1)
    return f"{path}:\n" + "\n".join(line[:300] for line in list(lines)[2:12])


def no_trace(site: Site, gone: Withheld, without: Site, built: Built) -> None:
    """Law 5: nothing withheld in the output, the cache or what the build says."""
    names, words = hidden_names(site, gone), hidden_words(site, gone, without)
    for where, files in (("output", built.files), ("cache", built.cache)):
        found = found_in(everything(files), names, words)
        if found:
            raise LawBrokenError(f"withheld, and in the {where}: {', '.join(found)}")
        if hidden_pictures(site, without) & set(map(seen, files.values())):
            raise LawBrokenError(f"a withheld picture is in the {where}")
    nothing_said(gone, built, names, words)


def nothing_said(gone: Withheld, built: Built, names: set[Name], words: set[str]) -> None:
    """Rule 6: a message may say which file has an error, and nothing else of what is withheld."""
    in_error = {loss.story for loss in gone.losses if loss.why in (Why.ERROR, Why.ADDRESS)}
    said = "\n".join(one for one in built.messages if not any(path in one for path in in_error))
    found = found_in(said, names, words)
    if found:
        raise LawBrokenError(f"withheld, and in a message: {', '.join(found)}")
