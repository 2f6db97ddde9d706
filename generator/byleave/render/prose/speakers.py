"""Who speaks in a passage: told before its words, so that nobody takes them for somebody else's.

Where an attribution or the first sentence tells it, it is not said twice.
"""

import re
from collections.abc import Mapping, Sequence

from byleave.model.languages import base_language
from byleave.model.names.plain import is_named_plainly
from byleave.render.prose.identifiers import Identifiers
from byleave.render.prose.tokens import plain
from byleave.render.prose.tree import HEADINGS, SPEAKERS, Element, Node, Nodes, elements, text_of
from byleave.render.prose.values import ProseContext, ProsePart

_SENTENCE = re.compile(r".*?[.!?…。؟۔](?=\W|\Z)|.*", re.S)
_LEADS_IN = (":", "：", "…")


def told(
    page: Element, parts: Sequence[ProsePart], context: ProseContext, ids: Identifiers
) -> None:
    """Say of each passage whose words they are, where they are not the authors' (WCAG 1.3.1).

    Of passages by the same voices that follow each other the first says it for all. Where
    `context.authors` is words, as in Easy Read, they stand where the authors speak again.
    """
    children: Nodes = []
    last = ""
    for node in page.children:
        if not isinstance(node, Element) or node.tag in HEADINGS or _is_notes(node):
            children.append(node)
            continue
        part = _part(node, parts)
        if part is not None and part.who:
            _tell_in(node, part, children, context, ids, heard=part.who == last)
        elif last and context.authors:
            children.append(_label(context.authors, context, ids))
        last = part.who if part is not None else ""
        children.append(node)
    page.children = children


def _part(node: Element, parts: Sequence[ProsePart]) -> ProsePart | None:
    number = node.attributes.get(SPEAKERS)
    return None if number is None else parts[int(number)]


def _is_notes(node: Element) -> bool:
    return node.attributes.get("class") == "footnotes"


def _tell_in(
    passage: Element,
    part: ProsePart,
    before: Sequence[Node],
    context: ProseContext,
    ids: Identifiers,
    *,
    heard: bool,
) -> None:
    who = [context.names[one] for one in part.by if one in context.names]
    if _is_attributed(passage, who, context.names):
        return
    passage.attributes["class"] += " said"
    if heard or _is_told(passage, before, who, context.names):
        return
    label = _label(part.who, context, ids)
    passage.attributes |= {"role": "group", "aria-labelledby": label.attributes["id"]}
    after = 1 if part.withheld else 0  # what says that it is not published stands before all
    passage.children.insert(after, label)


def _label(words: str, context: ProseContext, ids: Identifiers) -> Element:
    language = context.labels.language
    # Words of ours among those of another language are said to be what they are (WCAG 3.1.2).
    foreign = base_language(language) != base_language(context.language)
    of_language = {"lang": language, "dir": "auto"} if foreign else {}
    return Element("p", {"class": "who", "id": ids.give("who"), **of_language}, [words])


def _is_attributed(passage: Element, who: Sequence[str], names: Mapping[str, str]) -> bool:
    """Whether all of it is quotations that say themselves who said it."""
    blocks = elements(passage)
    captions = [text_of(one) for block in blocks for one in elements(block, "figcaption")]
    quoted = all(block.attributes.get("class") == "quotation" for block in blocks)
    return quoted and bool(captions) and all(_names(one, who, names) for one in captions)


def _is_told(
    passage: Element, before: Sequence[Node], who: Sequence[str], names: Mapping[str, str]
) -> bool:
    """Whether its first sentence tells it, or the line that leads to it."""
    blocks = elements(passage)
    first = _SENTENCE.match(text_of(blocks[0]).lstrip()) if blocks else None
    if first and _names(first[0], who, names):
        return True
    lead = text_of(before[-1]).rstrip() if before and isinstance(before[-1], Element) else ""
    return lead.endswith(_LEADS_IN) and _names(lead.splitlines()[-1], who, names)


def _names(words: str, who: Sequence[str], names: Mapping[str, str]) -> bool:
    said = plain(words, names)
    return bool(who) and all(is_named_plainly(one, said) for one in who)
