"""What stands above a feed that somebody opens in a browser, where no script can say it."""

import re

from byleave.model.published import LookFile
from byleave.relate import relate
from tests.relate.making import published, rendered

CATALOGUE = """msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid ""
"This is a feed: a list of what is new here, for programs that are called feed readers. "
"Copy its address into yours."
msgstr "A \\"feed\\" \\\\ }\\nand more"
"""


def styles_of_feeds(*look: LookFile, languages: tuple[str, ...] = ()) -> str:
    """The stylesheet to which feeds lead."""
    plan = relate(published(look=look, languages=languages))
    files = {one.path: one.content for one in rendered(plan, "").files}
    feed = files["feed.xml"]
    assert isinstance(feed, bytes)
    _, own = re.findall(r'<\?xml-stylesheet type="text/css" href="/([^"]+)"\?>', feed.decode())
    found = files[own]
    assert isinstance(found, bytes)
    return found.decode()


def test_it_is_said_in_each_language_of_the_site() -> None:
    """Once for the site's own, and for each further one in which we have words."""
    said = styles_of_feeds(languages=("en-GB", "cy", "ar"))
    assert re.findall(r"^(feed\S*)::before \{ content: \"(\w+ \w+)", said, re.M) == [
        ("feed", "This is"),
        ("feed:lang(cy)", "Ffrwd yw"),
    ]


def test_a_catalogue_cannot_end_the_sentence() -> None:
    """What a translator writes is a string of CSS, whatever signs are in it."""
    own = LookFile(path="locale/en.po", text=CATALOGUE)
    assert styles_of_feeds(own).endswith(
        'feed::before { content: "A \\22 feed\\22  \\5c  }\\a and more"; }\n'
    )


def test_a_group_can_have_styles_of_its_own() -> None:
    """A file of the same name takes the place of ours; the sentence stays."""
    said = styles_of_feeds(LookFile(path="feed.css", text="feed {}\n"))
    assert said.startswith("feed {}\nfeed::before { content:")
