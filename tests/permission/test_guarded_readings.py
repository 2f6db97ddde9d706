"""Guarded names are read as the gate reads names, and kept by the rule that reads them so."""

from pathlib import Path

import pytest

from byleave.diagnostics import SiteError
from byleave.model.guard import GUARD_FILE
from tests.permission.guarding import built, found_in, site_with
from tests.read.folders import story, voice

READ = {
    "a raised number": ("Tamsin Oakley", "<p>Tamsin Oakley¹</p>", "<p>Tamsin Oak</p>"),
    "no width": ("Tamsin Oakley", "<p>Tamsin\u200bOakley</p>", "<p>TamsinOakleyx</p>"),
    "a dropped picture": (
        "Tamsin Oakley",
        "<p>Tam<img src='/x.png'>sin Oakley</p>",
        "<p>Tamsin</p>",
    ),
    "a class": ("Tamsin Oakley", "<p class='x tamsinoakley'>x</p>", "<p class='tamsin'>x</p>"),
    "a number behind": ("Tamsin Oakley", "<p>@tamsinoakley85</p>", "<p>@tamsinoakleys85x</p>"),
    "Arabic with small words": ("محمد", "<p>ثم جاء ومحمد معه</p>", "<p>محمدي</p>"),
    "the Arabic article": ("الحسن", "<p>قال للحسن</p>", "<p>حسناء</p>"),
    "Hebrew with small words": ("שרה", "<p>ולשרה</p>", "<p>עשרה</p>"),
    "Turkish capitals": ("Yıldız", "<p>YILDIZ</p>", "<p>yıldızlar</p>"),
    "Greek capitals": ("Γιώργος", "<p>ΓΙΩΡΓΟΣ</p>", "<p>Γιώργης</p>"),
    "Armenian capitals": ("Սևակ", "<p>ՍԵՎԱԿ</p>", "<p>Սակ</p>"),
    "a Hindi vowel": ("सीता", "<p>सीता आई</p>", "<p>सात लोग</p>"),
    "a Greek word": ("Kai", "<p>Kai</p>", "<p>η Άννα και ο Γιώργος</p>"),
    "accents of another word": ("Rose", "<p>Rose</p>", "<p>a glass of rosé</p>"),
    "accents beside a word without": ("Rose", "<p>rosé for Rose</p>", "<p>Rosé-rosé</p>"),
    "a hyphen to a word with accents": ("Rose", "<p>Rose-Éva</p>", "<p>Rosé-Éva</p>"),
    "accents that were left out": ("José", "<p>Jose</p>", "<p>Joseph</p>"),
    "accents in several words": ("Andre Lowe", "<p>André Löwe</p>", "<p>André</p>"),
    "accents in an address": ("Rose", "<p>x</p><a href='/rosé/'>x</a>", "<p>rosé</p>"),
    "a language": ("Cy", "<p>Cy</p>", "<p lang='cy'>x</p>"),
}


@pytest.mark.parametrize(("name", "page", "other"), READ.values(), ids=READ)
def test_a_guarded_name_is_read_as_the_gate_reads_names(name: str, page: str, other: str) -> None:
    """There is one way to read a name."""
    assert found_in("a.html", page, name)
    assert not found_in("a.html", other, name)


def test_names_of_an_older_rule_are_told(tmp_path: Path) -> None:
    """They might be missed, so nothing is built until they are added again."""
    pond = story("The pond is deep.\n", voice("ann", "Ann"), title="The pond")
    site = site_with(tmp_path, {"stories/pond.md": pond}, "Tamsin Oakley")
    place = site / GUARD_FILE
    place.write_text(place.read_text("utf-8").replace("guard 3", "guard 2", 1), "utf-8")
    with pytest.raises(SiteError) as stopped:
        built(site)
    assert "older rule" in stopped.value.findings[0].message
