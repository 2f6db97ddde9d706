"""What Byleave's own templates have been compiled to, kept on the disk beside them."""

import sys
from contextlib import suppress
from pathlib import Path

from jinja2 import FileSystemBytecodeCache
from jinja2.bccache import Bucket

from byleave.cache import code_digest

_PACKAGE = Path(__file__).parent.parent
# Where Python keeps what it compiled of the modules beside this one.
_FOLDER = Path(__file__).parent / "__pycache__"
_OWN = "own-"


class CompiledTemplates(FileSystemBytecodeCache):
    """The code of our own templates, kept as Python keeps that of modules.

    It is part of what is installed, and no site can bring any: a group's templates are compiled
    anew. In ours no filter stands behind a constant, so their code is the same in every language.
    """

    def __init__(self, kind: str, folder: Path = _FOLDER) -> None:
        """Keep the code of templates for a `kind` of environment in `folder`."""
        super().__init__(str(folder), f"%s.{sys.implementation.cache_tag}.template")
        self._kind, self._folder = kind, folder

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is known by; of Byleave's own it begins with "own"."""
        is_own = filename is not None and Path(filename).is_relative_to(_PACKAGE)
        known = super().get_cache_key(f"{self._kind} {name}", filename)
        return (_OWN if is_own else "") + known

    def get_source_checksum(self, source: str) -> str:
        """What tells whether the code is that of this text: it holds the templates it includes."""
        return f"{super().get_source_checksum(source)} {code_digest().hex()}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code, if there is some."""
        if bucket.key.startswith(_OWN):
            try:
                super().load_bytecode(bucket)
            except Exception:  # noqa: BLE001 - a damaged file makes the library raise anything
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code; what cannot be written is compiled again another time."""
        if bucket.key.startswith(_OWN) and not sys.dont_write_bytecode:
            with suppress(OSError):
                self._folder.mkdir(exist_ok=True)
                super().dump_bytecode(bucket)
