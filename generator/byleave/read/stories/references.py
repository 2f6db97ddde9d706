"""What one story says of others: themes, series and ids, looked up when every file is read."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from byleave.diagnostics import Diagnostic, error, warning
from byleave.model.published import RootFile
from byleave.model.settings import Settings
from byleave.model.source import FaultyStory, SourceStory
from byleave.model.uses import USES
from byleave.positions import Position
from byleave.read.stories.aliases import at_files
from byleave.read.stories.allowed_advice import public_names, reasons_about_others
from byleave.read.stories.faulty_files import ReadStory, as_faulty
from byleave.read.too_many_findings import MOST_OF_ONE_FILE
from byleave.suggestions import nearest
from byleave.values import replace


class Vocabulary(Struct, frozen=True, kw_only=True):
    """The names by which themes and series are known, in small letters, to their slugs.

    `root` are the paths of the group's files at the top of the site, `uses` all that somebody can
    say yes to.
    """

    themes: Mapping[str, str]
    series: Mapping[str, str]
    uses: frozenset[str] = frozenset(USES)
    root: frozenset[str] = frozenset()


def vocabulary(
    themes: Mapping[str, str], settings: Settings, root: Iterable[RootFile] = ()
) -> Vocabulary:
    """Every name of every theme, series and use, and the path of every file in `root`."""
    series = settings.series
    titles = {
        title.casefold(): slug for slug, one in series.items() for title in one.title.values()
    }
    return Vocabulary(
        themes=themes,
        series=titles | {slug: slug for slug in series},
        uses=frozenset((*USES, *settings.uses)),
        root=frozenset(file.path for file in root),
    )


class Lent(Struct, frozen=True, kw_only=True):
    """What one story lends to those that stand on it: the ids of its voices.

    `names` are those by which readers know them. It stands on the stories at the paths `needs`
    itself.
    """

    path: str
    ids: frozenset[str]
    names: tuple[str, ...]
    needs: tuple[str, ...]


def lent_by(file: ReadStory) -> Lent | None:
    """What a story lends; nothing where nobody can tell, as its file has a fault."""
    story = file.story
    if not isinstance(story, SourceStory):
        return None
    return Lent(
        path=story.path,
        ids=frozenset(story.front.voices or ()),
        names=public_names(story.front),
        needs=story.needs,
    )


def by_path(lent: tuple[Lent | None, ...]) -> Mapping[str, Lent]:
    """What each story lends, by its path."""
    return {one.path: one for one in lent if one}


def looked_up(file: ReadStory, lent: Mapping[str, Lent], words: Vocabulary) -> ReadStory:
    """A story with its themes and series as slugs; what is unknown makes it faulty.

    `lent` is what all lend that were read, before any of them was looked up.
    """
    story = file.story
    if isinstance(story, FaultyStory):
        sound, file = file.sound, replace(file, sound=None)
        if sound:
            more = _look_up(file, sound, lent, words)[2]
            file = replace(file, findings=(*file.findings, *more))
        return _in_series(file, story, words)
    themes, series, findings = _look_up(file, story, lent, words)
    if findings:
        return looked_up(as_faulty(file, tuple(findings)), lent, words)
    cautions = (*story.cautions, *_unknown_uses(story, words))
    if (themes, series, cautions) == (story.front.themes, story.front.series, story.cautions):
        return file
    front = replace(story.front, themes=themes, series=series)
    return replace(file, story=replace(story, front=front, cautions=cautions))


def _look_up(
    file: ReadStory,
    story: SourceStory,
    lent: Mapping[str, Lent],
    words: Vocabulary,
) -> tuple[tuple[str, ...], str | None, list[Diagnostic]]:
    """The themes and the series of `story` as slugs, and what is not known of all that it names."""
    findings: list[Diagnostic] = []
    themes = tuple(dict.fromkeys(_themes(story, words, findings)))
    series = _series(story, words, findings)
    findings += at_files(story, words.root)
    findings += _ids(file, story, lent)
    return themes, series, findings


def _unknown_uses(story: SourceStory, words: Vocabulary) -> Iterator[Diagnostic]:
    """Uses that are no permission for anything: with a new Byleave, or a slip of the pen."""
    for id_, voice in (story.front.voices or {}).items():
        if voice.consent is None or voice.consent.uses <= words.uses:
            continue
        for use in sorted(voice.consent.uses - words.uses):
            at = story.positions.at("voices", id_, "consent", "uses")
            meant = nearest(use, words.uses)
            do = (
                f"did you mean “{meant}”?"
                if meant
                else "take it out, or add it under `uses:` in site.yaml"
            )
            message = "one of these uses is not known, and permits nothing"
            yield warning(story.path, "unknown-use", message, do, at, about=use)


def _in_series(file: ReadStory, story: FaultyStory, words: Vocabulary) -> ReadStory:
    """A faulty story with the series, as slugs, that it may belong to."""
    named = (nearest(name, words.series) for name in story.series)
    slugs = {words.series[name] for name in named if name}
    return replace(file, story=replace(story, series=tuple(sorted(slugs)))) if slugs else file


def _themes(story: SourceStory, words: Vocabulary, findings: list[Diagnostic]) -> Iterator[str]:
    for number, name in enumerate(story.front.themes):
        slug = words.themes.get(name.casefold())
        if slug is not None:
            yield slug
            continue
        at = story.positions.at("themes", number)
        message = "this theme is not known"
        # No more are shown, and to look for what was meant takes time.
        known = words.themes if len(findings) < MOST_OF_ONE_FILE else ()
        do = _try(name, known, "add a file for it below themes/, or take it out")
        findings.append(error(story.path, "unknown-theme", message, do, at, about=name))


def _series(story: SourceStory, words: Vocabulary, findings: list[Diagnostic]) -> str | None:
    name = story.front.series
    if name is None:
        return None
    slug = words.series.get(name.casefold())
    if slug is None:
        at = story.positions.at("series")
        message = "this series is not in site.yaml"
        do = _try(
            name, words.series, "add it under `series:` in site_src/site.yaml, or take it out"
        )
        findings.append(error(story.path, "unknown-series", message, do, at, about=name))
    return slug


def _try(name: str, known: Iterable[str], otherwise: str) -> str:
    meant = nearest(name, known)
    return f"did you mean “{meant}”?" if meant else otherwise


def _ids(file: ReadStory, story: SourceStory, lent: Mapping[str, Lent]) -> Iterator[Diagnostic]:
    origins, certain = _origins(story, lent)
    ids = frozenset(story.front.voices or ()).union(*(one.ids for one in origins))
    if story.front.allow:
        others = [name for one in origins for name in one.names]
        yield from reasons_about_others(story.front, story.path, story.positions, others)
    original = lent.get(story.version_of or "")
    if original and original.path != story.path:
        for id_ in original.ids.intersection(story.front.voices or ()):
            at = story.positions.at("voices", id_)
            do = "take it out here: a version has its original's voices"
            yield error(story.path, "voice-twice", "the original declares this voice", do, at)
    posted_by = story.front.posted_by
    is_draft = story.front.voices is None and not story.version_of
    if certain and posted_by and posted_by not in ids and not is_draft:
        at = story.positions.at("posted_by")
        yield _unknown_voice(story, posted_by, at)
    for mention in file.mentions:
        if certain and mention.id not in ids:
            yield _unknown_voice(story, mention.id, mention.at)


def _unknown_voice(story: SourceStory, id_: str, at: Position) -> Diagnostic:
    # No id is suggested: reading does not know the day, so not who is withheld on it.
    do = "correct the id, or declare it under `voices:`; \\{…} is literal"
    return error(story.path, "unknown-voice", "no voice has this id", do, at, about=id_)


def _origins(story: SourceStory, lent: Mapping[str, Lent]) -> tuple[tuple[Lent, ...], bool]:
    """All that a story stands on, and whether all of it could be read."""
    found: dict[str, Lent] = {}
    waiting = [*story.needs]
    certain = True
    while waiting:
        path = waiting.pop()
        needed = lent.get(path)
        if needed is None:
            certain = False
        elif path != story.path and path not in found:
            found[path] = needed
            waiting += needed.needs
    return tuple(found.values()), certain
