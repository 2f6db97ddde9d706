"""The report as one page that can be read, printed and kept, outside the repository."""

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from byleave.importing.report import Brought, Report

_STYLE = """
body{font:1.05rem/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;
color:#1b1b1b;background:#fff}h1{line-height:1.25}h2{margin-top:2.5rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
caption{text-align:left;padding:.3rem 0}
th,td{text-align:left;vertical-align:top;border-top:1px solid #767676;padding:.4rem .6rem .4rem 0;
overflow-wrap:anywhere}@media print{body{margin:0}tr{break-inside:avoid}}
"""
_STATES = {
    "new": "new",
    "changed": "changed in the source, and here as well now",
    "same": "as before",
    "beside": "changed here and in the source: the new one lies beside the report",
    "deleted": "deleted here, and not brought again",
}


def report_page(report: Report, source: str) -> str:
    """The page, in HTML; `source` is what was brought, in a few words."""
    title = _title(source)
    parts = (
        f"<h1>{escape(title)}</h1>",
        "<p>Nobody in these stories has been asked yet, so nothing of them is public. "
        "Keep this page to yourself: do not put it into the repository.</p>",
        *_section("Whom to ask", _asked(report)),
        *_section("What came", _came(report)),
        *_section("What is simpler now", _simpler(report)),
        *_section("What was left out, and why", _left_out(report)),
        *_section("Pictures and files that did not come", _missing(report)),
    )
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n" + "\n".join(parts) + "\n</main>\n"
        "</body>\n</html>\n"
    )


def is_report_on(source: str, file: Path) -> bool:
    """Whether `file` is such a page on `source`."""
    try:
        return f"<title>{escape(_title(source))}</title>" in file.read_text("utf-8", "replace")
    except OSError:
        return False


def _title(source: str) -> str:
    return f"What was brought in: {source}"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from (f"<h2>{escape(title)}</h2>", *found)


def _asked(report: Report) -> Iterator[str]:
    stories: dict[str, list[str]] = {}
    for one in report.brought:
        for voice in one.voices if one.state != "deleted" else ():
            stories.setdefault(voice.name, []).append(one.path)
    if stories:
        rows = (
            (escape(name), str(len(paths)), _codes(paths[:3], len(paths)))
            for name, paths in sorted(stories.items(), key=lambda one: (-len(one[1]), one[0]))
        )
        yield _table("By the names that readers saw", ("who", "in how many files", "where"), rows)
        yield (
            "<p>What kind of name each is was told by its look: look at <code>identity</code> "
            "when you ask. For the form of a story: <code>byleave consent form STORY</code>.</p>"
        )
    unsigned = [one.path for one in report.brought if one.unsigned and one.state != "deleted"]
    if unsigned:
        yield (
            f"<p>Of {len(unsigned)} nobody knows who speaks. They are drafts until you write "
            f"<code>voices</code> at their top: {_codes(unsigned, len(unsigned))}</p>"
        )


def _codes(paths: Iterable[str], count: int) -> str:
    shown = [f"<code>{escape(path)}</code>" for path in paths]
    return ", ".join(shown) + (" …" if count > len(shown) else "")


def _came(report: Report) -> Iterator[str]:
    for state, said in _STATES.items():
        found = report.of(state)  # type: ignore[arg-type] # these are the states
        if not found or state in ("same", "deleted"):
            if found:
                yield f"<p>{len(found)} {said}.</p>"
            continue
        stories = [one for one in found if not one.is_response]
        responses = len(found) - len(stories)
        if stories:
            rows = (
                (escape(one.title), escape(one.day or "draft"), _codes([one.path], 1))
                for one in stories
            )
            yield _table(f"Stories: {said}", ("title", "date", "file"), rows)
        if responses:
            yield f"<p>Responses, {said}: {responses}.</p>"
    if report.themes:
        yield f"<p>New themes: {_codes(report.themes, len(report.themes))}</p>"


def _simpler(report: Report) -> Iterator[str]:
    for note in report.notes:
        yield f"<p>{escape(note)}</p>"
    rows = (
        (_codes([one.path], 1), "<br>".join(map(escape, one.notes)))
        for one in report.brought
        if one.notes and one.state in ("new", "changed", "beside")
    )
    found = list(rows)
    if found:
        yield _table("Look at these", ("file", "what"), found)


def _left_out(report: Report) -> Iterator[str]:
    if report.left_out:
        rows = ((str(times), escape(why)) for why, times in report.left_out)
        yield _table("By number alone, since it was not for everybody", ("how many", "what"), rows)


def _missing(report: Report) -> Iterator[str]:
    if report.missing:
        rows = (
            (_codes([one.path], 1), f"<code>{escape(one.address)}</code>", escape(one.why))
            for one in report.missing
        )
        yield _table("The text has no sign of them", ("story", "where it was", "why"), rows)


def _table(caption: str, head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    top = "".join(f'<th scope="col">{escape(one)}</th>' for one in head)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    head_and_body = f"<thead><tr>{top}</tr></thead>\n<tbody>{body}</tbody>"
    return f"<table><caption>{escape(caption)}</caption>\n{head_and_body}</table>"


def in_short(report: Report) -> Iterator[str]:
    """What is said on a terminal: a few lines."""
    for state, said in _STATES.items():
        found: tuple[Brought, ...] = report.of(state)  # type: ignore[arg-type] # as above
        if found:
            responses = sum(one.is_response for one in found)
            counts = _counted(len(found) - responses, "story", "stories")
            more = f" and {_counted(responses, 'response', 'responses')}" if responses else ""
            yield f"{counts}{more} {said}"
    if report.themes:
        yield f"{_counted(len(report.themes), 'new theme', 'new themes')}"
    pictures = sum(one.pictures for one in report.brought if one.state in ("new", "changed"))
    if pictures:
        yield f"{_files(pictures)} came, kept back until you say who is in them"
    if report.missing:
        yield f"{_files(len(report.missing))} did not come"
    left = Counter(dict(report.left_out))
    for why, times in left.most_common():
        yield f"left out: {times} – {why}"
    yield from report.notes


def _files(number: int) -> str:
    return _counted(number, "picture or file", "pictures and files")


def _counted(number: int, one: str, several: str) -> str:
    return f"{number} {one if number == 1 else several}"
