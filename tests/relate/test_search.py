"""The index of all that search may know: what stands in it, and what never does."""

from collections import Counter

import pytest

from byleave.model.addresses import SEARCH
from byleave.model.machine_files import SearchCardsView, SearchMapView, SearchWordsView
from byleave.model.pieces import IndexEntry
from byleave.model.published import Block, FixedPage, PublishedSet, RootFile, Story
from byleave.model.site import SearchLetterView, SearchView, ThemeView
from byleave.model.site_plan import SitePlan
from byleave.relate import relate
from byleave.relate.search.shards import card_bits, card_file, numbers
from byleave.relate.search.words import story_words
from byleave.values import replace
from tests.relate.making import at, event, published, response, story, theme, views, voice

TEXT = (
    "We grow beans. The beans like the wall. Whoever eats beans digs with Keith, Keith and Keith."
)


def entries(plan: SitePlan) -> dict[str, IndexEntry]:
    """The lines of an index that stands on one page, by what they are about."""
    index = at(plan, SEARCH, SearchView)
    return {entry.term: entry for letter in index.letters for entry in letter.entries}


def told(text: str, **more: object) -> dict[str, IndexEntry]:
    """The index of a site with one story of that text."""
    return entries(relate(published(story("garden", blocks=(Block(text=text),), **more))))


def test_an_index_has_what_a_book_has() -> None:
    """Somebody finds a story by title, theme, place, year, by who tells it, and by a word."""
    ann = voice("ann", name="Ann Lee", person="ann-lee", place="Coventry")
    garden = story(
        "garden",
        ann,
        themes=("food",),
        blocks=(Block(text=TEXT),),
        event=event("2021-10-20 10:00", place="The hall"),
    )
    plan = relate(published(garden, themes=[theme("food", also_known_as=("growing",))]))
    found = entries(plan)
    assert [one.title for one in at(plan, SEARCH, SearchView).years] == ["2021"]
    assert found["Garden"].address == "/stories/garden/"
    assert found["Food"].address == "/themes/food/"
    assert (found["growing"].address, found["growing"].see) == ("/themes/food/", "Food")
    assert found["Ann Lee"].address == "/people/ann-lee/"
    for place in ("Coventry", "The hall"):
        assert [one.address for one in found[place].stories] == ["/stories/garden/"]
        assert found[place].kind == "place"
    # Of events that search finds, the place has a page; of a voice's, it need not have one.
    assert (found["The hall"].address, found["Coventry"].address) == ("/places/the-hall/", "")
    assert [one.title for one in found["beans"].stories] == ["Garden"]
    assert found["beans"].kind == ""


def test_a_place_leads_to_no_page_that_an_event_made_which_search_does_not_find() -> None:
    """Whoever said no to search is not found out by a link there."""
    tea = story("tea", voice("ann", place="The hall"))
    hidden = story("fair", event=event("2021-10-20 10:00", place="The hall"))
    assert entries(relate(published(tea, hidden)))["The hall"].address == "/places/the-hall/"
    assert entries(relate(published(tea, hidden, found=(tea,))))["The hall"].address == ""


def test_no_name_is_a_telling_word() -> None:
    """Who has no page of their own is not looked up by name in a list that everybody can read."""
    found = told(TEXT)
    assert "beans" in found
    # It has a capital wherever it stands: somebody may be called so, whom nobody has asked.
    assert "keith" not in found
    bean = published(
        story("garden", voice("b", name="Beans"), blocks=(Block(text=TEXT),)),
    )
    assert "beans" not in entries(relate(bean))


def test_words_that_every_text_has_tell_nothing() -> None:
    """Small words, words that stand once, numbers and addresses are not in an index."""
    text = "there there there, once, 2021 2021 2021, [a](/beetroot/beetroot/beetroot/)"
    assert set(told(text)) == {"Garden"}
    assert set(
        told("<!-- leek leek leek --> ![leek leek leek](leek.jpg) <b title='leek'>x</b>")
    ) == {"Garden"}


def test_no_label_of_a_note_is_looked_up() -> None:
    """Nobody reads it: a note has a number on its page, whatever an editor calls it."""
    text = "We grow beans[^qwynneth].\n\n[^qwynneth]: Runner beans.\n"
    words = story_words(story("garden", blocks=(Block(text=text),))).body.split()
    assert "qwynneth" not in words
    assert "runner" in words


def test_a_word_of_many_stories_is_not_in_an_index() -> None:
    """A word that leads to everything leads nowhere."""
    several = [story(f"bed-{number}", blocks=(Block(text=TEXT),)) for number in range(6)]
    assert "beans" in entries(relate(published(*several[:5])))
    assert "beans" not in entries(relate(published(*several)))


def test_what_search_does_not_find_is_not_in_the_index() -> None:
    """The index is made of what the gate lets through for search, and of nothing else."""
    garden = story("garden", blocks=(Block(text=TEXT),))
    content = published(garden, story("shed"))
    only = replace(content, found=(garden,))
    assert "Shed" in entries(relate(content))
    assert set(entries(relate(only))) == {"Garden", "beans"}


def test_the_index_of_a_large_site_is_in_pages() -> None:
    """No page is huge: each letter has its own, and a long letter several."""
    plan = relate(published(*(story(f"bed-{number}") for number in range(301))))
    index = at(plan, SEARCH, SearchView)
    assert [(one.letter, len(one.entries)) for one in index.letters] == [("B", 0)]
    first, second = views(plan, SearchLetterView)
    assert (first.address, second.address) == ("/search/b/", "/search/b/2/")
    assert len(first.letter.entries) + len(second.letter.entries) == 301


def without_search(content: PublishedSet) -> bool:
    """Whether a site has no search at all: neither a page of it nor a way to it."""
    plan = relate(content)
    pages = [one for one in plan.addresses if one.startswith(SEARCH) and one != SEARCH]
    return not plan.search and not pages


def test_a_group_may_want_no_search() -> None:
    """With `search: no`, or with a page or file of its own there, a group has none of ours."""
    content = published(story("garden"))
    assert not without_search(content)
    assert without_search(replace(content, settings=replace(content.settings, search=False)))
    page = FixedPage(
        path="site_src/pages/search.md",
        address=SEARCH,
        title="Where to look",
        summary="",
        language="en-GB",
        body="Ask Ruth.",
        links=(),
        media={},
    )
    own = replace(content, pages=(page,))
    assert without_search(own)
    assert relate(own).view(SEARCH).title == "Where to look"
    file = RootFile(path="search/index.html", source="/x", sha256="0", size=1)
    assert without_search(replace(content, root_files=(file,)))


def test_search_engines_are_kept_away_from_the_index() -> None:
    """It leads to pages of which some may not be shown there."""
    assert not at(relate(published(story("garden"))), SEARCH, SearchView).indexable


def files(plan: SitePlan) -> dict[str, SearchWordsView]:
    """The files of words, by their addresses."""
    return {view.address: view for view in views(plan, SearchWordsView)}


def looked_up(plan: SitePlan) -> dict[str, tuple[list[str], list[str]]]:
    """Each word with the addresses of the stories that have it in their head, and elsewhere."""
    (first,) = views(plan, SearchMapView)
    cards = [card for view in views(plan, SearchCardsView) for card in view.cards]
    known = {card.number: card.address for card in cards}
    length = first.length

    def told(ids: str) -> list[str]:
        return [known[ids[at : at + length]] for at in range(0, len(ids), length)]

    words = (pair for view in files(plan).values() for pair in view.words)
    return {word: (told(ids.partition(" ")[0]), told(ids.partition(" ")[2])) for word, ids in words}


def test_every_word_is_looked_up_where_it_stands() -> None:
    """In titles and summaries first; a response counts for the story that it answers."""
    garden = story("garden", summary="About Beans.", blocks=(Block(text=TEXT),), themes=("food",))
    answer = response("yes", "garden", blocks=(Block(text="Marrows, rather."),))
    found = looked_up(relate(published(garden, answer, story("shed"), themes=[theme("food")])))
    here = "/stories/garden/"
    assert found["beans"] == ([here], [])
    assert found["keith"] == ([], [here])
    assert found["marrows"] == ([], [here])
    assert found["words"] == ([], ["/stories/shed/"])
    # What can be chosen is looked up in the same way, and no word of a text begins so.
    assert found["=t/food"] == ([here], [])
    assert sorted(found["=k/story"][0]) == [here, "/stories/shed/"]


def test_words_stand_in_files_as_they_are_written() -> None:
    """Accents are left out in looking up alone: no word is in a file that nobody wrote."""
    found = looked_up(
        relate(published(story("garden", blocks=(Block(text="Café, الفرن, blwch"),))))
    )
    assert {"café", "الفرن", "blwch"} <= found.keys()
    assert not {"cafe", "فرن", "flwch"} & found.keys()


def large(*others: Story) -> SitePlan:
    """A site of so many words that they are in several files."""
    words = [f"{chr(97 + n % 26)}{chr(97 + n // 26 % 26)}word{n}" for n in range(4_000)]
    beds = [
        story(f"bed-{number}", blocks=(Block(text=" ".join(words[number::25])),))
        for number in range(25)
    ]
    return relate(published(*beds, *others))


@pytest.mark.slow
def test_one_edit_changes_the_files_of_its_words_alone() -> None:
    """What is uploaded again is what has another word, and a new story takes no other's number."""
    before = files(large(story("shed", blocks=(Block(text="quince"),))))
    after = files(large(story("shed", blocks=(Block(text="quilts"),))))
    changed = {at for at in before.keys() | after.keys() if before.get(at) != after.get(at)}
    assert len(before) > 5
    assert len(changed) == 1
    assert all(sum(map(len, view.words[0])) < 24_000 for view in after.values())


def test_a_new_story_takes_no_others_number() -> None:
    """The numbers of ten thousand are of three signs, so that a first search loads little of them.

    Whoever comes last makes way; who was never there leaves no trace in anybody's number.
    """
    addresses = [f"/stories/{number}/" for number in range(10_000)]
    all_ = numbers(addresses)
    assert len(set(all_.values())) == 10_000
    assert set(map(len, all_.values())) == {3}
    assert numbers(addresses[:-100]) == {one: all_[one] for one in addresses[:-100]}
    # Few stand elsewhere where one that is old goes: the number of hardly anybody hangs on it.
    without = numbers(addresses[100:])
    assert sum(all_[one] != number for one, number in without.items()) < 20
    bits = card_bits(300)
    held = Counter(card_file(number, bits) for number in numbers(addresses[:300]).values())
    assert set(held) <= set(range(1 << bits))
    assert max(held.values()) < 40


def test_nobody_is_looked_up_of_whom_nothing_is_left() -> None:
    """A place, a name and a page of theirs would tell of the passage that was taken out."""
    sam = voice("sam", part="told-about", name="Sam Ray", person="sam-ray", place="Coventry")
    kept = story("rain", voice("ann"), sam, present=frozenset({"ann", "sam"}))
    gone = story("garden", voice("ann"), sam, present=frozenset({"ann"}), themes=("food",))
    found = entries(relate(published(kept)))
    assert [one.address for one in found["Coventry"].stories] == ["/stories/rain/"]
    plan = relate(published(gone, themes=[theme("food")]))
    assert not {"Coventry", "Sam Ray"} & entries(plan).keys()
    assert "/people/sam-ray/" not in plan.addresses
    assert at(plan, "/themes/food/", ThemeView).people == ()
