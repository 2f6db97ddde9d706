"""Initials that nothing explains, where they come first."""

import re
from collections.abc import Collection, Iterator

_INITIALS = re.compile(r"(?<![\w@/.&’'-])[A-Z](?:[A-Z]|&(?=[A-Z])){1,4}(?=s?(?![\w@/&-]|[.]\w))")
_ROMAN = re.compile(r"[IVXLCDM]+\Z")
# What people read without having to know the words; more of them are in no list of sixty.
KNOWN = frozenset(
    """
    A&E AD ADHD AGM AI AIDS AM ASAP ATM B&B BA BBC BC BSL CBE CBT CCTV CD CEO CV DIY DJ DNA DVD
    EU FAQ GB GCSE GP GPS HIV HQ ID IKEA IT ITV IVF LED LGBT M&S MA MBE MOT MP MRI NATO NB NHS NI
    OBE OCD OK PAYE PC PDF PE PIN PM PS PTA PTSD Q&A QR R&B RAF RNLI ROI RSVP SMS SOS TB TV UFO UK
    UN US USA USB VAT VIP WC WI YHA YMCA
    """.split()
)
# Different ones of one text that are looked up in the whole of it: who has more reads no advice.
MOST = 100
# Words that somebody may shout.
_SHOUTED = frozenset(
    """
    all also always and any are at best big both but can do don ever every free go good great has
    have he help her here him his how if in is it join just last look love me more most much must my
    new next no non none not now of off on one only open or our out own please she so some start
    stop that the their them then they this to too two up us very was we well were what when where
    who why will with yes yet you your
    """.split()
)


def unexplained(text: str, whole: str, names: Collection[str], known: set[str]) -> Iterator[int]:
    """Where initials stand first in `text` that nothing in `whole` explains; `known` came before.

    What somebody or something is called, as `names` have it, needs no explaining.
    """
    for found in _INITIALS.finditer(text):
        said = found[0]
        if said in known or said in KNOWN or said.lower() in _SHOUTED or _ROMAN.match(said):
            continue
        if len(known) >= MOST:
            return
        known.add(said)
        if f" {said.lower()} " in whole or any(said in name for name in names):
            continue
        if not _is_explained(said, whole):
            yield found.start()


def _is_explained(initials: str, whole: str) -> bool:
    if f"({initials})" in whole or f"({initials}s)" in whole or f"{initials} (" in whole:
        return True
    if f"{initials}s (" in whole or f">{initials}</abbr>" in whole:
        return True
    letters = [one for one in initials if one != "&"]
    small = r"(?:[\s,/&-]+(?:and|of|the|for|in|to|on|with|a)){0,6}[\s/&-]+"
    pattern = r"\b" + small.join(rf"{letter}[\w’']{{1,60}}" for letter in letters)
    return re.search(pattern, whole, re.I) is not None
