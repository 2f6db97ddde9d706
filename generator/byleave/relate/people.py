"""The people who gave leave to a page of their own: a list of them, and their stories."""

from collections.abc import Iterator

from byleave.model.published import Story, Voice
from byleave.model.site import PeopleView, PersonView, View
from byleave.relate.addresses import PEOPLE
from byleave.relate.index import Index
from byleave.relate.items import person, person_address
from byleave.relate.letters import Alphabet


def people_views(known: Index) -> Iterator[View]:
    """The list of people, and the page of each; newest facts about them first."""
    language = known.content.settings.language
    order = Alphabet(language)
    found = sorted(known.people.values(), key=lambda pairs: order.key(pairs[0][0].name))
    yield PeopleView(
        address=PEOPLE,
        title="",
        language=language,
        indexable=all("engines" in pairs[0][0].uses for pairs in found),
        people=tuple(person(pairs[0][0]) for pairs in found),
    )
    for pairs in found:
        yield _person_view(pairs, known)


def _person_view(pairs: tuple[tuple[Voice, Story], ...], known: Index) -> PersonView:
    newest = pairs[0][0]
    paths = tuple(dict.fromkeys(_shown_for(story, known) for _, story in pairs))
    lines = (known.line_uses[path] for path in paths)
    return PersonView(
        address=person_address(newest),
        title=newest.name,
        language=known.content.settings.language,
        indexable=all("engines" in voice.uses for voice, _ in pairs)
        and all("engines" in uses for uses in lines),
        role=newest.role,
        place=newest.place,
        items=tuple(known.items[path] for path in paths),
    )


def _shown_for(story: Story, known: Index) -> str:
    """The path of the story that stands for `story` in lists: a response has no line there."""
    return known.answered.get(story.path, story.path)
