"""Easy Read that is not easy: long sentences, no pictures, and a version older than its original.

The lengths are those of the Easy Read Standard v1.0 (easyreadstandard.org, January 2026) and of the
Department of Health's guide (“Making written information easier to understand”, 2010).
"""

import re
from collections.abc import Iterator

from byleave.cache import Recollection
from byleave.diagnostics import Diagnostic, warning, warnings_on
from byleave.gate.findings.cautions.easy_sentences import long_sentences
from byleave.gate.rules.decision import Decision
from byleave.gate.rules.original_words import words_of
from byleave.model.source import FrontMatter, SourceStory, SourceTree
from byleave.values import replace

_PICTURE = re.compile(r"!\[|<img\b")


def easy_read(story: SourceStory, decision: Decision) -> Iterator[Diagnostic]:
    """What makes an Easy Read version hard; of words that are withheld, nothing is said."""
    if not story.front.easy_read_of:
        return
    gone = decision.gone(story.path)
    blocks = [block for number, block in enumerate(story.blocks) if number not in gone]
    lines = [block.line + line for block in blocks for line in long_sentences(block.text)]
    message = "this sentence has more than 15 words, which is long for Easy Read"
    do = "make two sentences of it, and read them to somebody who reads Easy Read"
    yield from warnings_on(story.path, "easy-read-long", message, do, lines)
    if blocks and not any(_PICTURE.search(block.text) for block in blocks):
        message = "this Easy Read version has no picture"
        do = (
            "put a picture before each idea, on a line of its own, as in ![](kettle.png), and "
            "declare it under `media:`"
        )
        at = story.positions.at("easy_read_of")
        yield warning(story.path, "easy-read-pictures", message, do, at)


def versions_behind(
    tree: SourceTree, decision: Decision, known: Recollection
) -> Iterator[Diagnostic]:
    """The versions whose original was changed after them; what is `known` is not found out again.

    That is known by its words, where somebody said of the version that it is up to date with them.
    Else it is known by the days that editors wrote: a comma that was mended makes no version old.
    """
    versions = [story for story in tree.stories if story.version_of]
    by_path = {story.path: story for story in tree.stories} if versions else {}
    pairs = [(one, by_path[of]) for one in versions if (of := one.version_of or "") in by_path]
    compared = {original.path: original for one, original in pairs if one.front.of_words}
    words = dict(zip(compared, known.each(words_of, tuple(compared.values())), strict=True))
    for story, original in pairs:
        key = _behind(story.front, original.front, words.get(original.path, ""))
        if key:
            message = "the original was changed after this version of it"
            do = f"bring the version up to date, then: byleave up-to-date {story.path}"
            found = warning(story.path, "version-behind", message, do, story.positions.at(key))
            yield replace(found, private=story.path in decision.stories)


def _behind(version: FrontMatter, original: FrontMatter, words: str) -> str | None:
    """The key by which a version is older than its original; None if it is not.

    `words` stand for those of the original, where they are asked for.
    """
    if version.of_words:
        return None if version.of_words == words else "of_words"
    changed, last = original.updated, version.updated or version.date
    if changed is None or last is None or changed <= last:
        return None
    return "updated" if version.updated else "date"
