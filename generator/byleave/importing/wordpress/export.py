"""The file of an export, read without entities and network: strictly, or else what can be read."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

from lxml import etree
from msgspec import Struct

from byleave.importing.refusing import CannotImportError

MOST_BYTES = 300_000_000
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DO = "export it anew: in WordPress under Tools, Export, All content"


class Comment(Struct, frozen=True, kw_only=True):
    """A comment: what readers saw of it. From where and which account it came is not read."""

    id: str
    parent: str
    author: str
    day: str
    text: str
    approved: bool
    kind: str


class Item(Struct, frozen=True, kw_only=True):
    """A post, page, file or anything else of an export, its tags by what they hold."""

    said: Mapping[str, str]
    terms: tuple[tuple[str, str, str], ...]  # domain, nicename, name
    meta: Mapping[str, str]
    comments: tuple[Comment, ...]

    def get(self, name: str) -> str:
        """What stands in a tag, "" where it is not there."""
        return self.said.get(name, "")

    @property
    def number(self) -> str:
        """What tells it from all others, also the next time; where it has no number, its address.

        Numbers are of digits, so that no address is the number of another.
        """
        tags = ("link", "guid", "wp:post_name", "title")
        number = self.get("wp:post_id").strip()
        return number or next((said for tag in tags if (said := self.get(tag).strip())), "")


class Export(Struct, frozen=True, kw_only=True):
    """A whole export. `names` are the names that readers saw, by login; `notes` say what is wrong
    with the file.
    """

    channel: Mapping[str, str]
    names: Mapping[str, str]
    items: tuple[Item, ...]
    notes: tuple[str, ...]


def read_export(path: Path) -> Export:
    """The export at `path`; raises CannotImportError where it is none."""
    content = _content(path)
    try:
        export = _parsed(content, recover=False)
        notes: tuple[str, ...] = ()
    except etree.XMLSyntaxError as fault:
        line = fault.lineno or 1
        export = _recovered(path, content)
        notes = (
            f"the export is damaged at line {line}: what could be read of it was taken; "
            "look whether its last posts came",
        )
    if not any(item.get("wp:post_type") for item in export.items):
        raise CannotImportError(f"{path}: this is no export of WordPress", _DO)
    return Export(channel=export.channel, names=export.names, items=export.items, notes=notes)


def _recovered(path: Path, content: bytes) -> Export:
    try:
        return _parsed(_mended(content), recover=True)
    except etree.XMLSyntaxError:
        raise CannotImportError(f"{path}: this is no export of WordPress", _DO) from None


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise CannotImportError(
                f"{path}: this is larger than {MOST_BYTES // 1_000_000} million bytes",
                "export a year at a time, and bring one after the other",
            )
        return path.read_bytes()
    except OSError as fault:
        raise CannotImportError(
            f"{path}: {(fault.strerror or 'this cannot be read').lower()}",
            "name the file that ends in .xml",
        ) from None


def _mended(content: bytes) -> bytes:
    """`content` without what no parser takes: signs that are no text, and letters that are none."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252" if b"\xc3" not in content else "utf-8", "replace")
    return _NOT_XML.sub("", text).encode()


def _parsed(content: bytes, *, recover: bool) -> Export:
    channel: dict[str, str] = {}
    names: dict[str, str] = {}
    items: list[Item] = []
    parser = etree.iterparse(
        BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        recover=recover,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    depth: list[str] = []
    for event, element in parser:
        name = _name(element)
        if event == "start":
            if not depth and element.getroottree().docinfo.doctype:
                raise CannotImportError(
                    "this file declares things of its own (DOCTYPE), as no export does", _DO
                )
            depth.append(name)
            continue
        depth.pop() if depth else None
        if name == "item":
            items.append(_item(element))
            element.clear()
            _forget_before(element)
        elif name == "wp:author":
            said = _said(element)
            names[said.get("wp:author_login", "").casefold()] = said.get(
                "wp:author_display_name", ""
            )
        elif depth[-1:] == ["channel"] and element.text and not len(element):
            channel.setdefault(name, element.text.strip())
    return Export(channel=channel, names=names, items=tuple(items), notes=())


def _forget_before(element: etree._Element) -> None:
    while (before := element.getprevious()) is not None:
        parent = before.getparent()
        if parent is None or _name(before) != "item":
            return
        parent.remove(before)


def _name(element: etree._Element) -> str:
    """The name of a tag with the prefix that exports use, whichever version it is of."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    space, _, name = tag.rpartition("}")
    if "wordpress.org/export/" in space:
        return f"excerpt:{name}" if space.rstrip("/").endswith("excerpt") else f"wp:{name}"
    if space.endswith("/content/"):
        return f"content:{name}"
    return f"dc:{name}" if "purl.org/dc/" in space else name


def _said(element: etree._Element) -> dict[str, str]:
    return {_name(child): (child.text or "") for child in element if not len(child)}


def _item(element: etree._Element) -> Item:
    meta: dict[str, str] = {}
    for child in element.iterchildren():
        if _name(child) == "wp:postmeta":
            said = _said(child)
            meta.setdefault(said.get("wp:meta_key", ""), said.get("wp:meta_value", ""))
    return Item(
        said=_said(element),
        terms=tuple(_terms(element)),
        meta=meta,
        comments=tuple(
            _comment(child) for child in element.iterchildren() if _name(child) == "wp:comment"
        ),
    )


def _terms(element: etree._Element) -> Iterator[tuple[str, str, str]]:
    for child in element.iterchildren():
        if _name(child) == "category":
            domain = str(child.get("domain") or "category")
            yield domain, str(child.get("nicename") or ""), (child.text or "").strip()


def _comment(element: etree._Element) -> Comment:
    said = _said(element)
    return Comment(
        id=said.get("wp:comment_id", "").strip(),
        parent=said.get("wp:comment_parent", "").strip(),
        author=said.get("wp:comment_author", "").strip(),
        day=said.get("wp:comment_date", "")[:10],
        text=said.get("wp:comment_content", ""),
        approved=said.get("wp:comment_approved", "").strip() in ("1", "approved"),
        kind=said.get("wp:comment_type", "").strip() or "comment",
    )
