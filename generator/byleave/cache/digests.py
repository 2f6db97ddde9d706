"""Digests: what stands for a value in a cache."""

from hashlib import blake2b

Digest = bytes
LENGTH = 20  # bytes: 160 bits, so that no two of any number of values ever meet


def digest(*parts: bytes | str) -> Digest:
    """One digest of `parts`; where one part ends and the next begins counts (BLAKE2, RFC 7693)."""
    made = blake2b(digest_size=LENGTH)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()
