"""A sheet as lines with names that people know, to be compared and read."""

from collections.abc import Iterator

from byleave.desk.writing.sheet import EventSheet, Sheet

_NAMES = {
    "title": "Title",
    "date": "Day",
    "updated": "Changed on",
    "summary": "In short",
    "series": "Series",
    "language": "Language",
    "form": "Kind of event",
    "place": "Place",
    "address": "Address",
    "map": "Map",
    "cost": "Cost",
    "join": "Link to join",
    "access_contact": "Whom to ask about access",
}


def flat(sheet: Sheet) -> dict[str, str]:
    """What a sheet says, each thing by its name."""
    found = {_NAMES[name]: words for name, words in sheet.lines.items()}
    found["Themes"] = ", ".join(sheet.themes)
    found |= dict(_event(sheet.event)) if sheet.event else {}
    for one in sheet.people:
        found[f"In it: {one.id}"] = ", ".join(filter(None, one.lines.values()))
    for picture in sheet.pictures:
        shows = "nobody" if picture.shows == () else ", ".join(picture.shows or ())
        found[f"Picture: {picture.name}"] = f"{picture.alt} {picture.caption} {shows}".strip()
    return {**found, "Words": sheet.body}


def _event(event: EventSheet) -> Iterator[tuple[str, str]]:
    yield "Begins", f"{event.starts_day} {event.starts_time}"
    yield "Ends", f"{event.ends_day} {event.ends_time}"
    yield "How it stands", event.status
    yield from ((_NAMES[name], words) for name, words in event.lines.items())
    yield "Booking", " ".join((*event.booking.values(), event.closes))
    yield "Access", "\n".join(f"{one.what}: {one.answer}" for one in event.access)
    yield (
        "Programme",
        "\n".join(
            " ".join(filter(None, (one.day, one.at, one.until, one.room, one.title, *one.voices)))
            for one in event.programme
        ),
    )
