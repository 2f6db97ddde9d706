"""What is told of one text, by whoever wrote it."""

from byleave.diagnostics import Diagnostic
from byleave.model.words_about_people import WordList
from byleave.read.group.words_file import word_list
from byleave.wording.findings import Manner, of_text
from byleave.wording.people import sought_words
from byleave.wording.quick_look import quick_look
from byleave.wording.written import Piece, Whose


def told(
    text: str, *, language: str = "en", engine: str = "commonmark", whose: Whose = "group"
) -> list[Diagnostic]:
    """The advice on a text that is read by `engine`, and is by whoever `whose` says."""
    words = sought_words(own_list() if language == "en" else WordList())
    has_author = whose == "author"
    manner = Manner(
        language=language, engine=engine, words=words, has_author=has_author, has_voices=True
    )
    look = quick_look(text, words, engine, has_author=has_author)
    return list(of_text("stories/a.md", [Piece(text=text, line=1, whose=whose)], look, manner))


def codes(text: str, *, language: str = "en", engine: str = "commonmark") -> list[str]:
    """The codes of the advice on a text of the group's own."""
    return [one.code for one in told(text, language=language, engine=engine)]


def own_list() -> WordList:
    """Byleave's own list."""
    from pathlib import Path

    return word_list(Path("nowhere"))[0]
