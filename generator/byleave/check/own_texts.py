"""The words of a story, and those of the group's own pages, themes, settings and look."""

from collections.abc import Iterable, Iterator

from byleave.model.marks import in_words
from byleave.model.published import FixedPage, PublishedSet, Story, Theme
from byleave.text_in_files import Text, texts_of
from byleave.text_in_files.texts import texts_of_code, texts_of_markdown
from byleave.text_in_files.values import strings_in

_SETTINGS = "site_src/site.yaml"
_GLOSSARY = "site_src/glossary.yaml"
_LOOK = "site_src/look/"


def own_texts(story: Story) -> Iterator[Text]:
    """Every text of `story` itself that readers may meet, names in the place of their marks."""
    for address in (story.address, *story.aliases):
        yield Text(kind="name", text=address, address=True)
    voices = [(voice.name, voice.role, voice.place, voice.part) for voice in story.voices]
    said = [
        (media.alt, media.caption, media.transcript, media.captions)
        for media in story.media.values()
    ]
    beside = (story.what_happened, story.notice, story.rights, story.checked_with)
    lines = (story.title, story.summary, *beside, *story.allow.values())
    for words in (*lines, *strings_in((voices, said, story.event))):
        yield from texts_of(in_words(words, story.names))
    yield from texts_of_markdown(
        in_words("".join(block.text for block in story.blocks), story.names)
    )


def texts_of_group(published: PublishedSet) -> Iterator[tuple[str, Iterable[Text]]]:
    """The path and the texts of each file of the group's own that is no story."""
    yield _SETTINGS, (text for words in strings_in(published.settings) for text in texts_of(words))
    own: tuple[FixedPage | Theme, ...] = (*published.pages, *published.themes)
    for one in own:
        yield one.path, _texts_of_page(one)
    words = strings_in(published.glossary)
    yield _GLOSSARY, (text for one in words for text in texts_of(one))
    for file in published.look:
        make = texts_of_code if file.path.endswith((".css", ".js")) else texts_of
        yield f"{_LOOK}{file.path}", make(file.text)


def _texts_of_page(page: FixedPage | Theme) -> Iterator[Text]:
    yield from texts_of(page.title)
    for media in page.media.values():
        yield from texts_of(f"{media.alt}\n{media.caption}")
    if isinstance(page, FixedPage):
        yield Text(kind="name", text=page.address, address=True)
        yield from texts_of(page.summary)
    else:
        yield Text(kind="name", text=page.slug, address=True)
        yield from (text for words in page.also_known_as for text in texts_of(words))
    yield from texts_of_markdown(page.body)
