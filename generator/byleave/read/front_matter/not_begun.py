"""What is said of a file that does not begin with front matter: what stands there instead."""

import re

from byleave.diagnostics import Diagnostic, error
from byleave.positions import Position

# What begins files of programs for documents that were only given another name.
_DOCUMENTS = re.compile(r"PK|\{\\rtf|%PDF|\ufffd\ufffd")
_OF_THE_WEB = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml)\b", re.I)
_OF_OTHERS = re.compile(r"(?:\+{3}|;{3}|={3}|\{)[ \t]*$|\{[ \t]*\"|(?:`{3}|~{3})[ \t]*ya?ml\b")
# Three hyphens as they are typed by mistake, or made by a program that sets dashes.
_DASHES = re.compile(r"(?:[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d_=*\\]{1,10}|- ?- ?-)[ \t]*$")
_A_KEY = re.compile(r"[ \t]*(?:title|date|voices|summary)[ \t]*:", re.I)
_UNSEEN = " \t\n\ufeff\u200b\u2060\u00a0"


def no_front_matter(text: str, path: str) -> Diagnostic:
    """The finding about the file at `path`, the text of which does not begin with a line ---."""
    keys = "title and date" if path.startswith("stories/") else "title"
    message = "there is no front matter"
    do = f"begin the file with a line ---, its {keys}, and another line ---"
    begins = text.lstrip(_UNSEEN)
    first = begins.partition("\n")[0]
    line = text.count("\n", 0, len(text) - len(begins)) + 1 if begins else 1
    if first.rstrip() == "---":
        message = "something stands before the front matter, maybe only a space or an empty line"
        do = "take out what stands before the line ---, so that the file begins with it"
    elif _DOCUMENTS.match(begins):
        message = "this is a document of another program, and no text"
        do = "bring it with `byleave import word`, or copy its words into a new file"
    elif _OF_THE_WEB.match(begins):
        message = "this is a page of the web, and no Markdown"
        do = f"copy its words into a file that begins with a line ---, its {keys}, and a line ---"
    elif _OF_OTHERS.match(first):
        message = "this front matter is in another form than YAML between two lines ---"
        do = "bring the folder with `byleave import markdown`, or write the keys anew"
    elif _DASHES.match(first):
        message = "the first line has other signs than three hyphens"
        do = "type --- there, with nothing else on the line, and so below the last key"
    elif _A_KEY.match(first):
        message = "the keys begin without a line --- above them"
        do = "put a line --- above the first key, and another below the last"
    else:
        line = 1
    return error(path, "no-front-matter", message, do, Position(line=line, column=1))
