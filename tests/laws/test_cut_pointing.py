"""The cut of what points to somebody beside words: names of files, addresses, settings."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.laws.along import unmarked_text
from tests.laws.cut import References, cut
from tests.laws.examples import NO, TODAY, YES, passage, response, site, story, text, voice
from tests.laws.kin import URL
from tests.laws.model import Event, Fault, Medium
from tests.laws.test_cut import CLARE, SAM, body, left


@pytest.mark.parametrize("name", ["sam", "sams-shed", "sam_2", "the-SAM"])
def test_rule_3_a_story_goes_with_whom_its_file_names(name: str) -> None:
    """Its name is in the address, however it is written there; so is an old address."""
    assert left(story(name, voices=(SAM,)), story("kitchen")) == ["kitchen"]
    assert left(story("garden", voices=(SAM,), aliases=(f"/old/{name}/",))) == []
    assert left(story("samovar", voices=(SAM,))) == ["samovar"]


def test_rule_3_a_picture_goes_with_whom_its_file_names() -> None:
    """Nobody says that it shows them, but its file is called after them."""
    media = (Medium(key="sam-smiling.png", alt="A face"), Medium(key="shed.png", alt="A shed"))
    (one,) = cut(site(story("garden", voices=(SAM,), media=media)), TODAY).stories
    assert [medium.key for medium in one.media] == ["shed.png"]


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("map", "https://maps.example.org/sams-shed"),
        ("booking", {"email": "ask.sam@example.org"}),
        ("booking", {"telephone": "01632 960000, ask for Sam"}),
    ],
)
def test_rule_3_an_event_goes_with_whom_it_is_booked_or_found_through(key: str, said: Any) -> None:
    """Addresses of the event name somebody as its words do."""
    event = Event(facts=(("starts", '"2027-01-01"'), (key, json.dumps(said))))
    assert left(story("garden", voices=(SAM,), event=event)) == []


def test_a_link_to_the_place_of_a_withheld_response_is_only_words() -> None:
    """The story that was answered stays, and a link to it as a whole."""
    links_ = "[here](/stories/kitchen/#response-rain) [there](/stories/kitchen/)\n"
    gone = response("rain", "kitchen", voices=(voice("sam", "Sam", NO, part="author"),))
    others = (story("kitchen"), gone)
    assert body(story("garden", text(links_)), *others) == "here [there](/stories/kitchen/)\n"


@pytest.mark.parametrize("page", ["garden", "kitchen", "nowhere"])
def test_a_link_to_the_place_of_a_response_tells_of_it_on_whatever_page(page: str) -> None:
    """It may answer a story that is not there, or another than the link says."""
    whole = site(
        story(
            "garden", passage("clare", f"[Sam](/stories/{page}/#response-rain)\n"), voices=(CLARE,)
        ),
        story("kitchen"),
        response("rain", "gone", voices=(voice("sam", "Sam"),)),
    )
    (garden, _) = cut(whole, TODAY).stories
    assert garden.body == ()


def test_two_responses_of_one_name_are_an_error_in_both() -> None:
    """They would stand at one place; a response to another story stands elsewhere."""
    one, other = response("rain", "kitchen"), response("late/rain", "kitchen")
    whole = (story("kitchen"), story("garden"), response("rain", "garden"), one, other)
    assert left(*whole) == ["kitchen", "garden", "garden.responses/rain"]


def settings(*lines: str) -> Any:
    """The settings of a site, as far as the cut looks at them."""
    return (("site_src/site.yaml", "".join(f"{line}\n" for line in lines)),)


STORIES_ITEM = '  - {title: "Stories", address: /stories/}'


@pytest.mark.parametrize(
    ("title", "address", "stays"),
    [
        ("Our shed", "/stories/garden/", (True, True)),
        ("Our Sam", "/stories/garden/", (False, False)),
        ("Our kitchen", "/stories/kitchen/", (False, True)),
        ("Our Sam", "/stories/kitchen/", (False, False)),
        ("Rain", "/stories/garden/#response-rain", (False, True)),
        ("Sam's rain", "/stories/garden/#response-rain", (False, False)),
    ],
)
def test_an_item_of_the_navigation_neither_tells_nor_leads_to_what_never_was(
    title: str, address: str, stays: tuple[bool, bool]
) -> None:
    """Words that tell go in any case; what is left to lead nowhere is a reference like others."""
    author = voice("sam", "Sam", NO, part="author")
    item = f'  - {{title: "{title}", address: {address}}}'
    whole = site(
        story("garden", voices=(SAM,)),
        story("kitchen", voices=(author,)),
        response("rain", "garden", voices=(author,)),
        texts=settings("navigation:", STORIES_ITEM, item),
    )
    for references, expected in zip(References, stays, strict=True):
        (_, text_) = cut(whole, TODAY, references).texts[0]
        assert (item in text_, STORIES_ITEM in text_) == (expected, True)


def test_a_logo_goes_with_whom_it_shows() -> None:
    """A site without it has no logo, and not one that is missing."""
    shown = Medium(key="/media/us.png", alt="Us", shows=("sam",))
    file = ("site_src/media/us.png", b"us")
    logo = settings("brand: {logo: /media/us.png}")
    stays = site(story("garden", media=(replace(shown, shows=()),)), texts=logo, files=(file,))
    goes = site(story("garden", voices=(SAM,), media=(shown,)), texts=logo, files=(file,))
    assert cut(stays, TODAY) == stays
    assert (cut(goes, TODAY).texts, cut(goes, TODAY).files) == (settings(), ())


def test_a_map_at_a_withheld_story_leads_nowhere() -> None:
    """The session stays, and says no more where it is."""
    gone = story("kitchen", voices=(voice("sam", "Sam", NO, part="author"),))
    event = Event(facts=(("starts", '"2027-01-01"'), ("map", f'"{URL}/stories/kitchen/"')))
    (one,) = cut(site(story("garden", event=event), gone), TODAY).stories
    assert one.event == replace(event, facts=event.facts[:1])


def test_a_booking_at_a_withheld_story_leads_nowhere() -> None:
    """What else is said of booking stays, unless nobody could book by it."""
    gone = story("kitchen", voices=(voice("sam", "Sam", NO, part="author"),))
    here = f"{URL}/stories/kitchen/"

    def booked(**ways: str) -> dict[str, str]:
        facts = (("starts", '"2027-01-01"'), ("booking", json.dumps({"url": here, **ways})))
        (one,) = cut(site(story("garden", event=Event(facts=facts)), gone), TODAY).stories
        assert one.event is not None
        return dict(one.event.facts)

    assert json.loads(booked(telephone="01632")["booking"]) == {"telephone": "01632"}
    assert "booking" not in booked(closes="2027-01-01")


def test_of_a_link_to_a_withheld_document_the_words_stay() -> None:
    """A page that shows it in the text shows nothing of it; what was agreed to is cut as well."""
    words = "[Our minutes](sam.txt) and ![theirs](notes.txt).\n"
    cut_words = "Our minutes and ![theirs](notes.txt).\n"
    alex = voice("alex", "Alex", replace(YES, agreed=(words, "More"), everything=True))
    media = (Medium(key="sam.txt", alt="Some"), Medium(key="notes.txt", alt="More"))
    whole = story("garden", passage("alex", words), voices=(SAM, alex), media=media)
    (one,) = cut(site(whole), TODAY).stories
    assert [part.text for part in one.body] == [cut_words]
    (kept,) = one.voices or ()
    assert kept.consent is not None
    assert kept.consent.agreed == (cut_words, "More")


@pytest.mark.parametrize("link", ["/stories/%6bitchen/", "kitchen.md#response-%72ain"])
def test_a_link_with_its_signs_written_out_leads_where_it_leads(link: str) -> None:
    """Programs write addresses so."""
    author = voice("sam", "Sam", NO, part="author")
    others = (story("kitchen", voices=(author,)), response("rain", "kitchen"))
    assert body(story("garden", text(f"[here]({link})\n")), *others) == "here\n"


@pytest.mark.parametrize("words", ["About kitchen", "How Sam cooked"])
def test_a_page_and_a_description_that_tell_of_what_never_was_go(words: str) -> None:
    """Of a theme its name stays."""
    text_ = f"---\ntitle: Ours\n---\n\nSee [{words}](/stories/kitchen/).\n"
    gone = story("kitchen", voices=(voice("sam", "Sam", NO, part="author"),))
    texts = (("site_src/pages/us.md", text_), ("themes/ours.md", text_))
    for references in References:
        kept = cut(site(gone, texts=texts), TODAY, references).texts
        assert kept == (("themes/ours.md", "---\ntitle: Ours\n---\n"),)


def test_a_copy_that_a_tool_made_is_an_error_and_closes_what_it_closes() -> None:
    """It claims no address; whoever has left in it has left."""
    still = voice("sam", "Sam", YES, part="author")
    copy = replace(story("garden", voices=(voice("sam", "Sam", NO, part="author"),)))
    copy = replace(copy, path="stories/garden - Copy.md", fault=Fault.COPIED)
    assert left(story("garden", voices=(still,)), story("shed")) == ["garden", "shed"]
    assert left(story("garden", voices=(still,)), story("shed"), copy) == ["shed"]
    open_ = replace(copy, voices=(still,))
    assert left(story("garden", voices=(still,)), open_) == ["garden"]


def test_what_somebody_agreed_to_is_cut_once_however_many_versions_there_are() -> None:
    """Cut again, as one text, it would lose the line of a label that the parts keep."""
    parts = (text("We [dug][x].\n\n[x]: kitchen.md\n"), passage("alex", "Hi.\n"), text("Rain.\n"))
    agreed = ("About garden", "\n".join(part.text for part in parts if part is not parts[1]))
    author = voice("ann", "Ann", replace(YES, agreed=agreed), part="author")
    alex = voice("alex", "Alex")
    gone = story("kitchen", voices=(voice("sam", "Sam", NO, part="author"),))
    welsh = story("gardd", translation_of="stories/garden.md", title=None, voices=())
    whole = site(story("garden", *parts, voices=(author, alex)), gone, welsh)
    (garden, _) = cut(whole, TODAY).stories
    (ann, _) = garden.voices or ()
    assert ann.consent is not None
    assert ann.consent.agreed == ("About garden", unmarked_text(garden))
    assert "[x]: kitchen.md" in unmarked_text(garden)
