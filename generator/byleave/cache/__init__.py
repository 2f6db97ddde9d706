"""What builds remember of each other, in one file that can always be deleted.

The output folder itself is the store of pages: of those, digests and what the file system says of
files are kept. Of stories in which nothing is withheld, what was read and found out is kept. What a
build did not use is swept in that build, without a trace.
"""

from byleave.cache.code import code_digest
from byleave.cache.digests import LENGTH, Digest, digest
from byleave.cache.file_facts import FACTS_LENGTH, clock_of, facts_of
from byleave.cache.listings import Listing, folders_of, listing
from byleave.cache.memo import FORGETFUL, Entry, Forgetful, Memo, remembering
from byleave.cache.recollection import FoundOut, Recollection, left_in, recollection_of
from byleave.cache.values import from_bytes, in_order, to_bytes

__all__ = [
    "FACTS_LENGTH",
    "FORGETFUL",
    "LENGTH",
    "Digest",
    "Entry",
    "Forgetful",
    "FoundOut",
    "Listing",
    "Memo",
    "Recollection",
    "clock_of",
    "code_digest",
    "digest",
    "facts_of",
    "folders_of",
    "from_bytes",
    "in_order",
    "left_in",
    "listing",
    "recollection_of",
    "remembering",
    "to_bytes",
]
