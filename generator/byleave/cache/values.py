"""Values to bytes and back, for what is remembered: MessagePack, and no pickle.

A pickle can do anything to whoever opens it; these bytes can only be a value of the type that is
asked for. See https://msgpack.org and https://jcristharif.com/msgspec/.
"""

from functools import cache
from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")

_ENCODER = msgspec.msgpack.Encoder()
_IN_ORDER = msgspec.msgpack.Encoder(order="deterministic")


def to_bytes(value: object) -> bytes:
    """The bytes of a value made of dataclasses, tuples, mappings, dates, text and numbers."""
    return _ENCODER.encode(value)


def in_order(value: object) -> bytes:
    """The same of a value with sets in it, whose order is another in each process."""
    return _IN_ORDER.encode(value)


def from_bytes(data: bytes, kind: type[Value]) -> Value:
    """The value of the type `kind` of which `data` are the bytes; ValueError for any others."""
    decoder: Any = _decoder  # a class can be hashed, whatever it is a class of
    try:
        value: Value = decoder(kind).decode(data)
    except msgspec.MsgspecError as fault:  # a ValueError itself in newer versions
        raise ValueError(f"no {kind}") from fault
    return value


@cache
def _decoder(kind: Any) -> "msgspec.msgpack.Decoder[Any]":
    return msgspec.msgpack.Decoder(kind)
