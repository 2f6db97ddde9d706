"""What a storyteller is asked: one voice's part of a story, as the site would show it."""

from collections.abc import Iterator, Mapping
from typing import get_args

from byleave.model.captions import read_aloud, read_captions, track_of
from byleave.model.forms import (
    PermissionForm,
    PlaceKind,
    ProgrammeEntry,
    ShownFile,
    ShownText,
)
from byleave.model.marks import in_words
from byleave.model.paper_codes import RoundKind
from byleave.model.pieces import ListItem, Person
from byleave.model.published import Voice
from byleave.model.register import OF_TEXTS, Expectation, RegisterEntry
from byleave.model.site import EventView, View, YearView
from byleave.model.site_plan import SitePlan
from byleave.model.terms import ConsentBy
from byleave.permission.answers.differences import first_words
from byleave.permission.papers.texts import TextOnPage, shown_text, texts_on_pages
from byleave.permission.papers.where_it_shows import file_places, places
from byleave.permission.rounds import AskedVoice, shown_round
from byleave.values import replace

_THEMSELVES: tuple[ConsentBy, ...] = ("self", "supported")
# Where a voice shows by itself; in lists there is only the story.
OWN_PLACES: frozenset[PlaceKind] = frozenset({"page", "people", "person"})
# Who has said no, or whose part was held back, is not asked again unless by name.
NOT_ASKED = frozenset({"withdrawn", "refused", "held", "not here", "closed", "held here"})


class NothingPublicError(Exception):
    """The story would not be public whatever this voice said: something else withholds it."""


def permission_form(
    entry: RegisterEntry,
    expectation: Expectation,
    plan: SitePlan,
    *,
    renewing: bool = False,
    by: ConsentBy | None = None,
    kind: RoundKind = "form",
) -> PermissionForm:
    """The form for the voice of `entry`; `expectation` and `plan` are of its story, for it alone.

    Where it is `renewing`, the days of an earlier answer are not proposed again. `by` is who
    answers, where that is known. A closed number is on no form. Raises NothingPublicError where the
    story is not in the plan.
    """
    by_path = {text.body.source: text for text in texts_on_pages(plan)}
    own = by_path.get(entry.story)
    voice = _voice(entry, expectation)
    if own is None or voice is None:
        raise NothingPublicError(entry.story)
    person = _person(voice, own)
    # Lists and feeds show the story that is answered, which its own people decide about.
    is_response = own.body.source != own.view.source
    texts = _texts(entry, expectation, by_path)
    versions = [text.view.address for text in texts if text.view is not own.view]
    seen = places(plan, own.view.address, own.view.title, person.address, versions)
    names = [one.name for text in texts for one in _listed(by_path, text) if one.id != voice.id]
    until = None if renewing else entry.until
    answerers = _answerers(entry.by, by, renewing=renewing)
    # The number of a parent's sheet stays the parent's.
    is_grown = entry.by == "parent" and "parent" not in answerers
    return PermissionForm(
        round=shown_round(kind, _whose(entry), expectation, until),
        story=entry.story,
        address=own.view.address,
        title=own.view.title,
        language=own.language,
        voice=person,
        identity=voice.identity,
        begins=in_words(first_words(expectation.shown[entry.voice], entry.story), own.body.names),
        record="" if entry.is_over or is_grown else entry.record or "",
        until=until,
        review=None if renewing else entry.review,
        is_response=is_response,
        is_public=entry.state == "published",
        answerers=answerers,
        is_author=any(text.unmarked for text in texts),
        is_deciding=entry.voice in expectation.deciding,
        is_named_above=not is_response and any(text.named for text in texts),
        texts=texts,
        files=tuple(_files(entry, expectation, plan, own.body.names)),
        programme=tuple(_programme(own.view, entry.voice)),
        line=None if is_response else _line(plan, own.view.address),
        places=tuple(one for one in seen if not is_response or one.kind in OWN_PLACES),
        others=tuple(dict.fromkeys(names)),
        indexable=own.view.indexable,
    )


def _whose(entry: RegisterEntry) -> AskedVoice:
    is_over_here = entry.refused or entry.withdrawn or entry.not_here
    return AskedVoice(
        story=entry.story,
        voice=entry.voice,
        name=entry.name,
        identity=entry.identity,
        after=entry.record or "" if is_over_here else "",
    )


def _answerers(
    said: ConsentBy | None, by: ConsentBy | None, *, renewing: bool
) -> tuple[ConsentBy, ...]:
    """Who may answer: as somebody says it, else as the record does, else whoever it is.

    Where a parent answered before, somebody who may be grown up by now is asked as themselves.
    """
    who = by or ("self" if renewing and said == "parent" else said)
    if who is None:
        return get_args(ConsentBy)
    return _THEMSELVES if who in _THEMSELVES else (who,)


def _files(
    entry: RegisterEntry, expectation: Expectation, plan: SitePlan, names: Mapping[str, str]
) -> Iterator[ShownFile]:
    """What shows the voice, with the words for it as readers meet them, and where it stands."""
    for media in dict.fromkeys(one.media for one in expectation.media[entry.voice]):
        captions = in_words(media.captions, names)
        said = replace(
            media,
            alt=in_words(media.alt, names),
            caption=in_words(media.caption, names),
            transcript=in_words(media.transcript, names),
            captions=read_aloud(read_captions(captions).cues) if captions else "",
            track=track_of(captions),
        )
        yield ShownFile(media=said, places=file_places(plan, media.file.address))


def _voice(entry: RegisterEntry, expectation: Expectation) -> Voice | None:
    """The voice as it would be public; None where its story, or a name in its entry, is not."""
    stories = expectation.rehearsal.stories
    voices = (voice for one in stories if one.path == entry.story for voice in one.voices)
    return next((voice for voice in voices if voice.id == entry.voice), None)


def _person(voice: Voice, own: TextOnPage) -> Person:
    """The voice as its page lists it; a response lists its authors alone."""
    listed = (one for one in own.voices if one.id == voice.id)
    return next(
        listed,
        Person(
            id=voice.id,
            name=voice.name,
            part=voice.part,
            role=voice.role,
            place=voice.place,
            address="",
        ),
    )


def _texts(
    entry: RegisterEntry, expectation: Expectation, by_path: dict[str, TextOnPage]
) -> tuple[ShownText, ...]:
    """The story's own text first, then the versions and others that hold words of the voice."""
    # What a form has of files, entries and lines it shows as they look, and not run by run.
    shown = [one for one in expectation.shown[entry.voice] if one.kind in OF_TEXTS]
    paths = dict.fromkeys((entry.story, *(one.story for one in shown)))
    return tuple(
        shown_text(by_path[path], [one for one in shown if one.story == path])
        for path in paths
        if path in by_path
    )


def _listed(by_path: dict[str, TextOnPage], text: ShownText) -> tuple[Person, ...]:
    return by_path[text.body.source].voices


def _programme(view: View, id_: str) -> Iterator[ProgrammeEntry]:
    if isinstance(view, EventView):
        for day in view.programme:
            for line in day.lines:
                if any(voice.id == id_ for voice in line.voices):
                    yield ProgrammeEntry(day=day.day, line=line)


def _line(plan: SitePlan, address: str) -> ListItem | None:
    """The line of a story in the list of its year, if it stands in lists at all."""
    years = (view for view in plan.views if isinstance(view, YearView))
    found = (item for view in years for item in view.items if item.address == address)
    return next(found, None)


def is_asked(entry: RegisterEntry) -> bool:
    """Whether a voice is asked without being named to the command."""
    return entry.state not in NOT_ASKED
