"""Languages by their tags (BCP 47): en for English, en-GB for English as one country has it."""


def base_language(tag: str) -> str:
    """The language of `tag` whichever country has it, such as en for en-GB."""
    return tag.partition("-")[0]


def is_in(language: str, wanted: str) -> bool:
    """Whether what is in `language` is for readers of `wanted`: cy-GB is Welsh, en-US no en-GB."""
    return language == wanted or base_language(language) == wanted
