"""VP8, as WebP packs pictures with a loss: where its partitions end. Source: RFC 6386."""

_TAG = 10  # bytes of a key frame before its first partition


def ends(packed: bytes) -> tuple[int, ...]:
    """Where each partition ends in `packed`; raises ValueError where it is not as it says."""
    if len(packed) < _TAG or packed[0] & 1:
        raise ValueError
    first = _TAG + (int.from_bytes(packed[:3], "little") >> 5)
    number = _count_partitions(_Bits(packed[_TAG:first]))
    found = [first]
    at = first + 3 * (number - 1)
    for part in range(number - 1):
        at += int.from_bytes(packed[first + 3 * part : first + 3 * part + 3], "little")
        found.append(at)
    if at > len(packed):
        raise ValueError
    return (*found, len(packed))


class _Bits:
    """The decoder of section 7.3, as far as a header needs it: each bit is as likely as not."""

    def __init__(self, packed: bytes) -> None:
        self.packed = packed + b"\0\0"
        self.at, self.value, self.range, self.count = 2, int.from_bytes(packed[:2], "big"), 255, 0

    def flag(self) -> bool:
        split = 1 + ((self.range - 1) >> 1)
        found = self.value >= split << 8
        if found:
            self.range -= split
            self.value -= split << 8
        else:
            self.range = split
        while self.range < 128:
            self.value, self.range, self.count = self.value << 1, self.range << 1, self.count + 1
            if self.count == 8:
                self.count = 0
                self.value |= self.packed[self.at] if self.at < len(self.packed) else 0
                self.at += 1
        return found

    def number(self, length: int) -> int:
        found = 0
        for _ in range(length):
            found = found << 1 | self.flag()
        return found

    def each(self, times: int, length: int) -> None:
        """Pass by values that are there only where a flag says so."""
        for _ in range(times):
            if self.flag():
                self.number(length)


def _count_partitions(bits: _Bits) -> int:
    """How many partitions of coefficients the header of a frame announces (section 9.2 to 9.5)."""
    bits.number(2)  # colours, clamping
    if bits.flag():  # segments
        has_map, has_values = bits.flag(), bits.flag()
        if has_values:
            bits.flag()
            bits.each(4, 8)
            bits.each(4, 7)
        if has_map:
            bits.each(3, 8)
    bits.number(10)  # the filter, its level, its sharpness
    if bits.flag() and bits.flag():  # differences of the filter
        bits.each(8, 7)
    return 1 << bits.number(2)
