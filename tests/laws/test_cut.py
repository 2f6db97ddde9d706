"""The cut, tried on sites small enough to see by eye what the rules of consent leave."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.laws.cut import References, cut
from tests.laws.examples import (
    NO,
    TODAY,
    YES,
    passage,
    response,
    site,
    story,
    text,
    voice,
)
from tests.laws.model import Consent, Event, Fault, Identity, Line, Medium, Passage, Site, Story
from tests.laws.standing import UNREADABLE

SAM = voice("sam", "Sam", NO)
CLARE = voice("clare", "Clare Wood")
DAY = timedelta(days=1)


def paths(whole: Site) -> list[str]:
    """The names of the stories that are left."""
    return [one.path.removeprefix("stories/").removesuffix(".md") for one in whole.stories]


def left(*stories: Story) -> list[str]:
    """The names of the stories that are left after the cut."""
    return paths(cut(site(*stories), TODAY))


def body(one: Story, *others: Story) -> str:
    """The text of what is left of the body of the first story."""
    return "".join(part.text for part in cut(site(one, *others), TODAY).stories[0].body)


def test_what_nobody_withheld_stays_as_it_is() -> None:
    """A cut takes nothing that may be published."""
    whole = site(story("garden", passage("clare", "We dug.\n"), text("\nRain.\n"), voices=(CLARE,)))
    assert cut(whole, TODAY) == whole


@pytest.mark.parametrize(
    ("consent", "published"),
    [
        (YES, True),
        (replace(YES, given=TODAY), True),
        (replace(YES, given=TODAY + DAY), False),
        (replace(YES, until=TODAY + DAY), True),
        (replace(YES, until=TODAY), False),
        (replace(YES, uses=("search",)), False),
        (replace(YES, uses=None), False),
        (replace(YES, stops=(("refused", ""),)), False),
        (replace(YES, stops=(("held", "[a, b]"),)), False),
        (replace(YES, stops=(("withdrawn", "2030-01-01"),)), False),
        (Consent(asked=date(2026, 1, 1)), False),
    ],
)
def test_rule_1_a_voice_needs_permission_today(consent: Consent, published: bool) -> None:
    """Given and not over, for the web, stopped by nobody, whatever the value of the key."""
    (one,) = cut(site(story("garden", voices=(voice("sam", "Sam", consent),))), TODAY).stories
    assert bool(one.voices) == published


@pytest.mark.parametrize("consent", [replace(YES, record=None), replace(YES, until=None)])
def test_rule_1_an_incomplete_permission_is_an_error_of_the_file(consent: Consent) -> None:
    """Without the reference of the form, or without a last day, the whole story stays back."""
    assert left(story("garden", voices=(voice("sam", "Sam", consent),))) == []


@pytest.mark.parametrize("fault", Fault)
def test_rule_1_a_mistake_withholds_its_story_and_no_other(fault: Fault) -> None:
    """Nobody's typing error may keep a withdrawn person online, nor stop the site."""
    assert left(story("garden", fault=fault), story("kitchen")) == ["kitchen"]


def test_rule_1_words_are_those_that_were_agreed_to() -> None:
    """White space does not count, a word does; what is absent is no mismatch."""
    agreed = replace(YES, agreed=("We dug.", "Nothing of this is there."))
    garden = story("garden", passage("sam", "We\ndug.\n"), voices=(voice("sam", "Sam", agreed),))
    assert body(garden) == "We\ndug.\n"
    other = replace(YES, agreed=("We dug",))
    assert body(replace(garden, voices=(voice("sam", "Sam", other),))) == ""


def test_rule_1_words_count_where_somebody_else_speaks_of_the_voice() -> None:
    """A passage that names the voice is about it, so the voice had to agree to it."""
    sam = voice("sam", "Sam", replace(YES, agreed=()))
    assert body(story("garden", passage("clare", "SAM dug.\n"), voices=(CLARE, sam))) == ""


def test_rule_1_an_author_agrees_to_title_summary_and_all_unmarked_text() -> None:
    """Unmarked text is taken together, in the order of the body."""
    agreed = replace(YES, agreed=("About garden", "Rain.\n\nSun."))
    author = voice("ann", "Ann", agreed, part="author")
    parts = (text("Rain.\n"), passage("clare", "We dug.\n"), text("Sun.\n"))
    assert left(story("garden", *parts, voices=(author, CLARE))) == ["garden"]
    longer = replace(author, consent=replace(agreed, agreed=("About garden", "Rain.")))
    assert left(story("garden", *parts, voices=(longer, CLARE))) == []


def test_rule_1_an_author_agrees_to_what_happened_since() -> None:
    """Words that came later stand under their story all the same."""
    author = voice("ann", "Ann", replace(YES, agreed=("About garden",)), part="author")
    garden = story("garden", voices=(author, CLARE))
    assert left(garden) == ["garden"]
    assert left(replace(garden, what_happened="There is a gate now.")) == []


@pytest.mark.parametrize(
    "beside",
    [
        {"notice": "It is about a flood."},
        {"rights": "ask-first"},
        {"checked_with": "three readers"},
    ],
)
def test_rule_1_an_author_agrees_to_what_stands_beside_the_text(beside: dict[str, Any]) -> None:
    """How readers are prepared for one's words, and who may copy them, is one's own affair."""
    author = voice("ann", "Ann", replace(YES, agreed=("About garden",)), part="author")
    garden = story("garden", voices=(author, CLARE))
    assert left(replace(garden, **beside)) == []


def test_rule_1_words_can_be_required_of_everybody() -> None:
    """Then a voice without agreed words is withheld where it has any."""
    garden = story("garden", passage("clare", "We dug.\n"), voices=(CLARE,))
    assert cut(site(garden, words_required=True), TODAY).stories[0].body == ()


@pytest.mark.parametrize("facts", [{"date": None}, {"voices": None}, {"date": TODAY + DAY}])
def test_rule_2_drafts_and_stories_of_tomorrow_are_withheld(facts: dict[str, Any]) -> None:
    """A story needs a date, which is not in the future, and voices, which may be none."""
    garden = story("garden", voices=())
    assert left(garden) == ["garden"]
    assert left(replace(garden, **facts)) == []


@pytest.mark.parametrize(
    "gone",
    [
        passage("sam", "I dug.\n"),
        passage("clare sam", "We dug.\n"),
        passage("clare", "He dug.\n", about="sam"),
        passage("clare", "I saw {sam} dig.\n"),
        passage("clare", "I saw SAM’s spade.\n"),
        passage("clare", "I saw _Sam_ dig.\n"),
    ],
)
def test_rule_3_a_passage_goes_with_each_of_its_voices(gone: Passage) -> None:
    """By it, about it, by id, by name in any letter case."""
    stays = passage(
        "clare", "I saw Samuel dig, and \\{sam} is no mention.\n".replace("{sam}", "{s}")
    )
    parts = (text("Before.\n"), gone, stays, text("After.\n"))
    garden = story("garden", *parts, voices=(CLARE, SAM))
    assert body(garden) == f"Before.\n{stays.text}After.\n"


@pytest.mark.parametrize(
    "written", ["zoë o’brin", "ZOË\nO'BRIN", "Zoe\u0308 O'Brin", "Zoë\u00a0O'Brin"]
)
def test_rule_3_a_name_is_found_however_it_is_typed(written: str) -> None:
    """Keyboards and word processors differ in letters with marks, spaces and apostrophes."""
    zoe = voice("v1", "Zoë O'Brin", NO)
    assert body(story("garden", passage("clare", f"{written} dug.\n"), voices=(CLARE, zoe))) == ""


def test_rule_3_what_many_are_called_is_no_name() -> None:
    """An anonymous voice is found by id alone."""
    someone = voice("sam", "Participant", NO, identity=Identity.ANONYMOUS)
    parts = (passage("clare", "A participant dug.\n"), passage("clare", "{sam} dug.\n"))
    assert body(story("garden", *parts, voices=(CLARE, someone))) == "A participant dug.\n"


@pytest.mark.parametrize(
    "facts",
    [
        {"title": "Sam’s garden"},
        {"summary": "What {sam} dug."},
        {"what_happened": "Sam has a key now."},
        {"notice": "It says how Sam fell."},
        {"rights": "Ask Sam first."},
        {"checked_with": "Sam and two more"},
        {"body": (text("It was sam.\n"),)},
        {"voices": (replace(SAM, part="author"),)},
        {"event": Event(facts=(("booking", '{"email": "sam@example.org"}'),))},
    ],
)
def test_rule_3_a_story_goes_where_its_own_words_cannot_stay(facts: dict[str, Any]) -> None:
    """Title, summary, unmarked text and the event's words are by the authors, and about no one."""
    garden = story("garden", voices=(SAM, CLARE))
    assert left(garden) == ["garden"]
    assert left(replace(garden, **facts)) == []


def test_rule_3_holds_in_versions_and_responses_and_nowhere_else() -> None:
    """A name counts where the voice does; somebody else may have the same one."""
    said = text("Sam dug.\n")
    garden = story("garden", voices=(SAM,))
    welsh = story("gardd", said, translation_of=garden.path)
    reply = response("one", "garden", said)
    answer = response("two", "garden", said, in_reply_to="stories/garden.responses/one.md")
    elsewhere = story("kitchen", said)
    assert left(garden, welsh, reply, answer, elsewhere) == ["garden", "kitchen"]


def test_rule_3_an_id_means_the_nearest_voice() -> None:
    """A response that declares the same id speaks of its own voice."""
    own = response("one", "garden", passage("v1", "I, {v1}.\n"), voices=(voice("v1", "Max"),))
    whole = cut(site(story("garden", voices=(voice("v1", "Sam", NO),)), own), TODAY)
    assert whole.stories[1] == own


def test_rule_3_another_voice_is_not_introduced_by_the_name() -> None:
    """Name, role and place of one voice do not say who another was."""
    sister = voice("sister", "Sam's sister", identity=Identity.ANONYMOUS)
    friend = voice("friend", "Jo", role="a friend of sam")
    (one,) = cut(site(story("garden", voices=(SAM, sister, friend, CLARE))), TODAY).stories
    assert one.voices == (CLARE,)


def test_rule_3_pictures_and_programme_lines_go_and_so_do_their_files() -> None:
    """A picture is withheld by whom it shows and how it is described, in the story only."""
    media = (
        Medium(key="spade.png", alt="A spade"),
        Medium(key="sam.png", alt="Somebody", shows=("sam",)),
        Medium(key="dug.png", alt="What Sam dug"),
    )
    lines = (
        Line(title="Welcome", voices=("clare",)),
        Line(title="Digging", voices=("clare", "sam")),
        Line(title="With Sam"),
    )
    words = "Look:\n![](sam.png)\nSo! ![a](dug.png)\n\n![](spade.png)\n\n![](sam.png)\n"
    event = Event(facts=(), programme=lines)
    garden = story("garden", text(words), voices=(SAM, CLARE), media=media, event=event)
    kitchen = story("kitchen", media=(Medium(key="dug.png", alt="A hole"),))
    files = tuple((f"stories/{one.key}", b"") for one in media)
    whole = cut(site(garden, kitchen, files=files), TODAY)
    one = whole.stories[0]
    assert one.media == media[:1]
    assert one.event == Event(facts=(), programme=lines[:1])
    assert one.body == (text("Look:\nSo!\n\n![](spade.png)\n\n"),)
    assert [path for path, _ in whole.files] == ["stories/spade.png", "stories/dug.png"]


def test_rule_3_who_posted_a_response_is_a_line_of_its_own() -> None:
    """The response stays where only the one who posted it leaves, if it is by somebody else."""
    sam = replace(SAM, part="posted")
    alone = response("two", "garden", posted_by="sam", voices=(sam,))
    assert left(story("garden"), alone) == ["garden"]
    posted = response("one", "garden", posted_by="sam", voices=(sam, CLARE))
    whole = cut(site(story("garden"), posted), TODAY)
    assert whole.stories[1] == replace(posted, posted_by=None, voices=(CLARE,))


def test_rule_3_whoever_posted_what_they_say_themselves_is_an_author() -> None:
    """Whose part it was to post is told by `part`: `posted_by` alone takes nobody's words away."""
    posted = response("one", "garden", posted_by="sam", voices=(SAM, CLARE))
    assert left(story("garden"), posted) == ["garden"]


def test_rule_3_who_posted_a_response_did_not_write_its_version_either() -> None:
    """A version has the voices of its original, and so those who only posted that."""
    sam = replace(SAM, part="posted")
    posted = response("one", "garden", posted_by="sam", voices=(sam, CLARE))
    version = replace(response("un", "garden"), translation_of=posted.path)
    assert left(story("garden"), posted, version) == [
        "garden",
        "garden.responses/one",
        "garden.responses/un",
    ]


def test_rule_3_a_response_without_an_author_is_by_all_its_voices() -> None:
    """Other than a story, which is the group's own then; only who posted it did not write it."""
    voices = (replace(SAM, part="respondent"), CLARE)
    assert left(story("garden", voices=voices)) == ["garden"]
    assert left(story("shed"), response("one", "shed", voices=voices)) == ["shed"]
    written = (*voices, voice("ann", "Ann", part="author"))
    assert left(story("shed"), response("one", "shed", voices=written)) == [
        "shed",
        "shed.responses/one",
    ]


def test_rule_4_responses_and_versions_go_with_their_story() -> None:
    """To any depth, and where nothing was from the beginning."""
    garden = story("garden", date=None)
    easy = story("easy", easy_read_of=garden.path)
    answer = response("one", "easy")
    lost = response("two", "nowhere")
    assert left(garden, easy, answer, lost) == []


def test_rule_4_what_needs_itself_is_withheld() -> None:
    """Two responses that reply to each other reply to nothing."""
    there, back = "stories/garden.responses/one.md", "stories/garden.responses/two.md"
    one = response("one", "garden", in_reply_to=back)
    two = response("two", "garden", in_reply_to=there)
    itself = story("itself", translation_of="stories/itself.md")
    assert left(story("garden"), one, two, itself) == ["garden"]


def test_rule_4_sessions_and_reports_stay() -> None:
    """A session whose festival is withheld is an event of its own."""
    festival = story("festival", date=None)
    session = story("session", part_of=festival.path, report_of=festival.path)
    (one,) = cut(site(festival, session), TODAY).stories
    assert one == replace(session, part_of=None, report_of=None)


LINKS = (
    "[a plot](garden.md)",
    "[a plot](/stories/garden/)",
    "[a plot](/old/plot/)",
    "[a plot](https://stories.example.org/stories/garden/#dug)",
)


@pytest.mark.parametrize("link", LINKS)
def test_rule_5_of_a_link_the_words_stay(link: str) -> None:
    """A link to a withheld story is like one to an unknown address."""
    garden = story("garden", date=None, aliases=("/old/plot/",))
    assert body(story("kitchen", text(f"See {link}.\n")), garden) == "See a plot.\n"
    assert body(story("kitchen", text(f"See {link}.\n")), replace(garden, date=TODAY)) != (
        "See a plot.\n"
    )


def test_rule_5_of_a_link_by_label_the_words_stay() -> None:
    """The line that says where the label leads goes."""
    kitchen = story("kitchen", text("See [a plot][p] and [more][m].\n\n[p]: garden.md\n[m]: /x/\n"))
    assert body(kitchen, story("garden", date=None)) == ("See a plot and [more][m].\n\n[m]: /x/\n")


def test_rule_5_where_a_label_leads_is_left_where_a_line_hangs_on_it() -> None:
    """Under a definition, `---` is a text; with nothing above it, it would be a rule."""
    kitchen = story("kitchen", text("See [a plot][p].\n\n[p]: garden.md\n---\n"))
    left_over = "See a plot.\n\n[p]: garden.md\n---\n"
    assert body(kitchen, story("garden", date=None)) == left_over


@pytest.mark.parametrize("words", ["all ABOUT GARDEN", "what clare wood dug"])
def test_rule_5_a_link_that_says_too_much_goes_by_rule_3(words: str) -> None:
    """The title, or the name of anybody in it: the passage goes, or the whole story."""
    garden = story("garden", date=None, voices=(CLARE,))
    said = f"See [{words}](garden.md).\n"
    speaks = story("kitchen", passage("jo", said), voices=(voice("jo", "Jo"),))
    assert body(speaks, garden) == ""
    assert left(story("kitchen", text(said)), garden) == []
    assert left(story("kitchen", text(said)), replace(garden, date=TODAY)) == ["kitchen", "garden"]


def test_references_can_be_left_to_lead_nowhere() -> None:
    """The other cut: the same texts, where the story never was."""
    kitchen = story("kitchen", text("See [a plot](garden.md).\n"), part_of="stories/garden.md")
    whole = site(kitchen, story("garden", date=None))
    assert cut(whole, TODAY, References.LEFT) == site(kitchen)


def test_two_published_stories_at_one_address_are_withheld_with_what_is_theirs() -> None:
    """Neither is right; a draft claims nothing, and an alias is an address."""
    one, two = story("a/garden"), story("b/garden")
    answer = response("one", "a/garden")
    claims = story("kitchen", aliases=("/stories/shed/",))
    assert left(one, two, answer) == []
    assert left(one, replace(two, date=None), answer) == ["a/garden", "a/garden.responses/one"]
    assert left(claims, story("shed")) == []


def test_what_falls_takes_more_along() -> None:
    """The rules are tried until nothing more falls."""
    garden = story("garden", date=None)
    kitchen = story("kitchen", text("As [about garden](garden.md) says.\n"))
    shed = story("shed", text("As [about kitchen](kitchen.md) says.\n"))
    roof = story("roof", text("As [it](shed.md) says.\n"))
    assert left(roof, shed, kitchen, garden) == ["roof"]


@pytest.mark.parametrize("fault", UNREADABLE)
def test_rule_1_every_record_is_held_that_stands_in_a_file_with_a_stop_and_a_fault(
    fault: Fault,
) -> None:
    """Nobody can tell whose stop it is: an alias of YAML's own may stand for a number, too."""
    told = voice("ann", "Ann")
    stopped = voice("bea", "Bea", replace(YES, record="BW-2", stops=(("not_here", ""),)))
    garden = story("garden", passage("ann", "We dug.\n"), voices=(told,))
    assert body(garden) == "We dug.\n"
    assert body(garden, story("shed", voices=(told, stopped), fault=fault)) == ""
    assert body(garden, story("shed", voices=(told,), fault=fault)) == "We dug.\n"
