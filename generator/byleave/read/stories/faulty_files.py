"""What can still be told of a story file with a fault, so that no link repeats its words."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from byleave.diagnostics import Diagnostic
from byleave.model.addresses import page_address, story_address
from byleave.model.names import LOST, with_losses
from byleave.model.same_lines import lines_of_texts
from byleave.model.source import FaultyStory, SourceStory
from byleave.read.front_matter.salvaging import lines_of, may_mean, values_of
from byleave.read.front_matter.splitting import FileParts, split_file
from byleave.read.front_matter.yaml_text import read_yaml
from byleave.read.media.group_pictures import may_show, may_show_beside, showing
from byleave.read.media.media_folder import MediaFolder
from byleave.read.stories.copied_files import is_copied
from byleave.read.stories.passages import UsedId
from byleave.suggestions import nearest
from byleave.text_in_files.declared_records import perhaps_in, records_in
from byleave.values import replace

# A key, what stands beside it, and the lines below that are further in.
_TITLE_OR_NAME = re.compile(
    r"""^([ \t]*)(?:-[ \t]*)?["']?(?:title|name)["']?[ \t]{0,99}:"""
    r"""(?=(.*(?:\n(?:\1[ \t].*|[ \t]*$)){0,9}))""",
    re.M | re.I,
)
_FLOW_NAME = re.compile(
    r"""[{,]\s{0,99}["']?(?:title|name)["']?[ \t]{0,99}:[ \t]{0,99}"""
    r"""("[^"\n]{0,999}"|'[^'\n]{0,999}'|[^,}\n]{1,999})""",
    re.I,
)
_ALIASES = re.compile(r"""^[ \t]*["']?aliases["']?[ \t]*:(.*(?:\n[ \t-].*){0,99})""", re.M | re.I)
_PATH = re.compile(r"/[^\s,\]\"']*")
_STORY = re.compile(r"stories/[^\n\"]{0,500}?\.md(?!\w)")
_COMMENT = re.compile(r"(?<=[ \t])#.*")
_BLOCK_SIGN = re.compile(r"[|>][+\-0-9]{0,2}[ \t]*(?:#.*)?$", re.M)
# What is quoted, or stands before another colon, where something was typed behind it.
_BEFORE_MORE = re.compile(
    r"""\A[ \t]{0,99}("[^"\n]{1,999}"|'[^'\n]{1,999}'|[^"'\s:][^:\n]{0,999}(?=:))"""
)
_FIRST_WORD = re.compile(r"^\W{0,9}(\w{1,99})", re.M)
_WORD = re.compile(r"\w")
_NAME = frozenset("name")
_LONGEST_WORDS = 5000
_MOST_SAID = 1000


class ReadStory(Struct, frozen=True, kw_only=True):
    """What one file gave: a story or a faulty one, the ids it uses, and what is wrong.

    `sound` is what is left of a faulty one, for what else is wrong with it.
    """

    story: SourceStory | FaultyStory
    mentions: tuple[UsedId, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    sound: SourceStory | None = None

    @property
    def path(self) -> str:
        """The path of the file."""
        return self.story.path


def faulty_file(
    path: str,
    parts: FileParts,
    findings: tuple[Diagnostic, ...],
    media: MediaFolder,
    meant: tuple[SourceStory, ...] = (),
    text: str = "",
) -> ReadStory:
    """What can still be told: what looks like a title or a name, so that none stays in a link.

    `media` are those that it may show, `meant` is what a version may say, and `text` is all that
    stands in the file, in letters that may be wrong.
    """
    copies = media.copies_beside(path)
    folder = path.rpartition("/")[0]
    shown = may_show_beside(parts.yaml, copies, lambda name: f"{folder}/{name}" in media.files)
    aliases = tuple(_likely_aliases(parts))
    answers = any(True for _ in values_of(parts, "responds_to"))
    is_due = _has_key(parts, "date") and not is_copied(path)
    told = tuple(sorted(one for one in set(_likely(parts)) if _WORD.search(one)))
    story = FaultyStory(
        path=path,
        address=story_address(path),
        titles_and_names=told,
        with_losses=tuple(sorted(set(_with_losses(parts)))),
        aliases=_each_form(aliases),
        claimed=_claimed(story_address(path), aliases) if is_due and not answers else (),
        responds_to=tuple(_answered(parts, path)) if is_due else (),
        group_files=may_show(parts.yaml, media.group),
        copied=frozenset[str]().union(*map(copies.__getitem__, shown)),
        series=tuple(lines_of(parts, "series")),
        records=records_in(parts.yaml, is_rough=parts.is_rough),
        perhaps=perhaps_in(parts.yaml),
        lines=lines_of_texts((text, *told)),
        meant=meant,
    )
    return ReadStory(story=story, findings=findings)


def as_faulty(file: ReadStory, findings: tuple[Diagnostic, ...]) -> ReadStory:
    """A story that turned out to be faulty when the other files were known."""
    story = file.story
    if isinstance(story, FaultyStory):
        return replace(file, findings=(*file.findings, *findings))
    is_due, answered = story.front.date is not None, story.front.responds_to
    names = {story.front.title or ""} | {v.name for v in (story.front.voices or {}).values()}
    faulty = FaultyStory(
        path=story.path,
        address=story.address,
        titles_and_names=tuple(sorted(names - {""})),
        aliases=_each_form(story.front.aliases),
        claimed=_claimed(story.address, story.front.aliases) if is_due and not answered else (),
        responds_to=(answered,) if is_due and answered else (),
        group_files=showing(story.front),
        copied=_shown_beside(story),
        series=(story.front.series,) if story.front.series else (),
        records=story.records,
        lines=story.lines,
        meant=versions(story),
    )
    return ReadStory(story=faulty, findings=(*file.findings, *findings))


def _shown_beside(story: SourceStory) -> frozenset[str]:
    """By what the files of a story are known in which it shows somebody."""
    front = story.front.media
    shown = (file for name, file in story.media.items() if name in front and front[name].shows)
    return frozenset[str]().union(*(file.known_by for file in shown))


def versions(*stories: SourceStory) -> tuple[SourceStory, ...]:
    """Those of `stories` that are versions of others, which declare their voices."""
    return tuple(story for story in stories if story.version_of)


def _has_key(parts: FileParts, key: str) -> bool:
    """Whether a line may begin with a key, of which the colon may be what is missing."""
    return any(may_mean(word, key) for word in _FIRST_WORD.findall(parts.yaml)[:_MOST_SAID])


def _answered(parts: FileParts, path: str) -> Iterator[str]:
    """The stories that a file may answer; where nobody can tell, all of which it speaks, and that
    beside whose responses it lies.
    """
    said = dict.fromkeys(lines_of(parts, "responds_to"))
    if any(map(_STORY.fullmatch, said)):
        yield from said
        return
    folder, among, _ = path.partition(".responses/")
    yield from dict.fromkeys(_STORY.findall(parts.yaml)) if parts.findings else ()
    yield from (f"{folder}/index.md", f"{folder}.md") if among else ()
    yield from said


def _claimed(address: str, aliases: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({address, *map(page_address, aliases)} - {"/"}))


def _each_form(aliases: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Old addresses as a link may lead to them: one with an ending may be that of a file."""
    found = {page_address(alias) for alias in aliases} - {"/"}
    return tuple(sorted(found | {address.rstrip("/") for address in found}))


def _likely_aliases(parts: FileParts) -> Iterator[str]:
    for found in _ALIASES.findall(parts.yaml):
        yield from _PATH.findall(found)
    yield from lines_of(parts, "aliases")


def _likely(parts: FileParts) -> Iterator[str]:
    for number, found in enumerate(_TITLE_OR_NAME.finditer(parts.yaml)):
        if number < _MOST_SAID:
            yield from _readings(found[2][:_LONGEST_WORDS])
    for number, found in enumerate(_FLOW_NAME.finditer(parts.yaml)):
        if number < _MOST_SAID:
            yield from _readings(found[1])
    # A misspelt key may be what is wrong with the story.
    yield from lines_of(parts, "title")
    for voices in values_of(parts, "voices"):
        for voice in voices.values() if isinstance(voices, dict) else ():
            said = voice.items() if isinstance(voice, dict) else ()
            names = (words for key, words in said if _may_mean_name(key))
            yield from (" ".join(words.split()) for words in names if isinstance(words, str))


def _with_losses(parts: FileParts) -> Iterator[str]:
    """The titles and names of which letters may be lost."""
    found = _likely(split_file(parts.lossy, "")) if parts.lossy else ()
    yield from (one for said in found if LOST in (one := with_losses(said)))


def _may_mean_name(key: str) -> bool:
    # To compare words takes long, and none is like this one without two of its letters.
    return len(_NAME & set(key.casefold())) > 1 and nearest(key, ["name"]) is not None


def _readings(written: str) -> Iterator[str]:
    """What may be meant by words beside a key, whether or not they are YAML."""
    first = written.split("\n", 1)[0]
    without_sign = _BLOCK_SIGN.sub("", written, count=1)
    for words in (first, written, without_sign):
        for said in (words, _COMMENT.sub("", words), *_BEFORE_MORE.findall(words)):
            yield " ".join(said.split()).strip("\"'").strip()
    value = _scalar(written)
    if isinstance(value, str):
        yield " ".join(value.split())


def _scalar(written: str) -> Any:
    """What YAML makes of the words, its escapes undone; None if it cannot be told."""
    return read_yaml(f"k: {written.strip()}", "")[0].get("k")
