"""Blocks of Markdown for generated bodies, with mentions, links and pictures in all their forms."""

import posixpath
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from tests.laws.dice import Dice
from tests.laws.kin import URL, Kin, address, anchor
from tests.laws.model import Story, Voice
from tests.laws.text import is_picture
from tests.laws.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What a body can speak of: whom it may mention, where it may link, which pictures it has."""

    story: Story
    kin: Kin
    voices: tuple[Voice, ...]
    strangers: tuple[Voice, ...]


class Blocks:
    """Writes blocks for one story; `frank` is how often, of a hundred, a text names or tells."""

    def __init__(self, dice: Dice, vocabulary: Vocabulary, scene: Scene, frank: int) -> None:
        self._dice = dice
        self._vocabulary = vocabulary
        self._scene = scene
        self._frank = frank

    def some(self, least: int, most: int) -> str:
        """A few blocks, with an empty line between two of them."""
        kinds: tuple[Callable[[], str], ...] = (
            self._paragraph,
            self._paragraph,
            self._paragraph,
            self._heading,
            self._list,
            self._quotation,
            self._note,
            self._table,
            self._odd,
        )
        if self._scene.story.media:
            kinds = (*kinds, self._picture, self._picture, self._picture, self._picture)
        blocks = [self._dice.pick(kinds)() for _ in range(self._dice.between(least, most))]
        return "\n\n".join(blocks) + "\n" if blocks else ""

    def _sentence(self) -> str:
        return self._vocabulary.sentence(self._dice.between(8, 10))

    def _paragraph(self) -> str:
        sentence = self._sentence()
        if self._scene.voices and self._dice.chance(self._frank):
            sentence = f"{sentence} {self.mention()} {self._vocabulary.words(2)}."
        elif self._scene.strangers and self._dice.chance(5):
            sentence = f"{sentence} {self._dice.pick(self._scene.strangers).name}."
        if self._dice.chance(25):
            sentence = self._link(sentence)
        if self._dice.chance(20):
            sentence = f"{sentence}\n{self._sentence()}"
        return sentence

    def mention(self) -> str:
        """A voice by id or by name, in one of the ways in which people write names."""
        voice = self._dice.pick(self._scene.voices)
        ways = (
            f"{{{voice.id}}}",
            voice.name,
            voice.name.upper(),
            voice.name.lower(),
            f"**{voice.name}**",
            f"_{voice.name}_",
            f"{voice.name}’s",
            voice.name.replace(" ", "\n"),
            voice.name.replace(" ", "\N{NO-BREAK SPACE}"),
            voice.name.replace("'", "’"),
            unicodedata.normalize("NFD", voice.name),
            f"{{{voice.id}}}",
            *_dressed_up(voice.name),
        )
        return self._dice.pick(ways)

    def _link(self, sentence: str) -> str:
        target = self._dice.pick(self._scene.kin.site.stories)
        words = self._link_words(target)
        there = self._destination(target)
        if self._dice.chance(15):
            label = self._vocabulary.stem()
            return f"{sentence} [{words}][{label}]\n\n[{label}]: {there}"
        return f"{sentence} [{words}]({there})"

    def _link_words(self, target: Story) -> str:
        words = self._vocabulary.words(2)
        tells = 35 if self._frank > 10 else 10
        if target.title and "{" not in target.title and self._dice.chance(tells):
            return self._dice.pick((target.title, f"{words} {target.title.upper()}"))
        if target.voices and self._dice.chance(tells):
            return f"{self._dice.pick(target.voices).name} {words}"
        return words

    def _destination(self, target: Story) -> str:
        """A story by its path or its address, and now and then in a rarer way."""
        here = posixpath.dirname(self._scene.story.path)
        by_path = posixpath.relpath(target.path, here)
        there = address(target)
        if there is None:
            return self._dice.pick((by_path, self._place(target, here)))
        rarer = (
            f"{there}#{self._vocabulary.stem()}",
            f"{URL}{there}",
            f"{by_path}#top",
            quote(there),
            quote(by_path),
        )
        choices = (by_path, there, by_path, there, self._dice.pick(rarer), *target.aliases)
        return self._dice.pick(choices)

    def _place(self, response: Story, here: str) -> str:
        """Where a response stands, on the page of the story that it answers."""
        told = self._scene.kin.by_path[response.responds_to or ""]
        page = self._dice.pick((address(told) or "", posixpath.relpath(told.path, here)))
        place = anchor(response)
        return self._dice.pick((f"{page}#{place}", f"{quote(page)}#{quote(place)}"))

    def _heading(self) -> str:
        marks = self._dice.pick(("##", "###"))
        words = self._vocabulary.words(2).capitalize()
        heading = f"{marks} {words if self._dice.chance(70) else 'Again and again'}"
        return f"{heading}\n\n{self._sentence()}" if self._dice.chance(60) else heading

    def _picture(self) -> str:
        key = self._dice.pick(self._scene.story.media).key
        words = self._vocabulary.words(2) if self._dice.chance(40) else ""
        image = f"![{words}]({key})"
        if not is_picture(key) and self._dice.chance(60):
            image = f"[{words or self._vocabulary.words(2)}]({key})"
        forms = (
            image,
            f"{self._sentence()} {image}",
            f"{self._sentence()}\n{image}\n{self._sentence()}",
            f"{self._sentence()}\n{image}",
            f"{image}\n{self._sentence()}",
        )
        return self._dice.pick(forms)

    def _list(self) -> str:
        mark = self._dice.pick(("-", "1."))
        return f"{mark} {self._sentence()}\n{mark} {self._sentence()}"

    def _quotation(self) -> str:
        if not self._scene.voices or self._frank <= 10:
            return f"> {self._sentence()}"
        return f"> {self._sentence()}\n>\n> — {{{self._dice.pick(self._scene.voices).id}}}"

    def _note(self) -> str:
        label = self._dice.pick(("1", "2", "note"))
        words = self._vocabulary.words(3)
        return f"{words.capitalize()}[^{label}].\n\n[^{label}]: {self._sentence()}"

    def _table(self) -> str:
        first, second = self._vocabulary.words(1), self._vocabulary.words(1)
        table = f"| {first} | {second} |\n| --- | --- |\n| {self._sentence()} | yes |"
        return f"{table}\nTable: {self._sentence()}" if self._dice.chance(60) else table

    def _odd(self) -> str:
        """What rarely stands in a story."""
        forms = (
            "---",
            f"```\n{self._sentence()}\n```",
            f"<!-- {self._sentence()} -->",
            f"{self._sentence()} \\{{literal}}",
            f"#### {self._vocabulary.words(2)}",
            f"{self._sentence()} <mark>{self._vocabulary.words(1)}</mark>",
            f"```code\n{self._sentence()}\n```",
            f"{self._vocabulary.words(1)}[^code].\n\n[^code]: {self._sentence()}",
        )
        return self._dice.pick(forms)


def _dressed_up(name: str) -> Iterator[str]:
    """A name with signs that are no part of it, and with its words joined."""
    yield f"{name}¹"
    yield f"{name}™"
    yield f"{name}'s"
    yield name.replace(" ", "_")
    yield name.replace(" ", "-")
    yield f"{name[:2]}\N{SOFT HYPHEN}{name[2:]}"
    yield f"@{name.replace(' ', '')}"
    # Within a run of a script without spaces.
    yield f"ネ{name}さん"
    # The small word for "and", which two scripts join to the next.
    and_ = {"HEBREW": "ו", "ARABIC": "و"}.get(unicodedata.name(name[0]).partition(" ")[0], "")
    yield f"{and_}{name}"
