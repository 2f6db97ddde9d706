"""What templates have been compiled to: kept in mind, and Byleave's own beside them on the disk."""

import sys
from collections.abc import Hashable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

_PACKAGE = Path(__file__).parent.parent
# Where Python keeps what it compiled of the modules beside this one.
_FOLDER = Path(__file__).parent / "__pycache__"


class Compiled(BytecodeCache):
    """The code of templates by name, for as long as their text is the same.

    That of Byleave's own templates lies in `folder` as well, as Python's code of modules does: it
    is part of what is installed, and no site can bring any. A group's templates are kept in mind
    alone.
    """

    def __init__(
        self, kind: type[Environment], *constants: Hashable, folder: Path = _FOLDER
    ) -> None:
        """Nothing yet.

        The code depends on the `kind` of environment, and on `constants` where a filter stands
        behind a constant: what it makes of it is in the code. In Byleave's own templates none does.
        """
        # No buckets: each holds the environment that it was made for.
        self._codes: dict[str, tuple[str, CodeType | None]] = {}
        self._kind = kind.__name__
        self._constants = repr(constants)
        self._folder = folder
        self._files = FileSystemBytecodeCache(
            str(folder), f"%s.{sys.implementation.cache_tag}.template"
        )

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """What a template is known by; of Byleave's own it begins with "own"."""
        is_own = filename is not None and Path(filename).is_relative_to(_PACKAGE)
        constants = "" if is_own else self._constants
        told_apart = repr((name, filename, self._kind, constants)).encode()
        return ("own-" if is_own else "theirs-") + sha256(told_apart).hexdigest()[:24]

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code, if there is some."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code
        elif bucket.key.startswith("own-"):
            try:
                self._files.load_bytecode(bucket)
            except Exception:  # noqa: BLE001 - a damaged file makes the library raise anything
                bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code; what cannot be written is compiled again another time."""
        self._codes[bucket.key] = bucket.checksum, bucket.code
        if bucket.key.startswith("own-") and not sys.dont_write_bytecode:
            with suppress(OSError):
                self._folder.mkdir(exist_ok=True)
                self._files.dump_bytecode(bucket)


@lru_cache(maxsize=16)
def compiled(kind: type[Environment], language: str, zone: str) -> Compiled:
    """The code of templates for a `kind` of environment, with filters of a language and a zone."""
    return Compiled(kind, language, zone)
