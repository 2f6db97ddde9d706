"""The files of one story: which of its pictures came, under which names, and which did not."""

from byleave.beginning.stories import NewPicture
from byleave.importing.found import Found, Picture, Source
from byleave.importing.pictures import CannotBeShownError, as_new
from byleave.importing.report import Missing
from byleave.model.media_kinds import media_kind

_MOST_FILES = 500  # of one story


class Shelf:
    """What lies beside one story; it is filled while the text is gone through."""

    def __init__(self, found: Found, source: Source) -> None:
        """Begin with nothing on it."""
        self._found = found
        self._source = source
        self._pictures: dict[str, NewPicture] = {}
        self._names: dict[str, str] = {}
        self._missing: dict[str, str] = {}

    @property
    def pictures(self) -> tuple[NewPicture, ...]:
        """What lies beside the story."""
        return tuple(self._pictures.values())

    @property
    def notes(self) -> tuple[str, ...]:
        """What an editor has to say of it."""
        count = sum(media_kind(name) == "image" for name in self._pictures)
        if not count:
            return ()
        those = "its picture shows" if count == 1 else f"its {count} pictures show"
        return (f"nobody has said yet what and whom {those}: they are left out until then",)

    def missing(self, path: str) -> tuple[Missing, ...]:
        """What did not come, of the story that is at `path`."""
        return tuple(
            Missing(path=path, address=address, why=why) for address, why in self._missing.items()
        )

    def picture(self, said: Picture) -> str:
        """The name of a picture or recording beside the story; "" where it did not come."""
        address = said.address
        if address in self._names:
            return self._names[address]
        self._names[address] = name = self._put(said)
        return name

    def document(self, address: str) -> str:
        """The name of a file to which the text links; "" where it is none that can be had."""
        if media_kind(address.partition("?")[0].rpartition("/")[2]) is None:
            return ""
        return self.picture(Picture(address=address))

    def _put(self, said: Picture) -> str:
        if len(self._pictures) >= _MOST_FILES:
            self._missing[said.address] = "the story has too many files"
            return ""
        file, why = self._source.files(said.address, self._found.beside)
        if file is None:
            self._missing[said.address] = why
            return ""
        known = self._source.described.get(said.address)
        if known:
            said = Picture(
                address=said.address,
                alt=said.alt or known.alt,
                caption=said.caption or known.caption,
            )
        try:
            new = as_new(file, said)
        except CannotBeShownError as fault:
            self._missing[said.address] = str(fault)
            return ""
        self._pictures.setdefault(new.name, new)
        return new.name
