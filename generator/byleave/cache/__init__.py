"""What builds remember of each other: digests alone, in one file that can always be deleted.

Nothing that was read from a story is kept, only hashes of it and what the file system says of
files: the output folder itself is the store. So there is nothing in a cache that a withdrawal
would have to take out; what a build did not use is swept all the same.
"""

from byleave.cache.code import code_digest
from byleave.cache.digests import Digest, digest
from byleave.cache.facts import clock_of, facts_of, folder_facts
from byleave.cache.memo import FORGETFUL, Forgetful, Memo, remembering

__all__ = [
    "FORGETFUL",
    "Digest",
    "Forgetful",
    "Memo",
    "clock_of",
    "code_digest",
    "digest",
    "facts_of",
    "folder_facts",
    "remembering",
]
