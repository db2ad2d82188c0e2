"""Walks over protocol buffers (https://protobuf.dev/programming-guides/encoding/), which may be damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_FIELDS = 200_000  # of one message; a graph has one for each of its nodes and weights


def fields(file: BinaryIO, start: int, end: int) -> Iterator[tuple[int, int, int]]:
    """Yield (number, start, length) of the fields between two places of a file.

    A field that is a number has no length, and starts after it.

    Raises
    ------
    ValueError : it is none, or ends too soon.
    """
    position = start
    for _ in range(_MOST_FIELDS):
        if position >= end:
            return
        file.seek(position)
        tag = _varint(file)
        number, wire_type = tag >> 3, tag & 7
        if wire_type == 0:
            _varint(file)
            position = file.tell()
            yield number, position, 0
            continue
        if wire_type == 2:
            length = _varint(file)
        elif wire_type in (1, 5):
            length = 8 if wire_type == 1 else 4
        else:
            raise ValueError(f"wire type {wire_type}")
        begin = file.tell()
        position = begin + length
        if number == 0 or position > end:
            raise ValueError("the file ends within a field")
        yield number, begin, length
    raise ValueError("it has too many fields")


def spans(file: BinaryIO, span: tuple[int, int], wanted: int) -> Iterator[tuple[int, int]]:
    """Yield begin and end of each field of one number between two places; raises as :func:`fields`."""
    for number, start, length in fields(file, *span):
        if number == wanted:
            yield start, start + length


def number_before(file: BinaryIO, end: int) -> int:
    """Return the number of a field that has no length, which :func:`fields` says to start at ``end``.

    Its tag must be a single byte, as that of the fields 1 to 15 is.
    """
    begin = max(end - 10, 0)
    file.seek(begin)
    value = 0
    for place, byte in enumerate(reversed(file.read(end - begin))):
        if place and byte < 0x80:
            break
        value = value << 7 | byte & 0x7F
    return value


def _varint(file: BinaryIO) -> int:
    value = 0
    for shift in range(0, 70, 7):
        byte = file.read(1)
        if not byte:
            raise ValueError("the file ends within a number")
        value |= (byte[0] & 0x7F) << shift
        if byte[0] < 0x80:
            return value
    raise ValueError("a number is too long")
