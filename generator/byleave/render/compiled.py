"""What templates have been compiled to, kept in mind for who makes many sites: a preview, tests."""

from collections.abc import Hashable
from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The code of templates by name, for as long as their text is the same."""

    def __init__(self) -> None:
        """Nothing yet."""
        self._codes: dict[str, tuple[str, CodeType | None]] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code, if there is some."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        bucket.code = code if checksum == bucket.checksum else None

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        self._codes[bucket.key] = bucket.checksum, bucket.code


@lru_cache(maxsize=16)
def compiled(*_environment: Hashable) -> Compiled:
    """The code of templates of one environment, told apart by all that the code depends on.

    What a filter makes of words that stand in a template is in the code: so the language and the
    time zone that filters know belong to it, and whether it is a sandbox.
    """
    return Compiled()
