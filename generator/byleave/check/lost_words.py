"""Words of a text that are not on its page and that nothing else tells of."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from byleave.diagnostics import Diagnostic, warnings_on
from byleave.model.output import LostLine

# What is told with one of these goes on to the end of its paragraph.
_GOES_ON = frozenset({"defined-for-nothing", "heading-alone"})
_SAID = "words of this line are not on the page: HTML that is nested oddly took them along"
_DO = "look at the page; close each tag in the place where it begins, or write it in Markdown"

FileLines = Callable[[str], Sequence[int]]


def words_lost(
    lost: Mapping[str, Iterable[LostLine]], told: Iterable[Diagnostic], file_lines: FileLines
) -> Mapping[str, tuple[Diagnostic, ...]]:
    """What is to be said of each page of `lost`, but for lines of which something is `told`.

    `file_lines` gives, for the path of a text, the line of its file of each line that is shown.
    """
    if not lost:
        return {}
    lines: dict[str, set[int]] = defaultdict(set)
    on: dict[str, set[int]] = defaultdict(set)
    for finding in told:
        where = {finding.line, *finding.lines}
        lines[finding.path] |= where
        if finding.code in _GOES_ON:
            on[finding.path] |= where
    found = ((page, tuple(_said(each, lines, on, file_lines))) for page, each in lost.items())
    return {page: findings for page, findings in found if findings}


def _said(
    lost: Iterable[LostLine],
    lines: Mapping[str, set[int]],
    on: Mapping[str, set[int]],
    file_lines: FileLines,
) -> Iterator[Diagnostic]:
    by_path: dict[str, list[LostLine]] = defaultdict(list)
    for one in lost:
        by_path[one.path].append(one)
    for path, each in by_path.items():
        at = file_lines(path)
        untold = [
            at[one.line]
            for one in each
            if at[one.line] not in lines[path] and on[path].isdisjoint(at[one.begins : one.line])
        ]
        yield from warnings_on(path, "words-lost", _SAID, _DO, untold)
