"""Values to bytes and back, for what is remembered: MessagePack, and no pickle.

A pickle can do anything to whoever opens it; these bytes can only be a value of the type that is
asked for. See https://msgpack.org and https://jcristharif.com/msgspec/.
"""

from functools import cache
from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")

_ENCODER = msgspec.msgpack.Encoder()


def to_bytes(value: object) -> bytes:
    """The bytes of a value made of dataclasses, tuples, mappings, dates, text and numbers."""
    return _ENCODER.encode(value)


def from_bytes(data: bytes, kind: type[Value]) -> Value:
    """The value of the type `kind` of which `data` are the bytes; ValueError for any others."""
    decoder: Any = _decoder  # a class can be hashed, whatever it is a class of
    value: Value = decoder(kind).decode(data)
    return value


@cache
def _decoder(kind: Any) -> "msgspec.msgpack.Decoder[Any]":
    return msgspec.msgpack.Decoder(kind)
