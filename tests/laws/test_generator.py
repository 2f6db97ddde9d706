"""The generator of sites reaches every way of being withheld, and all that follows from it."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.laws.cut import cut_out
from tests.laws.cut_settings import ITEM, LOGO, SETTINGS
from tests.laws.explaining import GLOSSARY
from tests.laws.group_pictures import media_file
from tests.laws.kin import URL, Kin
from tests.laws.model import TODAY, Identity, Listed, ListForm, Site, Story
from tests.laws.rules import withheld
from tests.laws.sites import Case
from tests.laws.text import IMAGE, links
from tests.laws.trying import sample
from tests.laws.ways import Way
from tests.laws.withheld import Why, Withheld

pytestmark = pytest.mark.slow

SITES = 800
OFTEN_ENOUGH = 3


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """The sites that are counted."""
    return sample(SITES, first=8)


def test_every_way_happens(cases: list[Case]) -> None:
    """No way of being withheld is forgotten by chance."""
    ways = Counter(way for case in cases for way in case.ways)
    assert {way.name: ways[way] for way in Way if ways[way] < OFTEN_ENOUGH} == {}


def test_every_reason_happens(cases: list[Case]) -> None:
    """Every sentence of the rules withholds something, in several sites."""
    reasons = Counter(why for case in cases for why in withheld(case.site, TODAY).reasons())
    assert {why.name: reasons[why] for why in Why if reasons[why] < OFTEN_ENOUGH} == {}


def test_every_consequence_happens(cases: list[Case]) -> None:
    """What stays is changed in every way: unlinked, without a picture, with other numbers."""
    seen = Counter(what for case in cases for what in set(_consequences(case)))
    rare = {what: seen[what] for what in CONSEQUENCES if seen[what] < OFTEN_ENOUGH}
    assert rare == {}
    assert set(seen) <= set(CONSEQUENCES)


def test_group_pictures_go_for_every_reason(cases: list[Case]) -> None:
    """For an error in a file that shows somebody, other words, a name, and a permission."""
    seen = Counter(why for case in cases for why in _hiding(case))
    whys = (Why.ERROR, Why.WORDS, Why.VOICE_HOLDS_NAME, Why.NO_PERMISSION)
    assert {why.name: seen[why] for why in whys if seen[why] < OFTEN_ENOUGH} == {}


def _hiding(case: Case) -> set[Why]:
    """Why people are withheld, or stories, that have a picture of the group's own."""
    gone, kin = withheld(case.site, TODAY), Kin(case.site)
    found: set[Why] = set()
    for story in case.site.stories:
        for medium in story.media:
            if medium.key.startswith("/media/") and medium.shows:
                shown = [kin.declared(story, one) for one in medium.shows]
                people = {(one[0].path, one[1].id) for one in shown if one}
                found |= {
                    loss.why
                    for loss in gone.losses
                    if (loss.story, loss.which) in people
                    or (loss.story == story.path and loss.why is Why.ERROR)
                }
    return found


def test_every_form_of_the_list_closes_somebody(cases: list[Case]) -> None:
    """However the list is kept or broken, what it closes counts."""
    closing = (case.site.form for case in cases if any(map(_stops, case.site.records)))
    seen = Counter(closing)
    assert {form.name: seen[form] for form in ListForm if seen[form] < OFTEN_ENOUGH} == {}


def _stops(line: Listed) -> bool:
    return line.torn or line.state != "open" or any(notes for _, notes in line.stories)


def test_words_are_explained(cases: list[Case]) -> None:
    """Of what stays, in Easy Read as well, and of what goes with somebody."""
    seen = Counter(where for case in cases for where in _explained(case))
    wanted = ("stays", "stays in Easy Read", "goes")
    assert {where: seen[where] for where in wanted if seen[where] < OFTEN_ENOUGH} == {}


def _explained(case: Case) -> Iterator[str]:
    gone = withheld(case.site, TODAY)
    words = dict(case.site.texts).get(GLOSSARY, "").split('"')
    for story in case.site.stories:
        for number, part in enumerate(story.body):
            if any(f" {word} " in part.text for word in words[1::2]):
                goes = gone.story(story.path) or gone.passage(story.path, number)
                easy = " in Easy Read" if story.easy_read_of and not goes else ""
                yield "goes" if goes else f"stays{easy}"


def test_much_stays_published(cases: list[Case]) -> None:
    """A law about sites of which nothing is left would hold for every build."""
    left = [_without(case) for case in cases]
    stories = [story for site in left for story in site.stories]
    assert sum(bool(site.stories) for site in left) > SITES * 0.7
    assert len(stories) > SITES * 1.5
    assert sum(bool(story.voices) for story in stories) > SITES * 0.7
    assert sum(site != case.site for site, case in zip(left, cases, strict=True)) > SITES * 0.9


TOLD = "a fixed page or a description goes that tells of something"
CONSEQUENCES = (
    TOLD,
    "a passage goes and its story stays",
    "a voice goes and its story stays",
    "a programme line goes and its story stays",
    "a session loses its festival",
    "a report loses its event",
    "a response loses who posted it",
    "a link is only words",
    "a map leads nowhere",
    "a booking leads nowhere",
    "an item of the navigation goes",
    "the logo goes",
    "a link to a response is only words",
    "a link of a fixed page or theme is only words",
    "a link to a document is only words",
    "a picture goes that stood alone",
    "a picture goes that ended a line",
    "a picture stays in one story and goes in another",
    "a picture's file goes",
    "an anonymous voice gets another number",
    "a response goes and its story stays",
    "a version goes and its original stays",
    "a twin stays because the other goes",
    "the words a voice agreed to hold",
)


def _without(case: Case) -> Site:
    return cut_out(case.site, withheld(case.site, TODAY))


def _consequences(case: Case) -> Iterator[str]:
    gone, without = withheld(case.site, TODAY), _without(case)
    kin, before = Kin(case.site), {story.path: story for story in case.site.stories}
    for story in without.stories:
        yield from _in_a_story(before[story.path], story)
        yield from _in_a_body(gone, before[story.path], story)
        yield from _beside_a_story(kin, gone, story)
    yield from _in_the_texts(case.site, without)
    if len(without.files) < len(case.site.files):
        yield "a picture's file goes"
    for stories in kin.by_address.values():
        if sum(gone.story(story.path) for story in stories) == len(stories) - 1 > 0:
            yield "a twin stays because the other goes"


def _in_the_texts(before: Site, after: Site) -> Iterator[str]:
    were, are = dict(before.texts), dict(after.texts)
    for path in were.keys() - {SETTINGS}:
        if len(links(were[path])) > len(links(are.get(path, ""))):
            told = path not in are or "Words about it." not in are[path]
            told = told and path.startswith(("site_src/pages/", "themes/"))
            yield TOLD if told else "a link of a fixed page or theme is only words"
    for what, pattern in (("an item of the navigation goes", ITEM), ("the logo goes", LOGO)):
        if len(pattern.findall(were[SETTINGS])) > len(pattern.findall(are[SETTINGS])):
            yield what


def _in_a_story(before: Story, after: Story) -> Iterator[str]:
    lost = {
        "a passage goes and its story stays": len(before.body) > len(after.body),
        "a voice goes and its story stays": len(before.voices or ()) > len(after.voices or ()),
        "a programme line goes and its story stays": _lines(before) > _lines(after),
        "a map leads nowhere": _has_map(before) and not _has_map(after),
        "a booking leads nowhere": _books_here(before) and not _books_here(after),
        "a session loses its festival": before.part_of != after.part_of,
        "a report loses its event": before.report_of != after.report_of,
        "a response loses who posted it": before.posted_by != after.posted_by,
        "an anonymous voice gets another number": _numbers(before) - _numbers(after) != set(),
        "the words a voice agreed to hold": any(
            voice.consent and voice.consent.agreed for voice in after.voices or ()
        ),
    }
    yield from (what for what, happened in lost.items() if happened)


def _lines(story: Story) -> int:
    return len(story.event.programme) if story.event else 0


def _has_map(story: Story) -> bool:
    return story.event is not None and "map" in dict(story.event.facts)


def _books_here(story: Story) -> bool:
    return story.event is not None and URL in dict(story.event.facts).get("booking", "")


def _in_a_body(gone: Withheld, before: Story, after: Story) -> Iterator[str]:
    parts = enumerate(before.body)
    stays = [part for number, part in parts if not gone.passage(before.path, number)]
    for was, now in zip(stays, after.body, strict=True):
        if len(links(was.text)) > len(links(now.text)):
            yield "a link is only words"
        lost = {one.destination for one in links(was.text)}
        lost -= {one.destination for one in links(now.text)}
        if any("#response-" in one for one in lost):
            yield "a link to a response is only words"
        if any(gone.medium(before.path, one) for one in lost):
            yield "a link to a document is only words"
        yield from _pictures_lost(was.text, now.text)


def _numbers(story: Story) -> set[tuple[str, int]]:
    """The anonymous voices that share a name with others, with how many they are."""
    names = Counter(
        voice.name.casefold()
        for voice in story.voices or ()
        if voice.identity is Identity.ANONYMOUS
    )
    return {(name, count) for name, count in names.items() if count > 1}


def _pictures_lost(before: str, after: str) -> Iterator[str]:
    left = set(after.splitlines())
    for line in set(before.splitlines()) - left:
        if IMAGE.fullmatch(line):
            yield "a picture goes that stood alone"
        elif IMAGE.search(line) and IMAGE.sub("", line).rstrip() in left:
            yield "a picture goes that ended a line"


def _pictures(gone: Withheld, story: Story, *, lost: bool) -> set[str]:
    """The files of the story's pictures that are withheld, or of those that are not."""
    keys = (one.key for one in story.media)
    return {media_file(story.path, key) for key in keys if gone.medium(story.path, key) == lost}


def _beside_a_story(kin: Kin, gone: Withheld, story: Story) -> Iterator[str]:
    for other in kin.site.stories:
        if not gone.story(other.path):
            if _pictures(gone, other, lost=True) & _pictures(gone, story, lost=False):
                yield "a picture stays in one story and goes in another"
        elif story.path in (other.responds_to, other.in_reply_to):
            yield "a response goes and its story stays"
        elif story.path in (other.translation_of, other.easy_read_of):
            yield "a version goes and its original stays"
