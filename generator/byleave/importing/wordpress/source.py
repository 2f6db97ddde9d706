"""What of an export is a story or a response, and what of it nobody may have without asking."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from html import escape
from pathlib import Path
from urllib.parse import unquote

from byleave.importing.address_parts import parts_of
from byleave.importing.days import day_of
from byleave.importing.found import Author, Files, Found, Picture, Source, Term, no_files
from byleave.importing.prose import plain_line
from byleave.importing.wordpress.events import event_of
from byleave.importing.wordpress.export import Comment, Export, Item, read_export
from byleave.importing.wordpress.shortcodes import Attachments, without_shortcodes
from byleave.importing.wordpress.translations import Translations

# What comes only if somebody asks for it by its name.
ALSO = ("private", "password", "scheduled", "unapproved")
STORY_KINDS = ("post", "page", "tribe_events")
_STATES = {"publish": "", "draft": "", "pending": "", "private": "private", "future": "scheduled"}
_PAGES = "pages"
_UNDATED = "undated"
_TERMS = {"category": "category", "post_tag": "tag", "tribe_events_cat": "category"}
_NO_TERM = "uncategorized"
_OF_OTHERS = frozenset("attachment revision nav_menu_item tribe_venue tribe_organizer".split())


def wordpress_source(
    path: Path,
    *,
    also: Collection[str] = (),
    kinds: Collection[str] = (),
    files: Files = no_files,
) -> Source:
    """What is to be brought of the export at `path`; raises CannotImportError.

    `also` are those of ALSO that somebody asked for, `kinds` further kinds of posts.
    """
    return _Reading(read_export(path), frozenset(also), (*STORY_KINDS, *kinds), files).source()


class _Reading:
    def __init__(
        self, export: Export, also: Collection[str], kinds: Collection[str], files: Files
    ) -> None:
        self.export = export
        self.also = also
        self.kinds = kinds
        self.files = files
        self.by_id = {item.number: item for item in export.items}
        self.lost: Counter[str] = Counter()
        self.languages = Translations(export)
        self.of_post: dict[str, list[str]] = defaultdict(list)
        for item in export.items:
            if item.get("wp:post_type") == "attachment":
                self.of_post[item.get("wp:post_parent").strip()].append(
                    item.get("wp:attachment_url").strip()
                )

    def source(self) -> Source:
        channel = self.export.channel
        places = [channel.get(key, "") for key in ("link", "wp:base_site_url", "wp:base_blog_url")]
        hosts = frozenset(host for place in places if (host := _host(place)))
        stories = tuple(self.stories())
        return Source(
            kind="wordpress",
            place=min(hosts, default=channel.get("title", "")),
            found=(*stories, *self.responses({one.key for one in stories})),
            files=self.files,
            hosts=hosts
            | {f"www.{one}" for one in hosts}
            | {one.removeprefix("www.") for one in hosts},
            described=dict(self.described()),
            left_out=self.lost,
            notes=self.export.notes,
        )

    def stories(self) -> Iterator[Found]:
        # The first of a group of translations is the one that the others are versions of.
        for item in self.languages.in_order(self.export.items):
            if self.is_taken(item):
                yield self.story(item)

    def is_taken(self, item: Item) -> bool:
        kind, state = item.get("wp:post_type"), item.get("wp:status")
        if kind in _OF_OTHERS:
            return False
        if not kind:
            self.lost["what the export does not say the kind of"] += 1
            return False
        if kind not in self.kinds:
            self.lost[f"what is no story: {kind} (--type {kind} brings it)"] += 1
            return False
        if state in ("trash", "auto-draft", "inherit") or state not in _STATES:
            self.lost["what was in the bin, or never begun"] += 1
            return False
        secrets = {"password"} if item.get("wp:post_password") else set()
        secrets |= {_STATES[state]} - {""}
        for one in sorted(secrets - set(self.also)):
            self.lost[f"posts that were not for everybody: {one} (--also {one} brings them)"] += 1
            return False
        if not (item.get("title").strip() or item.get("content:encoded").strip()):
            self.lost["posts without a word"] += 1
            return False
        return True

    def story(self, item: Item) -> Found:
        notes: Counter[str] = Counter()
        id_ = item.number
        kind = item.get("wp:post_type")
        day = day_of(item.get("wp:post_date"))
        is_public = item.get("wp:status") in ("publish", "private", "future") and kind != "page"
        html = item.get("content:encoded") + "".join(_footnotes(item))
        attachments = Attachments(address=self.address, of_post=self.of_post.get(id_, ()))
        return Found(
            key=id_,
            form="html" if "<!-- wp:" in html or self.is_whole_html() else "classic",
            text=self.with_first_picture(item, without_shortcodes(html, attachments, notes)),
            title=plain_line(item.get("title")),
            name=unquote(item.get("wp:post_name").strip()),
            folder=_PAGES if kind == "page" else day[:4] or _UNDATED,
            day=day if is_public else "",
            summary=plain_line(item.get("excerpt:encoded")),
            language=self.languages.language(item),
            authors=self.authors(item),
            terms=tuple(self.terms(item)),
            addresses=(item.get("link").strip(),) if item.get("wp:status") == "publish" else (),
            event=event_of(item, self.by_id) if kind == "tribe_events" else None,
            original=self.languages.original(item),
            notes=tuple(notes),
        )

    def is_whole_html(self) -> bool:
        return "squarespace" in self.export.channel.get("generator", "").casefold()

    def authors(self, item: Item) -> tuple[Author, ...] | None:
        """Whoever wrote a post, by the name that readers saw; a login is no such name."""
        if item.get("wp:post_type") == "page":
            return None
        login = item.get("dc:creator").strip()
        return (self.author(login),) if login else None

    def author(self, login: str) -> Author:
        name = self.export.names.get(login.casefold(), "").strip()
        return Author(name="" if name.casefold() == login.casefold() else plain_line(name))

    def terms(self, item: Item) -> Iterator[Term]:
        for domain, nicename, name in item.terms:
            said = plain_line(name)
            if domain in _TERMS and said and nicename != _NO_TERM:
                yield Term(kind="tag" if _TERMS[domain] == "tag" else "category", name=said)

    def address(self, id_: str) -> str:
        """Where the file with this number was."""
        item = self.by_id.get(id_)
        return item.get("wp:attachment_url").strip() if item else ""

    def with_first_picture(self, item: Item, html: str) -> str:
        """`html` below the picture that stood above it."""
        first = self.address(item.meta.get("_thumbnail_id", "").strip())
        name = first.rpartition("/")[2].rpartition(".")[0]
        return f'<p><img src="{first}"></p>\n\n{html}' if first and name not in html else html

    def described(self) -> Iterator[tuple[str, Picture]]:
        """What the source says of each file."""
        for item in self.export.items:
            place = item.get("wp:attachment_url").strip()
            if place:
                alt = plain_line(item.meta.get("_wp_attachment_image_alt", ""))
                caption = plain_line(item.get("excerpt:encoded"))
                yield place, Picture(address=place, alt=alt, caption=caption)

    def responses(self, stories: Collection[str]) -> Iterator[Found]:
        for item in self.export.items:
            id_ = item.number
            if id_ in stories:
                yield from self.responses_to(id_, item.comments)

    def responses_to(self, story: str, comments: Collection[Comment]) -> Iterator[Found]:
        """The comments of a story that readers saw, each behind the one that it answers."""
        parents = {one.id: one.parent for one in comments}
        taken: set[str] = set()
        for one in sorted(comments, key=lambda one: (one.day, one.id.zfill(12))):
            if one.kind not in ("comment", ""):
                self.lost["what other sites sent by themselves (pingbacks and the like)"] += 1
            elif not one.approved and "unapproved" not in self.also:
                self.lost["comments that nobody approved (--also unapproved brings them)"] += 1
            elif one.text.strip():
                taken.add(one.id)
                yield self.response(story, one, _nearest(one.parent, parents, taken))

    def response(self, story: str, comment: Comment, answers: str) -> Found:
        logins = self.export.names.keys()
        name = comment.author
        author = self.author(name) if name.casefold() in logins else Author(name=plain_line(name))
        return Found(
            key=f"{story}/{comment.id}",
            form="classic",
            text=comment.text,
            day=day_of(comment.day),
            authors=(author,),
            parent=story,
            answers=f"{story}/{answers}" if answers else "",
        )


def _footnotes(item: Item) -> Iterator[str]:
    """The notes of a post, which WordPress keeps beside its text."""
    try:
        notes = json.loads(item.meta.get("footnotes", ""))
    except ValueError:
        return
    for one in notes if isinstance(notes, list) else ():
        if isinstance(one, dict) and {"id", "content"} <= one.keys():
            yield f'<ol><li id="{escape(str(one["id"]))}">{one["content"]}</li></ol>'


def _nearest(parent: str, parents: Mapping[str, str], taken: Collection[str]) -> str:
    """The comment that one answers, or the next above it that readers saw; "" for the story."""
    seen: set[str] = set()
    while parent not in taken and parent not in seen:
        seen.add(parent)
        parent = parents.get(parent, "")
    return parent if parent in taken else ""


def _host(place: str) -> str:
    return (parts_of(place.strip()).hostname or "").lower()
