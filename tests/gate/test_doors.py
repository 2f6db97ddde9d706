"""The two doors of the gate: what may be public, and what an editor sees of everything."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from byleave.model.published import PublishedSet, Rehearsal
from tests.gate.sites import names, passed, rehearsed, texts_in, the_story
from tests.laws.pictures import picture
from tests.read.folders import WITHDRAWN, YES, story, voice

# One story that shows Qwynneth in every place there is, and others that stand on it. Where files
# are kept may stay in a text: readers see no picture of which the files are not published.
EVENT = (
    "{starts: 2026-07-01, place: Hall, programme: ["
    "{title: Tea, at: '10:00'}, {title: Qwynneth digs, at: '11:00'},"
    " {title: Digging, voices: [qw]}, {title: '{qw} rests'}, {title: Rest, room: With Qwynneth}]}"
)
MEDIA = (
    "{tea.png: {alt: Tea, shows: nobody}, spade.png: {alt: A spade, shows: [qw]},"
    " alt.png: {alt: Qwynneth digs, shows: nobody},"
    " said.png: {alt: x, shows: nobody, caption: '{qw} digs'}}"
)
BODY = """\
Tea at ten. ![x](tea.png) ![x](spade.png) ![x](alt.png) ![x](said.png)

::: voice qw
Kettle one.
:::

::: voice tom about qw
Kettle two.
:::

::: voice tom
Kettle three, said {qw}.
:::

::: voice tom
Kettle four, said *Qwyn*neth.
:::

::: voice tom
See [the kettle](hush.md), or [Unripe plums](/stories/hush/).
:::

::: voice tom
Plain words.
:::
"""
VOICES = (
    voice("tom", "Tom"),
    voice("qw", "Qwynneth", WITHDRAWN, person="qwynneth-ap"),
    voice("una", "Una", role="Qwynneth's sister"),
    voice("ann", "Ann", place="near Una"),
)
FAIR = story(BODY, *VOICES, title="The fair", event=EVENT, media=MEDIA)
FILES: Mapping[str, str | bytes] = {
    "stories/fair.md": FAIR,
    "stories/tea.png": picture("tea"),
    "stories/spade.png": picture("kettle"),
    "stories/alt.png": picture("kettle too"),
    "stories/said.png": picture("kettle again"),
    "stories/hush.md": story("Kettle five.\n", title="Unripe plums", date=None),
    "stories/hush.responses/a.md": story("Kettle six.\n", responds_to="stories/hush.md"),
    "stories/sied.md": story("Kettle seven.\n", title="Plums", translation_of="stories/hush.md"),
    "stories/fair.responses/a.md": story(
        "Plain answer.\n",
        voice("amos", "Amos", part="respondent"),
        voice("qw-2", "Qwynneth", WITHDRAWN, part="posted"),
        responds_to="stories/fair.md",
        posted_by="qw-2",
        title=None,
    ),
    "stories/fair.responses/b.md": story(
        "Kettle eight: Qwynneth rested.\n", responds_to="stories/fair.md", title=None
    ),
    "stories/theirs.md": story("Kettle nine.\n", voice("qw", "Other", WITHDRAWN, part="author")),
    "stories/session.md": story(part_of="stories/hush.md", title="A session"),
    "stories/report.md": story(report_of="stories/theirs.md", title="A report"),
}
SECRETS = ("Qwynneth", "qwynneth", "qw", "Kettle", "Unripe", "Plums", "hush", "Una", "Other")


@pytest.fixture(name="admitted", scope="module")
def _admitted(tmp_path_factory: pytest.TempPathFactory) -> PublishedSet:
    return passed(tmp_path_factory.mktemp("site"), FILES)[0]


@pytest.fixture(name="rehearsal", scope="module")
def _rehearsal(tmp_path_factory: pytest.TempPathFactory) -> Rehearsal:
    return rehearsed(tmp_path_factory.mktemp("site"), FILES)


def test_nothing_withheld_is_anywhere_in_what_is_admitted(admitted: PublishedSet) -> None:
    """No field, key or item of the whole value has a word of it, to any depth."""
    texts = [text.replace("the kettle", "") for text in texts_in(admitted)]
    assert {(one, text) for text in texts for one in SECRETS if one in text} == set()


def test_what_is_not_withheld_is_there(admitted: PublishedSet) -> None:
    """Nobody loses more than they must."""
    assert names(admitted) == ["fair", "fair.responses/a", "report", "session"]
    fair = the_story(admitted, "fair")
    assert [one.id for one in fair.voices] == ["tom"]
    assert [block.text for block in fair.blocks if block.by] == ["Plain words.\n"]
    assert [one.title for one in fair.event.programme] == ["Tea"] if fair.event else False
    assert list(fair.media) == ["tea.png"]


def test_references_to_what_is_withheld_are_gone(admitted: PublishedSet) -> None:
    """A session without its festival is an event like any other; a report is a story."""
    assert the_story(admitted, "session").part_of is None
    assert the_story(admitted, "report").report_of is None
    assert the_story(admitted, "fair.responses/a").posted_by is None


def test_what_is_admitted_is_marked_by_nothing(admitted: PublishedSet) -> None:
    """The marks of a rehearsal would say that there is something to mark."""
    for found in admitted.stories:
        marked = [one.withheld for one in found.voices] + [one.withheld for one in found.blocks]
        assert {found.withheld, *marked} == {""}


def test_a_rehearsal_has_everything(rehearsal: Rehearsal) -> None:
    """An editor sees each story, voice and passage."""
    assert len(rehearsal.stories) == 9
    fair = the_story(rehearsal, "fair")
    assert [one.id for one in fair.voices] == ["tom", "qw", "una", "ann"]
    assert len([block for block in fair.blocks if block.by]) == 6


def test_a_rehearsal_marks_what_is_withheld_with_its_reason(rehearsal: Rehearsal) -> None:
    """So that nobody takes it for what the public sees."""
    reasons = {one.path.removeprefix("stories/"): one.withheld for one in rehearsal.stories}
    assert reasons == {
        "fair.md": "",
        "fair.responses/a.md": "",
        "fair.responses/b.md": "permission",
        "hush.md": "draft",
        "hush.responses/a.md": "follows",
        "report.md": "",
        "session.md": "",
        "sied.md": "follows",
        "theirs.md": "permission",
    }
    fair = the_story(rehearsal, "fair")
    assert [one.withheld for one in fair.voices] == ["", "withdrawn", "named", "named"]
    assert [one.withheld for one in fair.blocks if one.by] == ["passage"] * 5 + [""]


def test_neither_door_lets_a_record_of_permission_through(
    admitted: PublishedSet, rehearsal: Rehearsal
) -> None:
    """What was agreed when, and on which form, is nobody's business but the group's."""
    assert "R-1" not in texts_in(admitted)
    assert "R-1" not in texts_in(rehearsal)


@pytest.mark.parametrize("consent", [YES, WITHDRAWN])
def test_links_to_what_is_withheld_lose_their_words_only_where_these_tell(
    tmp_path: Path, consent: str
) -> None:
    """“See this” stays without a link; the title of what is withheld goes with its passage."""
    theirs = story("Words.\n", voice("sam", "Sam", consent, part="author"), title="Plums")
    body = "".join(
        f"::: voice tom\nSee {link}.\n:::\n"
        for link in ("[this](b.md)", "[ plums ](b.md)", "[what Sam said](/old/)", "[x](b.md) plums")
    )
    files = {
        "stories/a.md": story(body, voice("tom", "Tom")),
        "stories/b.md": theirs.replace("title", "aliases: [/old/]\ntitle"),
    }
    texts = [block.text for block in the_story(passed(tmp_path, files)[0], "a").blocks]
    assert len(texts) == (4 if consent == YES else 2)
    assert texts[0] == "See [this](b.md).\n"
    assert texts[-1] == "See [x](b.md) plums.\n"
