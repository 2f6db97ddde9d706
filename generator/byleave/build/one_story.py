"""One story whose text alone was edited: its page is made again, and nothing else is looked at.

What is remembered for that are stories of families in which nothing is withheld: a story, its
versions, its responses. And no page is remembered that shows anything of another file in which
something is. Of each story there are digests of what is above its text and of what the rest of the
site can see of the text; of each page, what it shows beside the texts. The family is read, judged,
rendered and checked by the same functions as all stories; where any of them finds more to it,
everything is built.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeVar
from urllib.parse import urlsplit

from msgspec import Struct

from byleave.build.guarding import Guarding
from byleave.build.memory import memory_of, shared_digest
from byleave.build.options import BuildResult, Job
from byleave.build.pages import MadePage
from byleave.build.texts import TextView, with_texts
from byleave.build.unchanged import Unchanged
from byleave.cache import FORGETFUL, Digest, Entry, Memo, digest, from_bytes, to_bytes
from byleave.check import check_file, dead_links
from byleave.diagnostics import SiteError
from byleave.gate import Together, Verdict, judged_together, open_stories
from byleave.model.output import OutputFile
from byleave.model.site import EventView, ResponsesView, StoryView
from byleave.read import ReadResult, read_alone, read_settings
from byleave.render import Renderer, Shared, UnrenderableError, file_path
from byleave.spooling import unspooled
from byleave.values import replace
from byleave.write import write_page

Known = TypeVar("Known")

_OF_A_STORY = re.compile(rb"/stories/[^/]+/")
_KINDS: dict[str, type[TextView]] = {
    kind.__name__: kind for kind in (StoryView, EventView, ResponsesView)
}


class _Story(Struct, frozen=True, kw_only=True):
    """A story, by digests of what is `above` its text and of what others see of the text.

    `family` are the paths of it and of the stories with which it is judged, and `page` is the path
    of the only page that shows its text.
    """

    above: Digest
    outline: Digest
    family: tuple[str, ...]
    page: str


class _Page(Struct, frozen=True, kw_only=True):
    """A page as it is known (see `Memory.key`), and the bytes of its view without the texts."""

    key: Digest
    kind: str
    view: bytes


def known_stories(
    of: Digest,
    source: ReadResult,
    verdict: Verdict,
    pages: Iterable[MadePage],
    told_of: frozenset[str],
    shared: Shared,
) -> Iterator[Entry]:
    """What a build of the site known as `of` remembers of its stories.

    `pages` are those that are sound, `told_of` the paths of what anything is said of.
    """
    yield _key(of, "all", ""), to_bytes(shared)
    stories = {
        one.path: one for one in open_stories(verdict) if not told_of & frozenset(one.family)
    }
    closed = _closed(verdict)
    texts = [(page, page.beside) for page in pages if page.beside]
    shown = Counter(path for _, beside in texts for path in beside.sources)
    for page, beside in texts:
        view = unspooled(beside.view)
        if not closed.isdisjoint(_OF_A_STORY.findall(view)):
            continue
        own = [path for path in beside.sources if path in stories and shown[path] == 1]
        if len(own) < len(beside.sources):
            continue
        known = _Page(key=page.key, kind=beside.kind, view=view)
        yield _key(of, "page", page.file.path), to_bytes(known)
        for path in own:
            above = source.known.files[path].file.above
            one = stories[path]
            story = _Story(above=above, outline=one.outline, family=one.family, page=page.file.path)
            yield _key(of, "story", path), to_bytes(story)


def _closed(verdict: Verdict) -> frozenset[bytes]:
    """The addresses of published stories in which something is withheld."""
    stories = verdict.content.stories
    return frozenset(one.address.encode() for one in stories if one.path not in verdict.report.open)


class OneStory:
    """Builds what one edit of one text changes, where an earlier build left all else as it is."""

    def __init__(self, job: Job, memo: Memo, unchanged: Unchanged) -> None:
        """Keep what the build needs."""
        self.job, self.observer = job, job.observer
        self.memo, self.unchanged = memo, unchanged

    def result(self, path: str) -> BuildResult | None:
        """The build after an edit of the story at `path` alone.

        None where there is more to do; nothing was done then. Raises as `build_site` does.
        """
        story = self.known(_Story, "story", path)
        page = self.known(_Page, "page", story.page) if story else None
        shared = self.known(Shared, "all", "")
        if story is None or page is None or shared is None:
            return None
        self.observer.begins("read")
        guarding = Guarding(self.job.site, self.job.options)
        family = self.judged(path, story)
        if family is None:
            return None
        view = with_texts(from_bytes(page.view, _KINDS[page.kind]), family.blocks)
        file = self.made(view, shared)
        if file is None or not guarding.are_clean(family.published, file):
            return None
        self.observer.begins("check")
        check = check_file(file, urlsplit(shared.addresses.base_url).path)
        if check.findings or any(dead_links(file.path, check.linked, self.unchanged.files)):
            return None
        self.observer.begins("write")
        written = write_page(file, self.job.output)
        of_all = shared_digest(guarding.digest, shared)
        result, new = self.unchanged.with_page(file.path, written=written)
        memory = memory_of(FORGETFUL, self.job.output, of_all, ())
        key = memory.key(file.path, view)
        known = {_key(self.unchanged.key, "page", file.path): to_bytes(replace(page, key=key))}
        entry = memory.entry(key, file.path, memory.digests_of(check.linked))
        self.memo.exchange([page.key], {**new, **known, **entry})
        return result

    def known(self, kind: type[Known], name: str, path: str) -> Known | None:
        """What is remembered. It does not count as used: if everything is built, it has to go."""
        stored = self.memo.get(_key(self.unchanged.key, name, path), use=False)
        return from_bytes(stored, kind) if stored else None

    def judged(self, path: str, known: _Story) -> Together | None:
        """The family of the story at `path`, if nobody else can see of it what they did not."""
        settings = read_settings(self.job.site)
        read = read_alone(self.job.site, known.family, settings.url)
        if read is None or read[path].above != known.above:
            return None
        self.observer.begins("gate")
        stories = tuple(one.story for one in read.values())
        family = judged_together(stories, settings, self.job.as_of)
        return family if family and family.outlines[path] == known.outline else None

    def made(self, view: TextView, shared: Shared) -> OutputFile | None:
        """The page of a view; None where a text cannot be rendered."""
        self.observer.begins("render")
        try:
            content = Renderer(shared).page(view)
        except (UnrenderableError, SiteError):
            return None
        self.observer.did("rendered", 1)
        return OutputFile(path=file_path(view.address), content=content)


def _key(of: Digest, name: str, path: str) -> Digest:
    return digest(name, of, path)
