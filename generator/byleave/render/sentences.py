"""The group's own words within a sentence of ours."""

from byleave.model.languages import base_language

# With what English begins, where it does not begin with a name.
_SMALL = ("The ", "Our ", "My ")


def in_sentence(words: str, language: str) -> str:
    """`words` as they stand within a sentence: “Tell the story table”, and not “Tell The”."""
    begins = base_language(language) == "en" and words.startswith(_SMALL)
    return words[0].lower() + words[1:] if begins else words
