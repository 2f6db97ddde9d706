"""Files of a site folder to a SourceTree: front matter with places, passages, themes, settings.

Nothing here parses Markdown or knows what day it is.
"""

from byleave.model.addresses import story_address
from byleave.read.group.guard_file import read_guard
from byleave.read.group.settings import read_settings
from byleave.read.left_out import faulty_words, without, without_file
from byleave.read.links.elsewhere import links_in
from byleave.read.looking import Looking
from byleave.read.one_file_again import is_as_read, knows_of, read_again
from byleave.read.stories.agreed_words import words_in
from byleave.read.whole_site import ReadResult, read_site

__all__ = [
    "Looking",
    "ReadResult",
    "faulty_words",
    "is_as_read",
    "knows_of",
    "links_in",
    "read_again",
    "read_guard",
    "read_settings",
    "read_site",
    "story_address",
    "without",
    "without_file",
    "words_in",
]
