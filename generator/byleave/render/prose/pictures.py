"""Pictures, recordings and documents, as their media entries say."""

from collections.abc import Iterable

from byleave.model.names.signs import is_seen
from byleave.render.prose.destinations import Destinations
from byleave.render.prose.tree import WHITESPACE, Element, Nodes, text_of
from byleave.render.prose.values import Media, ProseLabels

_SHOWN = ("img", "audio", "video")


class Pictures:
    """Makes the pictures and recordings of one page, and figures of those with a caption."""

    def __init__(self, destinations: Destinations, labels: ProseLabels) -> None:
        self.destinations = destinations
        self.labels = labels
        self._captions: dict[int, str] = {}  # by the identity of the element it belongs to
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
            return [Element("a", {"href": media.address}, [alt or media.caption or media.address])]
        if media.kind == "image":
            shown = Element("img", {"src": media.address, "alt": alt, **_size(media)})
            shown.attributes.update(loading="lazy", decoding="async")
            if title := element.attributes.get("title"):
                shown.attributes["title"] = title
        else:
            shown = self._player(media.kind, media, alt)
        return self._keep_caption(shown, media)

    def from_player(self, element: Element) -> Nodes:
        """A hand-written `audio` or `video`, with the first of its sources that there is."""
        inside = [c for c in element.children if isinstance(c, Element)]
        named = [element, *(c for c in inside if c.tag == "source")]
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
                words = next((" ".join(one.split()) for one in said if is_seen(one)), "")
                attributes = {"href": target.address, "rel": "external"}
                link = Element("a", attributes, [words or target.address])
                self._stand_ins[id(link)] = link
                return [link]
        return []

    def is_stand_in(self, element: Element) -> bool:
        """Whether `element` is a link in the place of a picture or recording of another site."""
        return id(element) in self._stand_ins

    def _player(self, kind: str, media: Media, alt: str) -> Element:
        """A player that loads nothing, or next to nothing, before it is asked to play."""
        words = alt or media.caption or self.labels.recording
        size = _size(media) if kind == "video" else {}
        preload = "none" if kind == "audio" else "metadata"
        attributes = {"controls": "", "preload": preload, "src": media.address, "aria-label": words}
        fallback = Element("a", {"href": media.address}, [words])
        return Element(kind, {**attributes, **size}, [fallback])

    def _track(self, track: Element) -> Nodes:
        media = self.destinations.media(track.attributes.get("src", ""))
        if media is None:
            return []
        kept = {n: v for n, v in track.attributes.items() if n != "src"}
        return [Element("track", {"src": media.address, **kept})]

    def _keep_caption(self, shown: Element, media: Media) -> Nodes:
        if media.caption:
            self._captions[id(shown)] = media.caption
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

    def lone_figure(self, nodes: Nodes) -> Nodes:
        """`nodes` of a list item or cell, where a picture may stand without a paragraph."""
        made = self.figures(nodes) if len(nodes) == 1 else None
        return nodes if made is None else made

    def _figure(self, node: Element) -> Element:
        caption = self._captions.get(id(_shown_in(node)))
        if caption is None:
            return Element("p", children=[node])
        return Element("figure", children=[node, Element("figcaption", children=[caption])])


def _shown_in(node: Element) -> Element | None:
    """The picture that a node is, or is a link around."""
    if node.tag == "a" and len(node.children) == 1 and isinstance(node.children[0], Element):
        node = node.children[0]
    return node if node.tag in _SHOWN else None


def _has_words(nodes: Nodes) -> bool:
    return any(isinstance(n, str) and n.strip(WHITESPACE) for n in nodes)


def _size(media: Media) -> dict[str, str]:
    if media.width is None or media.height is None:
        return {}
    return {"width": str(media.width), "height": str(media.height)}
