"""What a folder of Markdown is: whose it is, where its texts and files lie, where it was."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote

from msgspec import Struct

from byleave.importing.address_parts import parts_of
from byleave.importing.files import inside
from byleave.importing.folders.front import Data, UnreadableFrontError, of_toml, of_yaml
from byleave.importing.found import File
from byleave.importing.refusing import CannotImportError

Kind = Literal["hugo", "jekyll", "plain"]
MOST_FILES = 20_000
_MOST_BYTES = 2_000_000
_CONFIGS = (
    *("_config.yml", "_config.yaml", "hugo.toml", "hugo.yaml", "hugo.yml", "config.toml"),
    *("config.yaml", "config.yml", "config/_default/hugo.toml", "config/_default/config.toml"),
    *("config/_default/hugo.yaml", "config/_default/config.yaml"),
)
_LANGUAGES = "config/_default/languages.toml"
_TEXTS = (".md", ".markdown", ".mdown", ".html")
_NOT_TEXTS = frozenset(
    "node_modules vendor public _site themes layouts static assets _includes _layouts _sass "
    "archetypes resources docs_build".split()
)
_OF_FILES = ("static", "assets", "", "public", "content", "src")


class Folder(Struct, frozen=True, kw_only=True):
    """A folder of Markdown; `root` is resolved, `config` what its settings say."""

    root: Path
    kind: Kind
    config: Data

    @property
    def address(self) -> str:
        """Where the site was, as its settings say; "" where they do not."""
        said = self.config.get("url") or self.config.get("baseurl") or ""
        return said if isinstance(said, str) and "://" in said else ""

    @property
    def base(self) -> str:
        """What stands before every address of the site."""
        said = self.config.get("baseurl") or ""
        path = parts_of(said).path if isinstance(said, str) else ""
        return path.rstrip("/")

    @property
    def language(self) -> str:
        """The language of the site, as its settings say."""
        said = self.config.get("defaultcontentlanguage") or self.config.get("languagecode")
        said = said or self.config.get("lang") or self.config.get("default_lang")
        return said if isinstance(said, str) else ""

    @property
    def languages(self) -> Mapping[str, Any]:
        """Its languages, by their names in paths."""
        said = self.config.get("languages") or _read(self.root / _LANGUAGES)
        of_files = (self.root / _LANGUAGES).parent.glob("languages.?*.toml")
        said = said or {one.name.split(".")[1]: {} for one in of_files}
        if isinstance(said, list):
            return {str(one): {} for one in said}
        return said if isinstance(said, dict) else {}

    def texts(self) -> Iterator[tuple[str, str | None]]:
        """Each text by its path below the folder; None where it cannot be read."""
        start = self.root / "content" if self.kind == "hugo" else self.root
        count = 0
        for place, folders, names in os.walk(start):
            folders[:] = sorted(
                one for one in folders if not one.startswith(".") and one not in _NOT_TEXTS
            )
            for name in sorted(names):
                path = Path(place) / name
                if path.suffix.lower() not in _TEXTS or name.startswith("."):
                    continue
                count += 1
                if count > MOST_FILES:
                    raise CannotImportError(
                        f"{self.root}: there are more than {MOST_FILES:,} texts here",
                        "name a folder further down, and bring one after the other",
                    )
                yield path.relative_to(self.root).as_posix(), self._text(path)

    def _text(self, path: Path) -> str | None:
        try:
            real = path.resolve()
            if not real.is_relative_to(self.root) or real.stat().st_size > _MOST_BYTES:
                return None
            return real.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return None

    def file(self, address: str, beside: str) -> tuple[File | None, str]:
        """The file that an address in a text means, which lies in the folder `beside`."""
        parts = parts_of(address)
        if parts.hostname and parts.hostname not in (
            (self.address and parts_of(self.address).hostname) or ""
        ):
            return None, "it is on another site"
        path = unquote(parts.path)
        places = [] if path.startswith("/") else [self.root / beside / path]
        inner = path.removeprefix(self.base) if self.base else path
        places += [self.root / one / inner.lstrip("/") for one in _OF_FILES]
        for place in places:
            if found := inside(self.root, place):
                return found
        return None, "it is not in the folder"

    def data(self, name: str) -> Data:
        """A file of data that templates use, by its name without an ending."""
        for place in (f"_data/{name}.yml", f"_data/{name}.yaml", f"data/{name}.yaml"):
            said = _read(self.root / place)
            if isinstance(said, dict):
                return said
        return {}


def folder_at(place: Path) -> Folder:
    """The folder at `place`; raises CannotImportError where there is none."""
    if not place.is_dir():
        raise CannotImportError(f"{place}: there is no such folder", "name the folder of the site")
    root = place.resolve()
    name = next((one for one in _CONFIGS if (root / one).is_file()), "")
    said = _read(root / name) if name else {}
    config = (
        {str(key).casefold(): one for key, one in said.items()} if isinstance(said, dict) else {}
    )
    kind: Kind = "plain"
    if name.startswith("_config") or (root / "_posts").is_dir():
        kind = "jekyll"
    elif name and (root / "content").is_dir():
        kind = "hugo"
    return Folder(root=root, kind=kind, config=config)


def _read(path: Path) -> Any:
    try:
        text = path.read_bytes()[:_MOST_BYTES].decode("utf-8-sig", "replace")
        return of_toml(text) if path.suffix == ".toml" else of_yaml(text)
    except (OSError, UnreadableFrontError):
        return {}
