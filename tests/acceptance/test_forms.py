"""Real pages: everybody in them can be asked, in both languages and as Easy Read."""

import pytest

from byleave.gate import register
from byleave.read import read_site
from tests.browser.sites import ACCEPTANCE
from tests.permission.agreeing import NOON, asked, page_of
from tests.permission.reading import words

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not ACCEPTANCE.is_dir(), reason="the real pages are not present"),
]


def test_everybody_in_real_stories_can_be_asked() -> None:
    """Each voice has a form, with the words that they are asked about and the name they go by."""
    tree = read_site(ACCEPTANCE).tree
    entries = register(tree, NOON)
    assert len(entries) > 20
    for entry in entries:
        found = asked(tree, entry)
        assert found is not None, (entry.story, entry.voice)
        for language in ("en-GB", "cy"):
            for easy_read in (False, True):
                page = page_of(found, language=language, easy_read=easy_read)
                assert found[0].voice.name in words(page), (entry.story, entry.voice)
