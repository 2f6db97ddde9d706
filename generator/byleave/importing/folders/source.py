"""The texts of a folder as stories: what their front matter says, and what it does not."""

from collections import Counter
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from byleave.beginning.front_matter import one_line
from byleave.importing.address_parts import parts_of
from byleave.importing.days import day_of
from byleave.importing.folders.events import event_of, says_event
from byleave.importing.folders.front import (
    Data,
    UnreadableFrontError,
    line,
    says_yes,
    several,
    split_front,
)
from byleave.importing.folders.places import day_and_name, known_as, old_addresses
from byleave.importing.folders.site import Folder, folder_at
from byleave.importing.found import Author, Form, Found, Source, Term
from byleave.importing.prose import plain_line
from byleave.importing.refusing import CannotImportError
from byleave.importing.wordpress.translations import language_tag

_PAGES, _UNDATED = "pages", "undated"
_NOT_ASKED = "texts that were not for everybody yet: {} (--also {} brings them)"
_PICTURES = ("featured_image", "featuredimage", "cover", "image", "header_image", "thumbnail")


def markdown_source(place: Path, today: str, *, also: Collection[str] = ()) -> Source:
    """What is to be brought of the folder at `place`; raises CannotImportError.

    What is dated behind `today` comes only if "scheduled" is among `also`.
    """
    folder = folder_at(place)
    reading = _Reading(folder, today, frozenset(also))
    found = tuple(reading.stories())
    if not found and not reading.lost:
        raise CannotImportError(
            f"{place}: there are no texts here", "name the folder in which Markdown files are"
        )
    host = (parts_of(folder.address).hostname or "").lower()
    hosts = {host, f"www.{host}", host.removeprefix("www.")} if host else set()
    return Source(
        kind="markdown",
        place=host or folder.root.name,
        found=_with_originals(found, folder),
        files=folder.file,
        hosts=frozenset(hosts),
        left_out=reading.lost,
    )


class _Reading:
    def __init__(self, folder: Folder, today: str, also: Collection[str]) -> None:
        self.folder = folder
        self.today = today
        self.also = also
        self.lost: Counter[str] = Counter()
        self.people = folder.data("authors")

    def stories(self) -> Iterator[Found]:
        for path, text in self.folder.texts():
            name = PurePosixPath(path).name.casefold()
            if name.startswith("_index") or name in ("readme.md", "license.md", "changelog.md"):
                continue
            if text is None:
                self.lost["texts that are too long, or whose letters are not kept as UTF-8"] += 1
                continue
            try:
                data, body = split_front(text.replace("\r\n", "\n"))
            except UnreadableFrontError:
                self.lost["texts whose first lines (front matter) cannot be read"] += 1
                continue
            if not data and (self.folder.kind != "plain" or name.endswith(".html")):
                continue  # neither Hugo nor Jekyll makes a page of it
            if self.is_page_of_lists(path, data, body):
                continue
            yield from self.story(path, data, body)

    def is_page_of_lists(self, path: str, data: Data, body: str) -> bool:
        """Whether a page is made by templates alone, as home pages and archives are."""
        is_template = path.endswith(".html") and ("{%" in body or "{{" in body)
        if is_template or not (body.strip() or line(data, "title")):
            self.lost["pages that templates made, such as lists"] += 1
            return True
        return False

    def story(self, path: str, data: Data, body: str) -> Iterator[Found]:
        of_path, name = day_and_name(path)
        day = day_of(line(data, "date", "publishdate", "published_at", "pubdate")) or of_path
        among = any(one.strip("_") in ("events", "event") for one in PurePosixPath(path).parts)
        event, is_own = None, True
        notes: list[str] = []
        if says_event(data, among_events=among):
            event, is_own = event_of(data)
        if event and not is_own and not of_path:
            day = ""
            notes.append("when it was published is not known: write `date`")
        is_draft = says_yes(data, "draft") or line(data, "published").casefold() in ("false", "no")
        is_draft = is_draft or "_drafts/" in f"/{path}"
        if day > self.today and not event and "scheduled" not in self.also:
            self.lost[_NOT_ASKED.format("scheduled", "scheduled")] += 1
            return
        language, bare = self.language(path, data)
        is_page = not day and not event
        yield Found(
            key=path,
            form=self.form(path),
            text=_with_first_picture(data, body),
            title=plain_line(line(data, "title")),
            name=line(data, "slug") or name.removesuffix(f".{language}"),
            folder=_PAGES if is_page else day[:4] or _UNDATED,
            day="" if is_draft else day,
            summary=plain_line(line(data, "summary", "description", "excerpt", "subtitle")),
            language=language,
            authors=tuple(self.authors(data)) or None,
            terms=tuple(self.terms(data)),
            known_as=known_as(path),
            addresses=tuple(old_addresses(self.folder, path, data, day, language)),
            event=event,
            original=line(data, "translationkey", "translation_key", "ref", "page_id") or bare,
            beside=str(PurePosixPath(path).parent),
            notes=tuple(notes),
        )

    def form(self, path: str) -> Form:
        if path.endswith(".html"):
            return "html"
        return "markdown" if self.folder.kind == "plain" else self.folder.kind

    def language(self, path: str, data: Data) -> tuple[str, str]:
        """The language of a text, and its path without that."""
        pure = PurePosixPath(path)
        for part in (*pure.suffixes[:-1], *(f"/{one}" for one in pure.parts[1:2])):
            tag = part[1:]
            if tag in self.folder.languages:
                bare = (
                    path.replace(f"/{tag}/", "/", 1)
                    if part[0] == "/"
                    else path.replace(part, "", 1)
                )
                return language_tag(tag), bare
        said = language_tag(line(data, "lang", "language", "locale"))
        return said or language_tag(self.folder.language), path

    def authors(self, data: Data) -> Iterator[Author]:
        for name in ("author", "authors", "by"):
            said: Any = data.get(name)
            for one in said if isinstance(said, list) else [said]:
                person = self.people.get(one, one) if isinstance(one, str) else one
                if isinstance(person, dict):
                    person = person.get("name") or person.get("display_name") or one
                shown = one_line(person) if isinstance(person, str) else ""
                if shown:
                    yield Author(name=shown)

    def terms(self, data: Data) -> Iterator[Term]:
        more = data.get("taxonomies")
        both: Data = {**data, **more} if isinstance(more, dict) else data
        by_spaces = self.folder.kind == "jekyll"
        for name in dict.fromkeys(several(both, "categories", "category", spaces=by_spaces)):
            yield Term(kind="category", name=name)
        for name in dict.fromkeys(several(both, "tags", "tag", "keywords", spaces=by_spaces)):
            yield Term(kind="tag", name=name)


def _with_first_picture(data: Data, body: str) -> str:
    """`body` below the picture that templates put above it."""
    for name in _PICTURES:
        said: Any = data.get(name)
        if isinstance(said, dict):
            said = said.get("image") or said.get("path") or said.get("src")
        if isinstance(said, str) and "." in said and "://" not in said and said not in body:
            return (
                f"![](<{said.strip()}>)\n\n{body}"
                if " " in said
                else f"![]({said.strip()})\n\n{body}"
            )
    return body


def _with_originals(found: tuple[Found, ...], folder: Folder) -> tuple[Found, ...]:
    """Each text with the key of that of which it is a version, in the site's own language."""
    from byleave.values import replace

    own = language_tag(folder.language) or "en"
    groups: dict[str, list[Found]] = {}
    for one in found:
        groups.setdefault(one.original, []).append(one)
    out: list[Found] = []
    for members in groups.values():
        languages = {one.language for one in members}
        if len(members) < 2 or len(languages) < len(members):
            out += [replace(one, original="") for one in members]
            continue
        first, *others = sorted(members, key=lambda one: (one.language != own, one.key))
        out += [replace(first, original=""), *(replace(one, original=first.key) for one in others)]
    return tuple(sorted(out, key=lambda one: bool(one.original)))
