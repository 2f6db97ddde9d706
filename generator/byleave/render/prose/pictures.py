"""Pictures, recordings and documents, as their media entries say."""

from collections.abc import Container, Iterable

from byleave.model.names.signs import is_seen
from byleave.render.prose.destinations import Destinations
from byleave.render.prose.identifiers import Identifiers
from byleave.render.prose.tree import (
    WEBP,
    WHITESPACE,
    Element,
    Node,
    Nodes,
    elements,
    every,
    text_of,
    walk,
)
from byleave.render.prose.values import ProseLabels, ProseMedia

PLAYERS = ("audio", "video")
_SHOWN = ("img", *PLAYERS)


class PictureMaker:
    """Makes the pictures and recordings of one page, and figures of those with a caption.

    `hides` says whether one was named and is not shown, with all that belongs to it.
    """

    def __init__(self, destinations: Destinations, labels: ProseLabels) -> None:
        self.destinations = destinations
        self.labels = labels
        self.hides = False
        self._captions: dict[int, ProseMedia] = {}  # by the identity of the element it belongs to
        self._stand_ins: dict[int, Element] = {}  # by their identity

    def from_image(self, element: Element) -> Nodes:
        """What `![…](…)` shows: nothing, not even its words, if the story has no such file.

        Of one on another site, readers get a link, with what words it has.
        """
        media = self.destinations.media(element.attributes.get("src", ""))
        if media is None:
            said = element.attributes.get("alt", ""), element.attributes.get("title", "")
            return self._elsewhere([element], *said)
        alt = element.attributes.get("alt", "").strip() or media.alt
        if media.kind == "document":
            link = Element("a", {"href": media.address}, [alt or media.caption or media.address])
            return self._keep_caption(link, media) if alt else [link]
        if media.kind == "image":
            shown = Element(
                "img", {"src": media.source or media.address, "alt": alt, **_size(media)}
            )
            shown.attributes.update(loading="lazy", decoding="async")
            if media.plain:
                shown.attributes.update(srcset=media.plain, sizes=media.sizes)
            if media.webp:
                shown.attributes[WEBP] = media.webp
                shown.attributes.setdefault("sizes", media.sizes)
            if title := element.attributes.get("title"):
                shown.attributes["title"] = title
        else:
            shown = self._player(media.kind, media, alt)
        return self._keep_caption(shown, media)

    def from_player(self, element: Element) -> Nodes:
        """A hand-written `audio` or `video`, with the first of its sources that there is."""
        inside = elements(element)
        named = _sources(element)
        found = [self.destinations.media(e.attributes.get("src", "")) for e in named]
        media = next((m for m in found if m is not None), None)
        if media is None:
            said = element.attributes.get("title", ""), text_of(element)
            return self._elsewhere(named, *said)
        shown = self._player(element.tag, media, media.alt)
        poster = self.destinations.media(element.attributes.get("poster", ""))
        if poster is not None:
            shown.attributes["poster"] = poster.address
        shown.children[:0] = [t for c in inside if c.tag == "track" for t in self._track(c)]
        return self._keep_caption(shown, media)

    def _elsewhere(self, named: Iterable[Element], *said: str) -> Nodes:
        """A link to the first of `named` on another site, with the first words of `said`."""
        for element in named:
            source = element.attributes.get("src", "").strip()
            target = self.destinations.link(f"https:{source}" if source[:2] == "//" else source)
            if target is not None and target.external:
                words, *more = [" ".join(one.split()) for one in said if is_seen(one)] or [""]
                attributes = {"href": target.address, "rel": "external"}
                if element.tag == "img" and more:
                    attributes["title"] = more[0]
                link = Element("a", attributes, [words or target.address])
                self._stand_ins[id(link)] = link
                return [link]
            self.hides = self.hides or bool(source)
        return []

    def is_stand_in(self, element: Element) -> bool:
        """Whether `element` is a link in the place of a picture or recording of another site."""
        return id(element) in self._stand_ins

    def _player(self, kind: str, media: ProseMedia, alt: str) -> Element:
        """A player that loads nothing before it is asked to play."""
        words = alt or media.caption or self.labels.recording
        size = _size(media) if kind == "video" else {}
        attributes = {"controls": "", "preload": "none", "src": media.address, "aria-label": words}
        fallback = Element("a", {"href": media.address}, [words])
        return Element(kind, {**attributes, **size}, [*self._captions_of(media), fallback])

    def _captions_of(self, media: ProseMedia) -> Nodes:
        """What a browser shows while it plays, at once: whoever can hear can switch it off."""
        if not media.track:
            return []
        language = self.destinations.context.language
        attributes = {"kind": "captions", "src": media.track, "srclang": language}
        return [Element("track", {**attributes, "label": self.labels.captions, "default": ""})]

    def _track(self, track: Element) -> Nodes:
        media = self.destinations.media(track.attributes.get("src", ""))
        if media is None:
            return []
        kept = {n: v for n, v in track.attributes.items() if n != "src"}
        return [Element("track", {"src": media.address, **kept})]

    def _keep_caption(self, shown: Element, media: ProseMedia) -> Nodes:
        if media.caption or media.transcript or media.told:
            self._captions[id(shown)] = media
        return [shown]

    def figures(self, nodes: Nodes) -> Nodes | None:
        """Figures instead of a paragraph that holds pictures alone; None if it stays as it is."""
        if not self._captions:
            return None
        shown = [n for n in nodes if isinstance(n, Element) and n.tag != "br"]
        if not all(map(_shown_in, shown)) or _has_words(nodes):
            return None
        if not any(id(_shown_in(node)) in self._captions for node in shown):
            return None
        return [self._figure(node) for node in shown]

    def caption_rest(self, root: Element) -> None:
        """Set the captions of pictures that stand among words behind them: no figure can hold them.

        A caption is what somebody wrote for readers, wherever its picture is put.
        """
        for element in walk(root) if self._captions else ():
            if any(id(child) in self._captions for child in elements(element)):
                element.children = [one for node in element.children for one in self._said(node)]

    def _said(self, node: Node) -> Nodes:
        media = self._captions.pop(id(node), None) if isinstance(node, Element) else None
        if media is None:
            return [node]
        said = " ".join(filter(None, (media.caption, media.told, media.transcript)))
        return [node, " ", Element("small", {}, [said])]

    def lone_figure(self, nodes: Nodes) -> Nodes:
        """`nodes` of a list item or cell, where a picture may stand without a paragraph."""
        made = self.figures(nodes) if len(nodes) == 1 else None
        return nodes if made is None else made

    def _figure(self, node: Element) -> Element:
        media = self._captions.pop(id(_shown_in(node)), None)
        if media is None:
            return Element("p", children=[node])
        caption: Nodes = [media.caption] if media.caption else []
        if media.told:
            told = f"({media.told})" if caption else media.told
            caption += [*([" "] if caption else []), Element("span", {"class": "lasts"}, [told])]
        below = [Element("figcaption", children=caption)] if caption else []
        # In HTML a caption is the first or the last that is in a figure.
        return Element("figure", children=[node, *self._transcript(media), *below])

    def _transcript(self, media: ProseMedia) -> Nodes:
        """What is said in a recording, for whoever reads it; open on request, without a script."""
        if not media.transcript:
            return []
        paragraphs = (" ".join(one.split()) for one in media.transcript.split("\n\n"))
        said = [Element("p", {}, [one]) for one in paragraphs if one]
        return [Element("details", {}, [Element("summary", {}, [self.labels.transcript]), *said])]


def with_sources(root: Element) -> None:
    """Put each picture that is there as WebP into an element that offers that first.

    It is the last that is done to a page: whatever comes before it sees pictures alone.
    """
    for element in every(root):
        if any(WEBP in child.attributes for child in elements(element, "img")):
            element.children = [_with_source(node) for node in element.children]


def _with_source(node: Node) -> Node:
    if isinstance(node, str) or WEBP not in node.attributes:
        return node
    offered = {"type": "image/webp", "srcset": node.attributes[WEBP]}
    sizes = node.attributes["sizes"]
    if "srcset" not in node.attributes:
        del node.attributes["sizes"]
    return Element("picture", {}, [Element("source", {**offered, "sizes": sizes}), node])


def first_player(page: Iterable[Element], signed: Container[str], ids: Identifiers) -> str:
    """The id of the first recording of a page, or of the first that is among those `signed`.

    It is empty where there is none.
    """
    players = [one for one in page if one.tag in PLAYERS]
    in_signs = (one for one in players if one.attributes.get("src") in signed)
    player = next(in_signs, players[0] if players else None)
    if player is None:
        return ""
    if not player.attributes.get("id"):
        player.attributes["id"] = ids.give("recording")
    return player.attributes["id"]


def plays_nothing(element: Element) -> bool:
    """Whether an `audio` or `video` names no file: its words are for whoever cannot hear."""
    return not any("src" in one.attributes for one in _sources(element))


def _sources(player: Element) -> list[Element]:
    return [player, *elements(player, "source")]


def _shown_in(node: Element) -> Element | None:
    """The picture that a node is, or is a link around."""
    if node.tag == "a" and len(node.children) == 1 and isinstance(node.children[0], Element):
        node = node.children[0]
    return node if node.tag in _SHOWN else None


def _has_words(nodes: Nodes) -> bool:
    return any(isinstance(n, str) and n.strip(WHITESPACE) for n in nodes)


def _size(media: ProseMedia) -> dict[str, str]:
    if media.width is None or media.height is None:
        return {}
    return {"width": str(media.width), "height": str(media.height)}
