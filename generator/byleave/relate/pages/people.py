"""The people who gave leave to a page of their own: a list of them, and their stories."""

from collections.abc import Iterator
from functools import partial

from byleave.model.addresses import PEOPLE
from byleave.model.pieces import PersonLine
from byleave.model.published import StoryHead, Voice
from byleave.model.site import PeopleView, PersonView
from byleave.relate.index.alphabets import Alphabet
from byleave.relate.index.common_uses import Uses, common_uses
from byleave.relate.index.index import Index
from byleave.relate.index.list_lines import person, person_address
from byleave.relate.page_plan import PlannedPage

Pairs = tuple[tuple[Voice, StoryHead], ...]


def people_pages(known: Index) -> Iterator[PlannedPage]:
    """The list of people, and the page of each; newest facts about them first."""
    uses = common_uses(pairs[0][0] for pairs in known.people.values())
    yield PlannedPage(PEOPLE, partial(_people, known), uses)
    for pairs in known.people.values():
        make = partial(_person, pairs, known)
        yield PlannedPage(person_address(pairs[0][0]), make, _uses(pairs, known))


def _people(known: Index) -> PeopleView:
    language = known.content.settings.language
    order = Alphabet(language)
    found = sorted(known.people.values(), key=lambda pairs: order.key(pairs[0][0].name))
    return PeopleView(
        address=PEOPLE,
        title="",
        language=language,
        people=tuple(
            PersonLine(person=person(pairs[0][0]), stories=len(_paths(pairs, known)))
            for pairs in found
        ),
    )


def _person(pairs: Pairs, known: Index) -> PersonView:
    newest = pairs[0][0]
    return PersonView(
        address=person_address(newest),
        title=newest.name,
        language=known.content.settings.language,
        role=newest.role,
        place=newest.place,
        items=tuple(known.items[path] for path in _paths(pairs, known)),
    )


def _uses(pairs: Pairs, known: Index) -> Uses:
    lines = (known.line_uses[path] for path in _paths(pairs, known))
    return common_uses(voice for voice, _ in pairs).intersection(*lines)


def _paths(pairs: Pairs, known: Index) -> tuple[str, ...]:
    """The stories on the page of a person, each once."""
    return tuple(dict.fromkeys(_shown_for(story, known) for _, story in pairs))


def _shown_for(story: StoryHead, known: Index) -> str:
    """The path of the story that stands for `story` in lists: a response has no line there."""
    return known.answered.get(story.path, story.path)
