"""A site as the files of its folder, with the mistakes that it is meant to have."""

import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from tests.laws.model import (
    Consent,
    Event,
    Fault,
    Line,
    Listed,
    ListForm,
    Medium,
    Passage,
    Site,
    Story,
    Voice,
)
from tests.laws.vocabulary import HELLO

Fingerprint = Callable[[str], str]


def written(site: Site, fingerprint: Fingerprint) -> dict[str, bytes]:
    """Every file of the site folder by its path."""
    files = {path: text.encode() for path, text in site.texts}
    files.update(site.files)
    files.update((story.path, story_file(story, fingerprint)) for story in site.stories)
    if site.records:
        files["site_src/records.tsv"] = _list(site.records, site.form)
    return files


def _list(records: tuple[Listed, ...], form: ListForm) -> bytes:
    """The list of records, in one of its forms."""
    lines = "".join(map(_listed, records))
    others = "".join(_listed(_as_another_has_it(line)) for line in records)
    if form is ListForm.MERGED:
        lines = f"<<<<<<< HEAD\n{lines}=======\n{others}>>>>>>> 1a2b3c4\n"
    if form is ListForm.DOUBLED:
        lines += others
    if form is ListForm.QUOTED:
        rows = (line.split("\t") for line in lines.splitlines())
        lines = "".join("\t".join(f'"{one}"' for one in _as_a_table(row)) + "\n" for row in rows)
    return lines.encode("utf-16" if form is ListForm.WIDE else "utf-8")


def _as_a_table(row: list[str]) -> list[str]:
    """A row with its day as programs for tables write it."""
    return [row[0], row[1], "/".join(reversed(row[2].split("-"))), *row[3:]] if row[2:] else row


def _as_another_has_it(line: Listed) -> Listed:
    """A line of somebody who does not know what was closed, and writes the number otherwise."""
    stories = tuple((path, ()) for path, _ in line.stories)
    number = line.number.lower().replace("-", "–")
    return replace(line, number=number, state="open", stories=stories)


def _listed(line: Listed) -> str:
    """A line of the list of records; one that is torn is so in one way or another."""
    paths = [" ".join((path, *notes)) for path, notes in line.stories]
    if not line.torn:
        return "\t".join([line.number, line.state, f"{line.since}", *paths]) + "\n"
    ways = (
        "\t".join([line.number, *paths]),
        " ".join([line.number, "open", f"{line.since}", *paths]),
        ",".join([line.number, "open", f"{line.since}", *paths]),
        "\t".join([line.number, "opened", f"{line.since}", *paths]),
    )
    return ways[zlib.crc32(line.number.encode()) % len(ways)] + "\n"


def story_file(story: Story, fingerprint: Fingerprint) -> bytes:
    """A story as Markdown with front matter."""
    front = "\n".join(_front(story, fingerprint))
    body = "".join(_part(part) for part in story.body) + _mistake_in_the_body(story)
    end = "---\n"
    if story.fault is Fault.OPEN_FRONT_MATTER:
        end, body = "", body.replace("---\n", "")
    text = f"---\n{front}\n{end}\n{body}"
    if story.fault is Fault.NOT_UTF8:
        return text.encode("cp1252", "replace") + b"\xff\n"
    return text.encode()


def _part(part: object) -> str:
    if isinstance(part, Passage):
        about = f" about {' '.join(part.about)}" if part.about else ""
        return f"::: voice {' '.join(part.by)}".rstrip() + f"{about}\n{part.text}:::\n"
    return str(getattr(part, "text", ""))


# What stands before the words of captions.
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:03.000\n"


def _front(story: Story, fingerprint: Fingerprint) -> Iterator[str]:
    """The lines of the front matter."""
    beside = ("what_happened", "notice", "rights", "checked_with")
    for key in ("title", "summary", *beside, "series", "language"):
        if getattr(story, key) is not None and (key, story.fault) != ("title", Fault.NO_TITLE):
            yield f"{key}: {_text(getattr(story, key))}"
    for key in ("date", "updated"):
        if getattr(story, key) is not None:
            yield f"{key}: {getattr(story, key)}"
    references = ("translation_of", "easy_read_of", "responds_to", "in_reply_to")
    for key in (*references, "posted_by", "report_of", "part_of"):
        if getattr(story, key) is not None:
            yield f"{key}: {getattr(story, key)}"
    yield from _lists(story)
    yield from _event(story.event) if story.event else ()
    yield from _mistake_in_the_front(story)
    if story.voices is not None:
        yield "voices:" if story.voices else "voices: {}"
        for number, voice in enumerate(story.voices):
            yield from _voice(voice, fingerprint, number == 0 and story.fault)


def _lists(story: Story) -> Iterator[str]:
    if story.themes:
        yield f"themes: [{', '.join(_text(theme) for theme in story.themes)}]"
    if story.aliases:
        yield f"aliases: [{', '.join(story.aliases)}]"
    if story.allowed:
        yield f"allow: {{initials: {_text(story.allowed)}}}"
    if story.lead:
        yield f"lead: {story.lead}"
    if story.media:
        yield "media:"
    for medium in story.media:
        yield from _medium(medium)


def _medium(medium: Medium) -> Iterator[str]:
    yield f"  {medium.key}:"
    yield f"    alt: {_text(medium.alt)}" if medium.alt else "    decorative: yes"
    yield f"    shows: [{', '.join(medium.shows)}]" if medium.shows else "    shows: nobody"
    if medium.caption:
        yield f"    caption: {_text(medium.caption)}"
    if medium.transcript:
        yield f"    transcript: {_text(medium.transcript)}"
    if medium.captions:
        yield f"    captions: {_text(f'{CAPTIONS}{medium.captions}')}"
    if medium.focus:
        yield f"    focus: {medium.focus}"


def _event(event: Event) -> Iterator[str]:
    yield "event:" if event.facts or event.programme else "event: {}"
    for key, value in event.facts:
        yield f"  {key}: {value}"
    if event.programme:
        yield "  programme:"
        yield from (f"    - {{{_line(line)}}}" for line in event.programme)


def _line(line: Line) -> str:
    facts = {"day": line.day, "at": line.at, "until": line.until, "room": line.room}
    said = [f"{key}: {_text(value)}" for key, value in facts.items() if value is not None]
    voices = [f"voices: [{', '.join(line.voices)}]"] if line.voices else []
    return ", ".join([*said, f"title: {_text(line.title)}", *voices])


def _voice(voice: Voice, fingerprint: Fingerprint, fault: object) -> Iterator[str]:
    part = voice.part + voice.part[-1] if fault is Fault.NEARLY_A_PART else voice.part
    yield f"  {voice.id}:"
    yield f"    name: {_text(voice.name)}"
    yield f"    identity: {voice.identity.value}"
    yield f"    part: {part}"
    for key in ("role", "place", "person"):
        if getattr(voice, key) is not None:
            yield f"    {key}: {_text(getattr(voice, key))}"
    if voice.consent is not None:
        yield "    consent:"
        yield from (f"      {line}" for line in _consent(voice.consent, fingerprint))
        if fault is Fault.ODD_CONSENT:
            yield "      withdrawm: 2026-01-01"


def _consent(consent: Consent, fingerprint: Fingerprint) -> Iterator[str]:
    for key in ("record", "by"):
        if getattr(consent, key) is not None:
            yield f"{key}: {getattr(consent, key)}"
    for key in ("asked", "given", "until", "review"):
        day: date | None = getattr(consent, key)
        if day is not None:
            yield f"{key}: {day}"
    if consent.uses is not None:
        yield f"uses: [{', '.join(consent.uses)}]"
    if consent.agreed is not None:
        prints = (fingerprint(text) for text in consent.agreed)
        marked = (one if consent.everything else one.replace("w2-", "w-", 1) for one in prints)
        yield f"words: [{', '.join(marked)}]"
    yield from (f"{key}: {value}".rstrip() for key, value in consent.stops)


def _mistake_in_the_front(story: Story) -> Iterator[str]:
    mistakes = {
        Fault.UNKNOWN_KEY: "colour: green",
        Fault.IMPOSSIBLE_DATE: "updated: 2021-02-30",
        Fault.UNKNOWN_THEME: "themes: [a theme without a file]",
        Fault.WRONG_TYPE: "event: [roundtable]",
        Fault.DUPLICATE_KEY: "language: en-GB\nlanguage: en-GB",
        Fault.YAML_ALIAS: "aliases: [&old /a-very-old-address/, *old]",
        Fault.BROKEN_YAML: "themes: [never closed",
    }
    if story.fault in mistakes:
        yield mistakes[story.fault]


def _mistake_in_the_body(story: Story) -> str:
    mistakes = {
        Fault.UNDECLARED_ID: HELLO,
        Fault.STRAY_MARKER: "\n::: note\n",
        Fault.OPEN_PASSAGE: f"\n::: voice {story.voices[0].id if story.voices else 'x'}\nOpen.\n",
    }
    return mistakes.get(story.fault, "") if story.fault else ""


def _text(value: str) -> str:
    """A scalar as YAML, in double quotes."""
    return json.dumps(value, ensure_ascii=False)
