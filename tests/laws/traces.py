"""Law 5: which names, words, file names and pictures of a site must not be found in its output."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tests.laws.group_pictures import media_file
from tests.laws.kin import Kin
from tests.laws.model import Identity, Passage, Site, Story
from tests.laws.pictures import seen
from tests.laws.readings import Name, holds_name, words_of
from tests.laws.vocabulary import HTML_WORDS, is_invented
from tests.laws.withheld import Why, Withheld
from tests.laws.written import story_file


def hidden_names(site: Site, gone: Withheld) -> set[Name]:
    """The names of withheld voices, unless a story that has nothing to do with them has them too.

    Where a withheld voice counts, no published text may have its name. Anonymous voices share
    what they are called with others, and every page has the words of HTML.
    """
    kin = Kin(site)
    said = {story.path: words_of(f"{story.path}\n{_source(story)}") for story in site.stories}
    hidden = set()
    for story in site.stories:
        elsewhere = [said[one.path] for one in site.stories if story not in kin.with_origins(one)]
        for voice in story.voices or ():
            name = words_of(voice.name)
            counts = voice.identity is not Identity.ANONYMOUS and gone.voice(story.path, voice.id)
            if (
                counts
                and voice.name not in HTML_WORDS
                and not any(holds_name(run, name) for run in elsewhere)
            ):
                hidden.add(name)
    return hidden


def hidden_words(site: Site, gone: Withheld, without: Site) -> set[str]:
    """The invented words of what is withheld and of nothing that is published.

    A site has each of them once, so one word is a trace already, where the law speaks of eight.
    """
    published = _words(without.stories) | _words_of_texts(without)
    paths = _file_names(without.stories)
    hidden = (_words(site.stories) | _words_of_texts(site)) - published - paths
    # What the group explains it says itself, whoever else said it.
    hidden |= _without_permission(site, gone) - paths - _words_of_texts(without)
    # After whom a file is called may be published elsewhere: names are looked for by themselves.
    hidden |= _file_names(site.stories) - paths - _names(site.stories)
    return {word for word in hidden if is_invented(word)}


def hidden_pictures(site: Site, without: Site) -> set[bytes]:
    """What is seen of the media files that are not published."""
    published = {seen(content) for _, content in without.files}
    return {seen(content) for _, content in site.files} - published


def _without_permission(site: Site, gone: Withheld) -> set[str]:
    """Words of passages by or about voices who gave no permission, whatever the cut says."""
    kin = Kin(site)
    refused = {(one.story, one.which) for one in gone.losses if one.why is Why.NO_PERMISSION}
    hidden: set[str] = set()
    other: set[str] = set()
    for story in site.stories:
        other.update(words_of(_source(replace(story, body=()))))
        for part in story.body:
            of_whom = set(_voices_of(kin, story, part)) if isinstance(part, Passage) else set()
            (hidden if of_whom & refused else other).update(words_of(part.text))
    return hidden - other


def _voices_of(kin: Kin, story: Story, passage: Passage) -> Iterator[tuple[str, str]]:
    for one in (*passage.by, *passage.about):
        declared = kin.declared(story, one)
        if declared is not None:
            yield declared[0].path, declared[1].id


def _words(stories: Iterable[Story]) -> set[str]:
    return {word for story in stories for word in words_of(_source(story))}


def _words_of_texts(site: Site) -> set[str]:
    return {word for _, text in site.texts for word in words_of(text)}


def _names(stories: Iterable[Story]) -> set[str]:
    names = " ".join(voice.name for story in stories for voice in story.voices or ())
    # A search has them without the signs that a name may end in.
    return {*words_of(names), *words_of(names.replace("™", " "))}


def _file_names(stories: Iterable[Story]) -> set[str]:
    """The words of paths and aliases of stories, and of the paths of their media."""
    names = []
    for story in stories:
        names += [story.path, *story.aliases]
        names += [media_file(story.path, medium.key) for medium in story.media]
    return set(words_of(" ".join(names)))


def _source(story: Story) -> str:
    """All that the file of a story says."""
    return story_file(story, lambda _: "").decode(errors="replace")
