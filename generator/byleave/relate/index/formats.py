"""In which other forms a story is there: Easy Read, other languages, sound and film."""

from collections.abc import Iterator, Mapping

from byleave.model.pieces import Formats, ListItem
from byleave.model.published import StoryHead
from byleave.relate.index.groups import RelatedStories, family, original
from byleave.relate.index.list_lines import recordings, signed
from byleave.values import replace


def with_formats(items: Mapping[str, ListItem], known: RelatedStories) -> Mapping[str, ListItem]:
    """The lines of stories, by path, with the other forms in which each is there."""
    return {**items, **dict(_told(items, known))}


def _told(items: Mapping[str, ListItem], known: RelatedStories) -> Iterator[tuple[str, ListItem]]:
    for path, story in known.by_path.items():
        has_versions = path in known.versions or original(story)
        if not (has_versions or story.media):
            continue
        if found := _formats(story, known if has_versions else None):
            yield path, replace(items[path], formats=found)


def _formats(story: StoryHead, known: RelatedStories | None) -> Formats | None:
    others = [one for one in family(story, known) if one.path != story.path] if known else []
    found = Formats(
        easy_read=not story.easy_read_of
        and any(one.easy_read_of and one.language == story.language for one in others),
        languages=tuple(
            dict.fromkeys(one.language for one in others if one.language != story.language)
        ),
        recordings=recordings(story),
        signed=signed(story),
    )
    return found if found != Formats() else None
