"""What is in Word's text and nobody reads, taken out; and what mammoth passes by, made plain."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from byleave.importing.word.opening import Opened

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MATHS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_NO = ("0", "false", "off")
# They hold words, and mammoth does not look into them.
_HOLDERS = ("fldSimple", "dir", "bdo")


def w(name: str) -> str:
    """A name of Word's own, as lxml writes it."""
    return f"{{{W}}}{name}"


def made_plain(document: Opened) -> tuple[str, ...]:
    """Change the trees of `document`; what was left out."""
    notes: Counter[str] = Counter()
    for part in document.trees.values():
        _transitional(part)
    styles = document.trees.get("word/styles.xml")
    hidden = frozenset(_hidden_styles(styles)) if styles is not None else frozenset()
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        tree = document.trees.get(name)
        if tree is not None:
            _plain(tree, hidden, notes)
    return (*document.notes, *(note for note, times in notes.items() if times))


def _transitional(tree: etree._Element) -> None:
    """Let the strict form of Word's format have the names of the other."""
    if tree.nsmap.get("w") != _STRICT:
        return
    for element in tree.iter(f"{{{_STRICT}}}*"):
        element.tag = w(etree.QName(element).localname)
        for key, value in list(element.attrib.items()):
            if str(key).startswith(f"{{{_STRICT}}}"):
                del element.attrib[key]
                element.set(w(etree.QName(key).localname), value)


def _hidden_styles(styles: etree._Element) -> Iterator[str]:
    for style in styles.iter(w("style")):
        if _is_on(style.find(f"{w('rPr')}/{w('vanish')}")):
            yield str(style.get(w("styleId")))


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and element.get(w("val"), "1") not in _NO


def _plain(tree: etree._Element, hidden: frozenset[str], notes: Counter[str]) -> None:
    for maths in _MATHS:
        for formula in list(tree.iter(f"{{{maths}}}oMath")):
            _as_run(formula, "".join(one.text or "" for one in formula.iter(f"{{{maths}}}t")))
            notes["a formula became a line of text"] += 1
        for holder in list(tree.iter(f"{{{maths}}}oMathPara")):
            _unwrap(holder)
    for name in _HOLDERS:
        for holder in list(tree.iter(w(name))):
            _unwrap(holder)
    for run in list(tree.iter(w("r"))):
        if _is_hidden(run, hidden):
            notes["hidden text was left out"] += any(str(one).strip() for one in run.itertext())
            _remove(run)
    for contents in list(tree.iter(w("sdt"))):
        gallery = contents.find(f"{w('sdtPr')}/{w('docPartObj')}/{w('docPartGallery')}")
        if gallery is not None and "Contents" in str(gallery.get(w("val"))):
            notes["a table of contents was left out"] += 1
            _remove(contents)
    notes["changes that somebody proposed (tracked changes) were taken over"] += any(
        True for _ in tree.iter(w("ins"), w("del"), w("moveTo"), w("moveFrom"))
    )
    _text_boxes(tree)


def _is_hidden(run: etree._Element, hidden: frozenset[str]) -> bool:
    said = run.find(f"{w('rPr')}/{w('vanish')}")
    if said is not None:
        return _is_on(said)
    style = run.find(f"{w('rPr')}/{w('rStyle')}")
    if style is not None and style.get(w("val")) in hidden:
        return True
    paragraph = next(run.iterancestors(w("p")), None)
    of_all = paragraph.find(f"{w('pPr')}/{w('pStyle')}") if paragraph is not None else None
    return of_all is not None and of_all.get(w("val")) in hidden


def _text_boxes(tree: etree._Element) -> None:
    """Boxes of which there is no older form, which mammoth reads, stand behind their paragraph."""
    for choice in list(tree.iter(f"{{{_MC}}}AlternateContent")):
        if choice.find(f"{{{_MC}}}Fallback") is None:
            _unwrap_all(choice)
    for box in list(tree.iter(w("txbxContent"))):
        if any(
            True for _ in box.iterancestors(f"{{{_MC}}}Fallback", f"{{{_MC}}}Choice", w("pict"))
        ):
            continue
        outer = next(iter([*box.iterancestors(w("p"))][-1:]), None)
        parent = outer.getparent() if outer is not None else None
        if outer is None or parent is None:
            continue
        at = parent.index(outer) + 1
        for number, child in enumerate(list(box)):
            parent.insert(at + number, child)


def _unwrap_all(choice: etree._Element) -> None:
    for one in choice.findall(f"{{{_MC}}}Choice"):
        _unwrap(one)
    _unwrap(choice)


def _as_run(element: etree._Element, text: str) -> None:
    parent = element.getparent()
    if parent is None:
        return
    run = etree.Element(w("r"))
    words = etree.SubElement(run, w("t"))
    words.text = text
    run.tail = element.tail
    parent.replace(element, run)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for number, child in enumerate(list(element)):
        parent.insert(at + number, child)
    parent.remove(element)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
