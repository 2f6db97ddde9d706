"""A build of a few lines that keeps the laws, and others that break them on purpose.

They show that the laws can fail: each leak is one that a real build might have.
"""

import html
import json
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from tests.laws.cut import cut
from tests.laws.group_pictures import media_file
from tests.laws.kin import Kin, address
from tests.laws.model import TODAY, Identity, Passage, Site, Story
from tests.laws.outputs import Built
from tests.laws.rules import withheld
from tests.laws.standing import list_is_broken
from tests.laws.text import without_links
from tests.laws.withheld import Why

Files = dict[str, bytes]


def plain_build(site: Site) -> Built:
    """Every published story as text, one file each, and the pictures."""
    gone = withheld(site, TODAY).reasons()
    errors = gone.keys() & {Why.ERROR, Why.ADDRESS}
    return Built(files=_files(site), exit_code=1 if errors or list_is_broken(site) else 0, cache={})


def _files(site: Site) -> Files:
    without = cut(site, TODAY)
    kin = Kin(without)
    files = {f"{story.path}.html": _page(kin, story) for story in without.stories}
    files.update((f"media/{path}", content) for path, content in without.files)
    return files


def _page(kin: Kin, story: Story) -> bytes:
    def leads_nowhere(destination: str) -> bool:
        return not kin.led_to(story.path, destination)

    parts = (without_links(part.text, leads_nowhere) for part in story.body)
    body = (line for part in parts for line in part.splitlines())
    names = (voice.name for voice in story.voices or ())
    said = tuple(
        getattr(story, key) or ""
        for key in ("title", "summary", "what_happened", "notice", "rights")
    )
    lines = (*said, *names, *filter(str.strip, body))
    return "\n".join(html.escape(line) for line in lines).encode()


Leak = Callable[[Site, Files], None]


def leaking(leak: Leak) -> Callable[[Site], Built]:
    """The plain build with a leak."""

    def build(site: Site) -> Built:
        built = plain_build(site)
        files = dict(built.files)
        leak(site, files)
        return replace(built, files=files)

    return build


def _passage_in_a_comment(site: Site, files: Files) -> None:
    """A withheld passage stays in the page, only hidden."""
    gone = withheld(site, TODAY)
    for story in site.stories:
        for number, part in enumerate(story.body):
            page = f"{story.path}.html"
            if isinstance(part, Passage) and gone.passage(story.path, number) and page in files:
                files[page] += f"<!-- {part.text} -->".encode()


def _count_of_voices(site: Site, files: Files) -> None:
    """The page says of how many voices it is, the withheld ones among them."""
    for story in site.stories:
        if f"{story.path}.html" in files:
            files[f"{story.path}.html"] += f"\n{len(story.voices or ())} voices".encode()


def _number_of_passage(site: Site, files: Files) -> None:
    """Passages are numbered before anything is withheld."""
    gone = withheld(site, TODAY)
    for story in site.stories:
        page = f"{story.path}.html"
        for number, _ in enumerate(story.body):
            if page in files and not gone.passage(story.path, number):
                files[page] += f"\nid={number}".encode()


def _tombstone(site: Site, files: Files) -> None:
    """An empty page stands where a withheld story was."""
    for story in site.stories:
        files.setdefault(f"{story.path}.html", b"This story is not here any more.")


def _redirect(site: Site, files: Files) -> None:
    """An alias leads on, also to where nothing is."""
    for story in site.stories:
        for alias in story.aliases:
            files[f"{alias.strip('/')}/index.html"] = f"go to {address(story)}".encode()


def _picture(site: Site, files: Files) -> None:
    """All pictures are copied, whoever they show."""
    files.update((f"media/{path}", content) for path, content in site.files)


def _name_in_a_file_name(site: Site, files: Files) -> None:
    """A page of one's own is made for every voice."""
    for story in site.stories:
        for voice in story.voices or ():
            if voice.identity is not Identity.ANONYMOUS:
                files[f"people/{quote(voice.name.replace(' ', '-').lower())}.html"] = b"-"


def _names_as_json(site: Site, files: Files) -> None:
    """The search index knows every name, with its letters escaped."""
    names = [voice.name for story in site.stories for voice in story.voices or ()]
    files["search.json"] = json.dumps(names).encode()


def _link_that_stays(site: Site, files: Files) -> None:
    """A page says where its links lead, also where nothing is."""
    kin = Kin(site)
    for story in site.stories:
        page = f"{story.path}.html"
        if page in files and story.part_of in kin.by_path:
            files[page] += f"\nsession of {story.part_of}".encode()


def _picture_before_the_cut(site: Site, files: Files) -> None:
    """The page has an empty frame for each picture."""
    for story in site.stories:
        if f"{story.path}.html" in files:
            frames = "".join("<img>" for m in story.media if media_file(story.path, m.key))
            files[f"{story.path}.html"] += frames.encode()


def _empty_line(site: Site, files: Files) -> None:
    """A passage leaves an empty line where it was."""
    gone = withheld(site, TODAY)
    for story in site.stories:
        lost = sum(gone.passage(story.path, number) for number in range(len(story.body)))
        if f"{story.path}.html" in files:
            files[f"{story.path}.html"] += b"\n" * lost


LEAKS: tuple[Leak, ...] = (
    _passage_in_a_comment,
    _count_of_voices,
    _number_of_passage,
    _tombstone,
    _redirect,
    _picture,
    _name_in_a_file_name,
    _names_as_json,
    _link_that_stays,
    _picture_before_the_cut,
    _empty_line,
)
"""What a careless build might do; each breaks law 1."""

TRACES: tuple[Leak, ...] = (_passage_in_a_comment, _name_in_a_file_name, _names_as_json, _picture)
"""Those of the leaks that law 5 has to see by itself, without a cut site to compare with."""
