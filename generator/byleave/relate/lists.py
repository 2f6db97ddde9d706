"""The pages that lead to stories: home, all stories, themes, series, people."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from byleave.model.published import Story, Theme, Voice
from byleave.model.site import (
    HomeView,
    PersonView,
    Place,
    SeriesView,
    StoriesView,
    ThemesView,
    ThemeView,
    View,
)
from byleave.relate.bodies import own_body
from byleave.relate.index import Index
from byleave.relate.items import has_page, items
from byleave.relate.uses import listed_uses

NEWEST = 10


def home_view(known: Index) -> HomeView:
    """The first page. It is for search engines too, so it shows only what they may show."""
    settings = known.content.settings
    listed = [story for story in known.listed if "engines" in listed_uses(story)]
    upcoming = [story for story in listed if story.event and not story.past]
    newest = [story for story in listed if not story.event or story.past]
    upcoming.sort(key=lambda story: (str(story.event and story.event.starts.day), story.path))
    return HomeView(
        address="/",
        title=settings.title,
        language=settings.language,
        summary=settings.tagline or "",
        shareable=True,
        newest=items(tuple(newest[:NEWEST])),
        upcoming=items(tuple(upcoming)),
        themes=tuple(map(theme_place, sorted(known.content.themes, key=_by_title))),
    )


def stories_view(known: Index) -> StoriesView:
    """All stories by year."""
    years = groupby(known.listed, key=lambda story: story.date.year)
    return StoriesView(
        address="/stories/",
        title="",
        language=known.content.settings.language,
        indexable=_all_indexable(known.listed),
        years=tuple((year, items(tuple(stories))) for year, stories in years),
    )


def theme_place(theme: Theme) -> Place:
    """A theme as a link shows it."""
    return Place(address=f"/themes/{theme.slug}/", title=theme.title)


def theme_views(known: Index) -> Iterator[View]:
    """The list of themes and the page of each."""
    language = known.content.settings.language
    themes = {theme.slug: theme for theme in sorted(known.content.themes, key=_by_title)}
    narrower: dict[str, list[Theme]] = defaultdict(list)
    for theme in themes.values():
        narrower[theme.broader or ""].append(theme)
    yield ThemesView(
        address="/themes/",
        title="",
        language=language,
        themes=tuple((theme_place(theme), theme.also_known_as) for theme in themes.values()),
    )
    for theme in themes.values():
        stories = known.by_theme.get(theme.slug, ())
        yield ThemeView(
            address=f"/themes/{theme.slug}/",
            title=theme.title,
            language=language,
            indexable=_all_indexable(stories),
            source=theme.path,
            also_known_as=theme.also_known_as,
            body=own_body(theme, language, known),
            broader=theme_place(themes[theme.broader]) if theme.broader else None,
            narrower=tuple(map(theme_place, narrower[theme.slug])),
            items=items(stories),
        )


def series_views(known: Index) -> Iterator[SeriesView]:
    """The page of each series that has a published story."""
    settings = known.content.settings
    for slug, stories in sorted(known.by_series.items()):
        yield SeriesView(
            address=f"/series/{slug}/",
            title=settings.series[slug],
            language=settings.language,
            indexable=_all_indexable(stories),
            items=items(stories[::-1]),
        )


def person_views(known: Index) -> Iterator[PersonView]:
    """The page of each person who gave leave to one; newest facts about them first."""
    found: dict[str, list[tuple[Voice, Story]]] = defaultdict(list)
    for story in known.listed:
        for voice in story.voices:
            if has_page(voice):
                found[voice.person or ""].append((voice, story))
    for person, pairs in sorted(found.items()):
        voice = pairs[0][0]
        stories = tuple(dict.fromkeys(story.path for _, story in pairs))
        yield PersonView(
            address=f"/people/{person}/",
            title=voice.name,
            language=known.content.settings.language,
            indexable=all("engines" in one.uses for one, _ in pairs)
            and _all_indexable(known.by_path[path] for path in stories),
            role=voice.role,
            place=voice.place,
            items=items(tuple(known.by_path[path] for path in stories)),
        )


def _by_title(theme: Theme) -> tuple[str, str]:
    return theme.title.casefold(), theme.slug


def _all_indexable(stories: Iterable[Story]) -> bool:
    return all("engines" in listed_uses(story) for story in stories)
