"""One story whose text alone was edited: its page is made again, and nothing else is looked at.

What is remembered for that are stories in which nothing is withheld and on which no other stands,
and no page is remembered that shows anything of another file in which something is. Of each there
is what its page shows beside its text, and digests of what is above the text and of what the rest
of the site can see of it. The story itself is read, judged, rendered and checked by the same
functions as all stories; where any of them finds more to it, everything is built.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from byleave.build.guarding import Guarding
from byleave.build.memory import memory_of, shared_digest
from byleave.build.options import BuildOptions, BuildResult
from byleave.build.pages import MadePage
from byleave.build.unchanged import Unchanged
from byleave.cache import FORGETFUL, Digest, Entry, Memo, digest, from_bytes, to_bytes
from byleave.check import check_file, dead_links
from byleave.diagnostics import SiteError
from byleave.gate import Verdict, judged_alone, open_alone
from byleave.model.output import OutputFile
from byleave.model.site import EventView, StoryView
from byleave.observing import Observer
from byleave.read import ReadResult, read_alone, read_settings
from byleave.render import Renderer, Shared, UnrenderableError, file_path
from byleave.write import write_page

_OF_A_STORY = re.compile(rb"/stories/[^/]+/")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A story, and its page without the text.

    `above` stands for what is above the text, `outline` for what others see of the text, and
    `page` is what the page is known by (see `Memory.keys`).
    """

    above: Digest
    outline: Digest
    page: Digest
    is_event: bool
    view: bytes


def known_stories(
    of: Digest,
    source: ReadResult,
    verdict: Verdict,
    pages: Iterable[MadePage],
    told_of: Collection[str],
    shared: Shared,
) -> Iterator[Entry]:
    """What a build of the site known as `of` remembers of its stories.

    `pages` are those that are sound, `told_of` the paths of what anything is said of.
    """
    yield _key(of, ""), to_bytes(shared)
    closed = _closed(verdict)
    outlines = {path: one for path, one in open_alone(verdict) if path not in told_of}
    for page in pages:
        story = page.story
        if story is None or story.source not in outlines:
            continue
        if closed.isdisjoint(_OF_A_STORY.findall(story.view)):
            known = _Known(
                above=source.known.files[story.source].file.above,
                outline=outlines[story.source],
                page=page.key,
                is_event=story.is_event,
                view=story.view,
            )
            yield _key(of, story.source), to_bytes(known)


def _closed(verdict: Verdict) -> frozenset[bytes]:
    """The addresses of published stories in which something is withheld."""
    stories = verdict.content.stories
    return frozenset(one.address.encode() for one in stories if one.path not in verdict.report.open)


class OneStory:
    """Builds what one edit of one text changes, where an earlier build left all else as it is."""

    def __init__(
        self,
        site: Path,
        output: Path,
        as_of: datetime,
        options: BuildOptions,
        observer: Observer,
        memo: Memo,
        unchanged: Unchanged,
    ) -> None:
        """Look which story was edited, and what is known of it."""
        self.site, self.output, self.as_of = site, output, as_of
        self.options, self.observer = options, observer
        self.memo, self.unchanged = memo, unchanged
        self.path = unchanged.edited() or ""
        # Not used: what does not stand any more has to go, if everything is built after all.
        stored = memo.get(self._key, use=False) if self.path else None
        shared = memo.get(_key(unchanged.key, ""), use=False) if stored else None
        self.known = from_bytes(stored, _Known) if stored else None
        self.shared = from_bytes(shared, Shared) if shared else None

    @property
    def _key(self) -> Digest:
        return _key(self.unchanged.key, self.path)

    def result(self) -> BuildResult | None:
        """The build, or None where there is more to do; nothing was done then.

        Raises as `build_site` does.
        """
        if self.known is None or self.shared is None:
            return None
        self.observer.begins("read")
        guarding = Guarding(self.site, self.options)
        settings = read_settings(self.site)
        read = read_alone(self.site, self.path, settings.url)
        if read is None or read.above != self.known.above:
            return None
        self.observer.begins("gate")
        alone = judged_alone(read.story, settings, self.as_of)
        if alone is None or alone.outline != self.known.outline:
            return None
        view = from_bytes(self.known.view, EventView if self.known.is_event else StoryView)
        view = replace(view, body=replace(view.body, blocks=alone.blocks))
        page = self._page(view, self.shared)
        if page is None or not guarding.are_clean(alone.published, page):
            return None
        return self._written(page, view, guarding, self.shared)

    def _page(self, view: StoryView, shared: Shared) -> OutputFile | None:
        self.observer.begins("render")
        try:
            content = Renderer(shared).page(view)
        except (UnrenderableError, SiteError):
            return None
        self.observer.did("rendered", 1)
        return OutputFile(path=file_path(view.address), content=content)

    def _written(
        self, page: OutputFile, view: StoryView, guarding: Guarding, shared: Shared
    ) -> BuildResult | None:
        self.observer.begins("check")
        check = check_file(page, urlsplit(shared.addresses.base_url).path)
        dead = [*dead_links(page.path, check.linked, self.unchanged.files)]
        if check.findings or dead or self.known is None:
            return None
        self.observer.begins("write")
        written = write_page(page, self.output)
        result, entries = self.unchanged.with_page(page.path, written=written)
        memory = memory_of(FORGETFUL, self.output, shared_digest(guarding.digest, shared), ())
        key = memory.key(page.path, view)
        entry = memory.entry(key, page.path, check.linked)
        new = {**entries, **entry, self._key: to_bytes(replace(self.known, page=key))}
        self.memo.exchange([self.known.page], new)
        return result


def _key(of: Digest, path: str) -> Digest:
    return digest("story", of, path)
