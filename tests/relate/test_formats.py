"""Easy Read, other languages, sound: whoever needs another form finds what there is of it."""

from byleave.model.media_kinds import Recording
from byleave.model.pieces import Formats, PageLink
from byleave.model.published import (
    Block,
    MediaFile,
    NavigationLink,
    PublishedLink,
    PublishedMedia,
    RootFile,
)
from byleave.model.settings import Series
from byleave.model.site import (
    CalendarView,
    FormatView,
    HomeView,
    PageView,
    RedirectView,
    SeriesView,
    StoriesView,
    StoryView,
    YearView,
)
from byleave.relate import relate
from byleave.values import replace
from tests.relate.making import at, event, page, published, rendered, story, views, voice

EASY = {"easy_read_of": "stories/tea.md"}
EVENT = event("2022-01-02")
WELSH = {"translation_of": "stories/tea.md", "language": "cy"}


def item(address: str, **titles: str) -> NavigationLink:
    """An item of the navigation, called so in each language."""
    said = {{"en": "en-GB"}.get(tag, tag): title for tag, title in titles.items()}
    found = {"destination": address, "kind": "address", "target": address, "fragment": ""}
    return NavigationLink(**found, line=1, column=1, titles=said)


def recording(kind: Recording = "audio") -> PublishedMedia:
    """Something to hear, or to watch."""
    file = MediaFile(source="/tea", address="/media/tea", kind=kind, sha256="", size=1)
    return PublishedMedia(file=file, alt="Tea")


def test_a_list_says_in_which_other_forms_a_story_is_there() -> None:
    """Who needs one does not open each story to look for it."""
    plan = relate(
        published(
            story("tea", media={"tea.mp3": recording()}),
            story("tea-easy", **EASY),
            story("te", **WELSH),
            story("te-hawdd", easy_read_of="stories/te.md", language="cy"),
            story("soup"),
        )
    )
    by_title = {item.title: item.formats for item in at(plan, "/", HomeView).newest}
    told = Formats(easy_read=True, languages=("cy",), recordings=("audio",))
    assert by_title == {"Tea": told, "Soup": None}
    (easy,) = (one for one in at(plan, "/easy-read/", FormatView).items if one.language != "cy")
    assert easy.formats == Formats(languages=("cy",))


def test_each_form_has_a_list_of_its_own_as_long_as_there_is_something_in_it() -> None:
    """A version stands there, though other lists lead to it by its original alone."""
    plan = relate(
        published(
            story("tea"),
            story("tea-easy", media={"tea.mp4": recording("video")}, **EASY),
            story("reply", responds_to="stories/tea.md", media={"tea.mp3": recording()}),
        )
    )
    assert [one.title for one in at(plan, "/easy-read/", FormatView).items] == ["Tea easy"]
    assert [one.title for one in at(plan, "/listen/", FormatView).items] == ["Tea easy"]
    assert (plan.easy_read, plan.listen) == ("/easy-read/", "/listen/")
    bare = relate(published(story("tea")))
    assert not views(bare, FormatView)
    assert (bare.easy_read, bare.listen) == ("", "")


def test_a_list_of_a_form_is_used_as_everybody_in_its_rows_allows() -> None:
    """A row shows title, summary and authors of a version, as any list does of a story."""
    shy = voice("ann", "engines", "ai")
    plan = relate(published(story("tea"), story("tea-easy", shy, **EASY)))
    found = at(plan, "/easy-read/", FormatView)
    assert (found.indexable, found.trainable) == (False, False)


def test_a_page_of_the_groups_own_keeps_its_address() -> None:
    """Whoever wrote about Easy Read, or a welcome in Welsh, meant that to be found there."""
    plan = relate(
        published(
            story("tea"),
            story("tea-easy", **EASY),
            story("te", **WELSH),
            languages=("en-GB", "cy"),
            pages=[page("easy-read")],
        )
    )
    assert at(plan, "/easy-read/", PageView).title == "Easy-read"


def test_the_groups_words_open_the_first_page_of_a_language_above_its_stories() -> None:
    """As they do for the whole site; so nothing else leads there under another name."""
    own = page("cy", title="Croeso", language="cy", summary="Pwy ydym ni", aliases=("/croeso/",))
    stories = (story("tea"), story("te", **WELSH))
    plan = relate(published(*stories, languages=("en-GB", "cy"), pages=[own, page("about")]))
    home = at(plan, "/cy/", HomeView)
    assert (home.heading, home.summary, home.source) == ("Croeso", "Pwy ydym ni", own.path)
    assert [block.text for block in home.body.blocks] == ["Words.\n"]
    assert [one.title for one in home.newest] == ["Te"]
    assert [place.title for place in plan.footer] == ["About"]
    assert at(plan, "/croeso/", RedirectView).to.address == "/cy/"


def test_what_a_group_wrote_in_a_language_is_found_before_there_is_a_story_in_it() -> None:
    """It was a page of its own, which search engines had and the foot led to."""
    own = page("cy", title="Croeso", language="cy")
    plan = relate(published(story("tea"), languages=("cy",), pages=[own]))
    assert at(plan, "/cy/", HomeView).indexable
    assert [place.title for place in plan.footer] == ["Croeso"]


def test_a_file_of_the_groups_own_keeps_its_address() -> None:
    """What a group has put at the top of its site by hand is there for a reason."""
    file = RootFile(path="easy-read/index.html", source="/index.html", sha256="", size=1)
    plan = relate(published(story("tea"), story("tea-easy", **EASY), root_files=[file]))
    assert "/easy-read/" not in plan.addresses
    assert plan.easy_read == "/easy-read/"


def test_a_language_has_a_first_page_lists_and_feeds_with_the_stories_in_it_alone() -> None:
    """Who reads Welsh finds all that is there in Welsh, translations too, and nothing else."""
    plan = relate(
        published(
            story("tea"),
            story("te", **WELSH),
            story("cawl", language="cy-GB"),
            story("te-hawdd", easy_read_of="stories/te.md", language="cy"),
            story("ateb", language="cy", responds_to="stories/tea.md"),
            languages=("en-GB", "cy", "ar"),
            pages=[page("amdanom", language="cy"), page("about")],
        )
    )
    home = at(plan, "/cy/", HomeView)
    assert {one.title for one in home.newest} == {"Te", "Cawl"}
    assert home.language == "cy"
    (year,) = at(plan, "/cy/stories/", StoriesView).years
    assert year.address == "/cy/stories/years/2021/"
    assert {one.title for one in at(plan, year.address, YearView).items} == {"Te", "Cawl"}
    feed = plan.view("/cy/feed.xml")
    assert {one.title for one in feed.items} == {"Te", "Cawl"}  # type: ignore[attr-defined] # a FeedView
    _, welsh = plan.editions
    assert [one.title for one in welsh.navigation] == ["Amdanom"]
    # Nothing leads to a language without a story, and its feed is there for whoever asks again.
    assert not at(plan, "/ar/", HomeView).indexable
    assert "/ar/feed.xml" in plan.addresses


def test_the_first_page_of_a_language_has_the_groups_sentence_in_it() -> None:
    """Where it is not said in it, readers get that of the site, and machines are told nothing."""
    content = published(story("tea"), story("te", **WELSH), languages=("en-GB", "cy", "ar"))
    tagline = {"en-GB": "Over tea", "cy": "Dros de"}
    plan = relate(replace(content, settings=replace(content.settings, tagline=tagline)))
    homes = {at: plan.view(at) for at in ("/", "/cy/", "/ar/")}
    told = {at: (one.heading, one.body.language, one.summary) for at, one in homes.items()}  # type: ignore[attr-defined] # a HomeView
    assert told == {
        "/": ("Over tea", "en-GB", "Over tea"),
        "/cy/": ("Dros de", "cy", "Dros de"),
        "/ar/": ("Over tea", "en-GB", ""),
    }
    assert [plan.view(f"{at}feed.xml").summary for at in homes] == ["Over tea", "Dros de", ""]


def test_a_language_has_its_own_name_menu_and_series_where_the_group_gave_them() -> None:
    """What it did not give is there in the site's own words, and said to be in that language."""
    content = published(
        story("tea"),
        story("te", series="tea", language="cy"),
        languages=("en-GB", "cy"),
        pages=[page("amdanom", language="cy"), page("about")],
        navigation=(
            item("/stories/", en="Stories", cy="Straeon"),
            item("/about/", en="About"),
            item("/amdanom/", en="In Welsh", cy="Amdanom"),
        ),
    )
    said = replace(
        content.settings,
        title={"en-GB": "A site", "cy": "Gwefan"},
        series={"tea": Series(title={"en-GB": "Over tea", "cy": "Dros de"})},
    )
    plan = relate(replace(content, settings=said))
    whole, welsh = plan.editions
    assert [(one.title, one.titled_in) for one in (whole, welsh)] == [
        ("A site", "en-GB"),
        ("Gwefan", "cy"),
    ]
    assert [(one.address, one.title, one.language) for one in welsh.navigation] == [
        ("/cy/stories/", "Straeon", "cy"),
        ("/about/", "About", "en-GB"),
        ("/amdanom/", "Amdanom", "cy"),
    ]
    assert [one.title for one in plan.navigation] == ["Stories", "About", "In Welsh"]
    assert at(plan, "/cy/", HomeView).title == "Gwefan"
    assert plan.view("/cy/feed.xml").title == "Gwefan"
    assert at(plan, "/stories/te/", StoryView).series == PageLink(
        address="/series/tea/", title="Dros de", language="cy"
    )
    assert at(plan, "/series/tea/", SeriesView).title == "Over tea"


def test_a_language_has_a_calendar_and_lists_of_other_forms() -> None:
    """The calendar has all that comes up, as it is told in that language where it is told in it."""
    fair = {"event": EVENT, "title": "Fair"}
    plan = relate(
        published(
            story("fair", **fair),
            story("ffair", event=EVENT, translation_of="stories/fair.md", language="cy"),
            story("talk", event=EVENT),
            story("tea", media={"tea.mp3": recording()}),
            story("te", **WELSH),
            story("te-hawdd", easy_read_of="stories/te.md", language="cy"),
            languages=("cy", "ar"),
        )
    )
    _, welsh = plan.editions
    assert (welsh.calendar, welsh.easy_read, welsh.listen) == (
        "/cy/calendar/",
        "/cy/easy-read/",
        "/listen/",
    )
    shown = {
        address: {
            one.title for month in at(plan, address, CalendarView).months for one in month.items
        }
        for address in ("/calendar/", "/cy/calendar/")
    }
    assert shown == {"/calendar/": {"Fair", "Talk"}, "/cy/calendar/": {"Ffair", "Talk"}}
    easy = at(plan, "/cy/easy-read/", FormatView)
    assert ([one.title for one in easy.items], easy.language) == (["Te hawdd"], "cy")
    assert "/cy/listen/" not in plan.addresses
    # Nothing is in that language yet.
    assert not at(plan, "/ar/calendar/", CalendarView).indexable


def test_a_menu_of_which_nothing_is_in_a_language_is_not_the_menu_of_its_readers() -> None:
    """They get their stories and pages, as ever."""
    plan = relate(
        published(
            story("tea"),
            story("te", **WELSH),
            languages=("en-GB", "cy"),
            pages=[page("amdanom", language="cy")],
            navigation=(item("/stories/", en="Stories"),),
        )
    )
    assert [one.title for one in plan.editions[1].navigation] == ["Amdanom"]


def test_who_reads_a_language_hears_of_what_comes_up_in_every_one() -> None:
    """The hall is the same; where it is told of in theirs, that is what they read of it."""
    plan = relate(
        published(
            story("te", language="cy"),
            story("fair", event=event("2022-01-01")),
            story("walk", event=EVENT),
            story("taith", event=EVENT, translation_of="stories/walk.md", language="cy"),
            story("over", event=event("2020-01-01"), past=True),
            languages=("en-GB", "cy", "ar"),
        )
    )
    home = at(plan, "/cy/", HomeView)
    assert [one.title for one in home.upcoming] == ["Fair", "Taith"]
    assert home.past == ()
    # Nothing leads to a language without a story: nobody's event stands there.
    assert at(plan, "/ar/", HomeView).upcoming == ()


def test_a_feed_of_a_language_has_what_everybody_in_it_allowed_to_be_in_feeds() -> None:
    """A translation was in no feed before: it needs the same leave as its original."""
    plan = relate(
        published(story("tea"), story("te", voice("ann", "feed"), **WELSH), languages=("cy",))
    )
    assert not plan.view("/cy/feed.xml").items  # type: ignore[attr-defined] # a FeedView
    assert at(plan, "/cy/", HomeView).newest


def test_pages_lead_to_other_forms_in_the_words_of_who_needs_them() -> None:
    """Who reads Welsh looks for Welsh words; who cannot read the page, near its top."""
    plan = relate(
        published(
            story("tea"),
            story("tea-easy", **EASY),
            story("te", **WELSH),
            story("shay", translation_of="stories/tea.md", language="ar"),
            languages=("cy", "ar"),
        )
    )
    files = {one.path: one.content for one in rendered(plan, "https://a.example.org/").files}

    def text(path: str) -> str:
        content = files[path]
        assert isinstance(content, bytes)
        return content.decode()

    tea = text("stories/tea/index.html")
    head, _ = tea.split('<div class="prose">')
    assert ">Read this in Easy Read</a>" in head
    assert '<a href="/stories/te/" lang="cy" dir="ltr" hreflang="cy">Darllenwch hwn yn' in head
    # There are no words of Byleave's in Arabic: it is called what its speakers call it.
    assert '<a href="/stories/shay/" lang="ar" dir="rtl" hreflang="ar">العربية</a>' in head
    assert ">Read the whole story</a>" in text("stories/tea-easy/index.html")
    assert "Read this in English" in text("stories/te/index.html")
    home = text("index.html")
    assert '<link rel="alternate" hreflang="cy" href="https://a.example.org/cy/">' in home
    assert ">Stories in Easy Read</a>" in home
    assert ">Straeon yn Gymraeg</a>" in home
    # On a page in Welsh, the ways of the site are those of its Welsh readers.
    welsh = text("stories/te/index.html")
    assert '<a href="/cy/stories/" aria-current="true">Straeon</a>' in welsh
    assert 'hreflang="en-GB">English</a>' in welsh
    assert "/cy/feed.xml" in welsh


def test_a_story_to_listen_to_leads_to_its_first_recording() -> None:
    """A player far down is found from the top, and is told by what it is."""
    link = PublishedLink(
        destination="tea.mp3", kind="media", target="tea.mp3", fragment="", line=1, column=1
    )
    heard = story(
        "tea",
        media={"tea.mp3": recording()},
        links=(link,),
        blocks=(Block(text="Words.\n\n![](tea.mp3)\n"),),
    )
    plan = relate(published(heard))
    assert at(plan, "/stories/tea/", StoryView).recordings == ("audio",)
    (file,) = (one for one in rendered(plan, "").files if one.path == "stories/tea/index.html")
    assert isinstance(file.content, bytes)
    page_ = file.content.decode()
    assert '<li><a href="#recording">Listen</a></li>' in page_
    assert 'preload="none"' in page_
    assert 'id="recording"' in page_


def test_a_picture_of_easy_read_stays_with_its_words() -> None:
    """They are one thing to a reader, on a screen and on paper, until the next picture."""
    link = PublishedLink(
        destination="a.png", kind="media", target="a.png", fragment="", line=1, column=1
    )
    file = MediaFile(source="/a", address="/media/a.png", kind="image", sha256="", size=1)
    text = "Hello.\n\n![](a.png)\n\nOne.\n\nTwo.\n\n![](a.png)\n\n## Next\n\nThree.\n"
    easy = story(
        "tea-easy",
        media={"a.png": PublishedMedia(file=file, alt="A pot")},
        links=(link,),
        blocks=(Block(text=text),),
        checked_with="the Tea Table",
        **EASY,
    )
    files = rendered(relate(published(story("tea"), easy)), "").files
    (content,) = (one.content for one in files if one.path == "stories/tea-easy/index.html")
    assert isinstance(content, bytes)
    prose = content.decode().split('<div class="prose">')[1]
    begins = prose.split("One.")[0]
    assert begins.startswith("\n<p>Hello.</p>")
    assert '<div class="idea"><div class="seen"><p><img' in begins
    assert "<p>One.</p><p>Two.</p></div></div>" in "".join(prose.split())
    assert prose.count('class="idea"') == 1
    assert "Checked with: the Tea Table" in content.decode()
