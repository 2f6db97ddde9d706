"""A paper to be read out: the words in their order, and the sound of them where espeak-ng is."""

import shutil
import subprocess
from typing import Any

from lxml import html

from byleave.model.languages import base_language

_BLOCKS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "figcaption"))
_HEADINGS = frozenset(("h1", "h2", "h3"))
# What is filled in by hand afterwards, or kept on paper.
_NOT_READ = ("sheet", "receipt", "save")


class NoSpeechError(Exception):
    """Nothing here can speak; says in one line what to do."""


def script(page: str) -> str:
    """What somebody reads out of a form, a line for each thing, in the order of the page.

    The sheets that are filled in and kept are left out.
    """
    tree: Any = html.document_fromstring(page.encode())
    for name in _NOT_READ:
        for one in tree.xpath("//section[@class=$name]", name=name):
            one.drop_tree()
    lines: list[str] = []
    for element in tree.xpath("//main//*"):
        if element.tag in _BLOCKS and not _is_inside_another(element):
            space = "\n" if element.tag in _HEADINGS else ""
            lines.append(space + _words(element))
        elif element.tag == "legend" and not element.xpath("./h3"):
            lines.append("\n" + _words(element))
        elif element.tag == "img" and element.get("alt"):
            lines.append(element.get("alt"))
        elif element.get("class") == "boxes":
            lines.append(" / ".join(f"{_words(one)}?" for one in element.xpath("./label")))
    return "\n".join(line for line in lines if line.strip()).lstrip() + "\n"


def _is_inside_another(element: Any) -> bool:
    return any(one.tag in _BLOCKS for one in element.iterancestors())


def _words(element: Any) -> str:
    return " ".join(element.text_content().split())


def speech(text: str, language: str) -> bytes:
    """The sound of `text` in `language` (WAVE), by espeak-ng.

    Raises NoSpeechError where it is not installed, or does not speak that language.
    """
    program = shutil.which("espeak-ng")
    if program is None:
        raise NoSpeechError(
            "no sound was made: install espeak-ng from your system. "
            "Anybody can read the script aloud, and a voice that one knows is better"
        )
    spoken = language.lower() if language.lower() == "en-gb" else base_language(language)
    done = subprocess.run(  # noqa: S603 - the program that was found, with nothing of anybody's
        [program, "-v", spoken, "-s", "130", "--stdin", "--stdout"],
        input=text.encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        raise NoSpeechError(f"no sound was made: espeak-ng does not speak {language}")
    return done.stdout
