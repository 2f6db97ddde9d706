"""The parts of addresses that strangers wrote: what is no address has none."""

from urllib.parse import SplitResult, urljoin, urlsplit


def parts_of(address: str) -> SplitResult:
    """The parts of `address`; all of them are empty where it is none."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def joined(base: str, address: str) -> str:
    """`address` as it is meant at `base`; "" where either is none."""
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
