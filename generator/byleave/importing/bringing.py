"""What was found, written as stories that wait, with names, voices, themes and links of ours."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from byleave.beginning.naming import file_name
from byleave.beginning.stories import (
    STORIES,
    NewEvent,
    NewStory,
    responses_folder,
    story_text,
)
from byleave.beginning.themes import write_theme
from byleave.importing.addresses import OldAddresses
from byleave.importing.found import Found, Source, Term
from byleave.importing.keeping import keep
from byleave.importing.ledger import GONE, digest, drawn, line_of, read_ledger, write_ledger
from byleave.importing.meetings import meetings_in, without_meetings
from byleave.importing.placing import Shelf
from byleave.importing.prose import Surroundings, html_as_markdown, markdown_as_ours
from byleave.importing.report import Asked, Brought, Missing, Report, State
from byleave.importing.themes_table import Mapped
from byleave.importing.voices import ids_in_file, voices_of
from byleave.model.addresses import slug
from byleave.model.languages import base_language
from byleave.pipeline.for_beginning import SiteThere, site_there
from byleave.values import replace

_INDEX = "index.md"
_SIGNS = 4
_OFTEN = 25  # after so many stories it is noted what came: a machine may stop at any moment
_WORDS_OF_TITLE = 7


class Choices(Struct, frozen=True, kw_only=True):
    """What somebody decided beforehand: the themes of each term, and words for who has no name.

    With `by_name`, a term is the theme of the site that is called so, and no other is made.
    """

    themes: Mapped = {}
    by_name: bool = False
    unnamed: str = "Author"


def bring(site: Path, source: Source, choices: Choices) -> Report:
    """Write what was found in `source` into `site`; nobody in it has been asked.

    What was brought before is not brought twice. Raises SiteError as `build_site` does, OSError as
    the system does; what was written until then is noted, so that the next time goes on from there.
    """
    there = site_there(site)
    bringing = _Bringing(site, source, choices, there)
    return bringing.all()


class _Bringing:
    """One time of bringing: what is there already, and what has been written so far."""

    def __init__(self, site: Path, source: Source, choices: Choices, there: SiteThere) -> None:
        self.site = site
        self.source = source
        self.choices = choices
        self.there = there
        self.lines = dict(read_ledger(site))
        self.taken = set(there.names)
        self.keys = {one.key: digest(source.kind, source.place, one.key) for one in source.found}
        self.of_key = {one.key: one for one in source.found}
        self.paths: dict[str, str] = {}
        self.brought: list[Brought] = []
        self.missing: list[Missing] = []
        self.lost: dict[str, int] = dict(source.left_out)

    def all(self) -> Report:
        for one in self.source.found:
            if path := self._path(one):
                self.paths[one.key] = path
        self.addresses = OldAddresses(self.site, self.source, self.paths)
        themes = tuple(self._new_themes())
        try:
            for number, one in enumerate(self.source.found, 1):
                self._bring(one)
                if number % _OFTEN == 0:
                    write_ledger(self.site, self.lines.values())
        finally:
            write_ledger(self.site, self.lines.values())
        return Report(
            brought=tuple(self.brought),
            missing=tuple(dict.fromkeys(self.missing)),
            left_out=tuple((why, times) for why, times in self.lost.items() if times),
            themes=themes,
            notes=self.source.notes,
        )

    def _path(self, found: Found) -> str:
        """Where a story is, or is to be; "" where it is not to come."""
        line = self.lines.get(self.keys[found.key])
        if line:
            return "" if line.path == GONE or not (self.site / line.path).exists() else line.path
        draw = self.keys[found.key][:_SIGNS]
        if not found.parent:
            name = file_name(found.name or found.title, self.taken, lambda: draw)
            self.taken.add(slug(name))
            return "/".join(filter(None, (STORIES, found.folder, name, _INDEX)))
        parent = self.paths.get(found.parent)
        if not parent:
            return ""
        name = file_name(found.day, self.taken | {slug(found.day)}, lambda: draw)
        self.taken.add(slug(name))
        return f"{responses_folder(parent)}/{name}.md"

    def _new_themes(self) -> Iterator[str]:
        """The themes that the stories need and the site has not, each made as an empty one."""
        known = set(self.there.theme_names)
        for one in self.source.found:
            for theme in self._themes(one) if one.key in self.paths else ():
                if not known & {theme.casefold(), slug(theme)}:
                    known |= {theme.casefold(), slug(theme)}
                    yield write_theme(self.site, theme, (), "", "")

    def _themes(self, found: Found) -> tuple[str, ...]:
        if self.choices.by_name:
            return tuple(one.name for one in found.terms if self._is_theme(one))
        chosen = (self.choices.themes.get(term, ()) for term in found.terms)
        return tuple(dict.fromkeys(theme for themes in chosen for theme in themes))

    def _is_theme(self, term: Term) -> bool:
        return term.name.casefold() in self.there.theme_names

    def _bring(self, found: Found) -> None:
        key = self.keys[found.key]
        path = self.paths.get(found.key)
        line = self.lines.get(key)
        if not path:
            if line:
                # Its path may tell who has left.
                self.lines[key] = replace(line, path=GONE)
                self._note(found, GONE, "deleted", ())
            else:
                self._leave_out("responses to what did not come")
            return
        shelf = Shelf(found, self.source)
        number = line.drawn if line else drawn()
        story, notes = self._story(found, path, shelf, number)
        if line is None and story.pictures and not path.endswith(_INDEX):
            # Pictures lie beside their text, and links of that begin at its folder.
            self.paths[found.key] = path = f"{path.removesuffix('.md')}/{_INDEX}"
            story, notes = self._story(found, path, shelf, number)
        text = story_text(story)
        state, new = keep(self.site, line_of(key, path, text, number), text, story.pictures, line)
        self.lines[key] = new
        self.missing += shelf.missing(path)
        self._note(found, path, state, notes, story, newer=text if state == "beside" else "")

    def _note(
        self,
        found: Found,
        path: str,
        state: State,
        notes: tuple[str, ...],
        story: NewStory | None = None,
        newer: str = "",
    ) -> None:
        self.brought.append(
            Brought(
                path=path,
                # What somebody deleted may be who has left.
                title=story.title if story else "",
                state=state,
                day=story.date if story else "",
                is_response=bool(found.parent),
                voices=tuple(Asked(id=one.id, name=one.name) for one in story.voices)
                if story
                else (),
                unsigned=bool(story and story.unsigned),
                pictures=len(story.pictures) if story else 0,
                notes=notes,
                newer=newer,
            )
        )

    def _language(self, found: Found) -> str:
        """The language of a story, if it is another than the site's."""
        own = base_language(self.there.settings.language)
        return "" if base_language(found.language) == own else found.language

    def _leave_out(self, why: str) -> None:
        self.lost[why] = self.lost.get(why, 0) + 1

    def _story(
        self, found: Found, path: str, shelf: Shelf, number: str
    ) -> tuple[NewStory, tuple[str, ...]]:
        """The story as it is to be written, and what was made simpler."""
        voices = voices_of(found.authors or (), self.choices.unnamed)
        ids = ids_in_file(voices, number)
        around = Surroundings(
            link=lambda address: self.addresses.link(address, found, path, shelf),
            picture=shelf.picture,
            passages={key: one.called(ids) for key, one in found.passages.items()},
        )
        if found.form in ("markdown", "hugo", "jekyll"):
            prose = markdown_as_ours(found.text, around, form=found.form)
        else:
            prose = html_as_markdown(found.text, around, classic=found.form == "classic")
        text, event = _joined(prose.text, found)
        original = self.of_key.get(found.original) if found.original else None
        version_of = self.paths.get(found.original, "") if original else ""
        if original and version_of:
            theirs = {one.id for one in voices_of(original.authors or (), self.choices.unnamed)}
            voices = tuple(one for one in voices if one.id not in theirs)
        title, told = _title(found, text)
        story = NewStory(
            title=title,
            date=found.day,
            summary=found.summary,
            themes=self._themes(found),
            language=self._language(found),
            translation_of=version_of,
            responds_to=self.paths.get(found.parent, "") if found.parent else "",
            in_reply_to=self.paths.get(found.answers, "") if found.answers else "",
            aliases=self.addresses.aliases(found),
            event=event,
            voices=tuple(replace(one, id=ids[one.id]) for one in voices),
            unsigned=found.authors is None or (bool(version_of) and not voices),
            pictures=shelf.pictures,
            text=text,
        )
        unknown = (one for one in found.terms if self.choices.by_name and not self._is_theme(one))
        told = (*told, *(f"there is no such theme here: {one.name}" for one in unknown))
        return story, (*found.notes, *told, *prose.notes, *shelf.notes)


def _joined(text: str, found: Found) -> tuple[str, NewEvent | None]:
    """The text and the event: addresses of meetings are kept, and not in the text."""
    event = found.event
    if event is None:
        return text, None
    meetings = meetings_in(found.text)
    if meetings and not event.join:
        event = replace(event, join=meetings[0])
    return without_meetings(text), event


def _title(found: Found, text: str) -> tuple[str, tuple[str, ...]]:
    if found.title or found.parent:
        return found.title, ()
    words = " ".join(one for one in text.split() if one.strip("#>*-!"))
    begun = " ".join(words.split(" ")[:_WORDS_OF_TITLE]).strip(" .,;:*_#>")
    return begun or found.name or "…", ("it had no title: its first words stand in its place",)
