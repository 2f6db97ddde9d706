"""What the files of the search say, and who may be named in it.

They are no text: words stand apart in them, beside numbers of stories and beginnings of words, in
which the letters of a short name come together by chance.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from byleave.model.machine_files import (
    SearchCardsView,
    SearchDataView,
    SearchMapView,
    SearchScriptView,
    SearchWordsView,
)
from byleave.model.site import View
from byleave.text_in_files import Text, texts_of
from byleave.text_in_files.guarded_names import Words

# Texts, and the names that may be in them.
_Said = tuple[Iterable[Text], Collection[Words]]


class SearchTexts:
    """Reads the files of the search as `names` allow: what voices are called, by address."""

    def __init__(self, views: Iterable[View], names: Mapping[str, Collection[Words]]) -> None:
        """Learn from those of `views` that are of the search which number is which story's."""
        self._allowed: dict[str, Collection[Words]] = {
            card.number: names.get(card.address, ())
            for view in views
            if isinstance(view, SearchCardsView)
            for card in view.cards
        }
        self._length = max(map(len, self._allowed), default=1)

    def texts(self, view: SearchScriptView | SearchDataView) -> Iterator[_Said]:
        """All that one of the files says; the script is the same on each site and names nobody."""
        match view:
            case SearchWordsView():
                return self._of_words(view)
            case SearchCardsView():
                return self._of_cards(view)
            case SearchMapView():
                return self._of_map(view)
            case SearchScriptView():
                return iter(())
        raise TypeError(view)

    def _of_words(self, view: SearchWordsView) -> Iterator[_Said]:
        """Each word, once for each story that it leads to: there it must be of a public name."""
        for word, told in view.words:
            for number in self._numbers(told):
                yield texts_of(word), self._parts.get(number, frozenset())

    @cached_property
    def _parts(self) -> Mapping[str, frozenset[Words]]:
        """What may stand apart in the files of words, by the number of a story."""
        return {number: _parts(names) for number, names in self._allowed.items()}

    def _numbers(self, told: str) -> Iterator[str]:
        numbers = told.replace(" ", "")
        for start in range(0, len(numbers), self._length):
            yield numbers[start : start + self._length]

    def _of_cards(self, view: SearchCardsView) -> Iterator[_Said]:
        for card in view.cards:
            address = Text(kind="name", text=card.address, address=True)
            said = (*texts_of(card.title), *texts_of(card.summary), address)
            yield said, self._allowed[card.number]

    def _of_map(self, view: SearchMapView) -> Iterator[_Said]:
        """What can be chosen: themes and places."""
        everybody = {name for names in self._allowed.values() for name in names}
        for _, options in view.groups:
            for option in options:
                yield (text for words in option for text in texts_of(words)), everybody


def _parts(names: Iterable[Words]) -> frozenset[Words]:
    """The names, and every run of words in them, as which they may stand apart."""
    return frozenset(
        name[first:last]
        for name in names
        for first in range(len(name))
        for last in range(first + 1, len(name) + 1)
    )
