"""Mutations of bytes, JSON values and NumPy archives."""

from __future__ import annotations

import io
import json
import struct
import warnings
import zipfile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import random

SIZES = (
    *(0, 1, 2, 3, 7, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 1 << 20, 1 << 24, (1 << 31) - 1),
    *(1 << 31, (1 << 32) - 1, 1 << 32, 1 << 40, (1 << 63) - 1, (1 << 64) - 1),
)


def mutate_bytes(rng: random.Random, content: bytes, most: int = 6) -> bytes:
    """Return content with a few changes: bits, bytes, numbers, parts cut, moved, repeated or zeroed."""
    changed = bytearray(content)
    for _ in range(rng.randint(1, most)):
        if changed:
            at = rng.randrange(len(changed))
            length = min(rng.choice((1, 2, 4, 8, 16, 64, 512, 4096)), len(changed) - at)
            rng.choice((_set_byte, _set_number, _set_number, _change_part))(rng, changed, at, length)
    return bytes(changed)


def _set_byte(rng: random.Random, changed: bytearray, at: int, _: int) -> None:
    changed[at] = rng.choice((0, 1, 127, 128, 255, rng.randrange(256), changed[at] ^ 1 << rng.randrange(8)))


def _set_number(rng: random.Random, changed: bytearray, at: int, _: int) -> None:
    width = rng.choice("BHIQ")
    number = rng.choice(SIZES) & ((1 << 8 * struct.calcsize(width)) - 1)
    packed = struct.pack(rng.choice("<>") + width, number)
    changed[at : at + len(packed)] = packed


def _change_part(rng: random.Random, changed: bytearray, at: int, length: int) -> None:
    other = rng.randrange(len(changed))
    end = len(changed) if rng.random() < 0.1 else at + length
    parts = (b"", b"", bytes(length), rng.randbytes(length), changed[other : other + length])
    changed[at : at if rng.random() < 0.3 else end] = rng.choice(parts)


class Raw(str):
    """JSON text that stands for itself."""

    __slots__ = ()


def hostile_value(rng: random.Random) -> Any:
    """Return a JSON value that few programs expect."""
    depth = rng.choice((10, 500, 5000, 100_000))
    return rng.choice(
        (
            *(None, True, False, 0, -1, 1, 0.5, -0.0, 10**30, 10**400, 1e308, "", " ", "\0", "x" * 5000),
            *(
                "../../etc/passwd",
                "/dev/zero",
                "\ud800",
                "a\nb",
                "é" * 40,
                "1",
                [],
                {},
                [[]],
                [None],
                ["a", 1],
            ),
            *({"a": {}}, {"": 1}, float("nan"), float("inf"), -1e9, 1 << 31, 1 << 63, [1.0, 2.0], [0] * 1000),
            Raw("[" * depth + "]" * depth),
            Raw('{"a":' * depth + "1" + "}" * depth),
            Raw("1" * 5000),
        )
    )


def mutate_json(rng: random.Random, value: Any) -> Any:
    """Return a JSON value with one of its parts changed."""
    if isinstance(value, dict) and value and rng.random() < 0.85:
        key = rng.choice(sorted(value))
        changed = dict(value)
        kind = rng.randrange(8)
        if kind == 0:
            del changed[key]
        elif kind == 1:
            changed[rng.choice((key + "x", "", "a" * 3000, "__class__", "\ud800"))] = changed.pop(key)
        elif kind == 2:
            changed[str(rng.choice(("new", "kind", "format", "size")))] = hostile_value(rng)
        else:
            changed[key] = mutate_json(rng, value[key])
        return changed
    if isinstance(value, list) and value and rng.random() < 0.7:
        changed = list(value)
        at = rng.randrange(len(value))
        kind = rng.randrange(4)
        if kind == 0:
            del changed[at]
        elif kind == 1:
            changed *= rng.choice((2, 100))
        else:
            changed[at] = mutate_json(rng, value[at])
        return changed
    if isinstance(value, int | float) and abs(value) < 1e15 and rng.random() < 0.6:
        return rng.choice((value + 1, -value, value * 1000, 0, value + 0.5, str(value), *SIZES))
    if isinstance(value, str) and value and rng.random() < 0.5:
        return mutate_bytes(rng, value.encode("utf-8", "replace"), 2).decode("utf-8", "replace")
    return hostile_value(rng)


def to_json(value: Any) -> str:
    """Write JSON with :class:`Raw` texts as they are."""
    raw: list[str] = []

    def marked(part: Any) -> Any:
        if isinstance(part, Raw):
            raw.append(part)
            return f"\u0001{len(raw) - 1}\u0001"
        if isinstance(part, dict):
            return {key: marked(item) for key, item in part.items()}
        if isinstance(part, list):
            return [marked(item) for item in part]
        return part

    text = json.dumps(marked(value))
    for number, part in enumerate(raw):
        text = text.replace(f'"\\u0001{number}\\u0001"', part)
    return text


def npy(dtype: str, shape: object, data: bytes, *, order: object = False, version: int = 1) -> bytes:
    """Write an array in NumPy's format, its header as it is told to be."""
    header = f"{{'descr': {dtype}, 'fortran_order': {order}, 'shape': {shape}, }}".encode("latin1", "replace")
    length = struct.pack("<H" if version == 1 else "<I", len(header) + 1)
    return b"\x93NUMPY" + bytes((version, 0)) + length + header + b"\n" + data


def mutate_npy(rng: random.Random, content: bytes) -> bytes:
    """Change an array in NumPy's format, mostly by its header."""
    kind = rng.randrange(6)
    if kind == 0:
        return mutate_bytes(rng, content, 3)
    end = content.find(b"\n") + 1
    data = content[end:] if rng.random() < 0.8 else content[end : end + rng.randrange(64)]
    if kind == 1:  # what swells
        data = bytes(rng.choice((0, 1000, 50_000_000)))
    sizes = (*SIZES, *range(9), 1723, 6890, -1, -(1 << 40))
    shape = tuple(rng.choice(sizes) for _ in range(rng.choice((0, 1, 1, 2, 2, 3, 40))))
    dtype = rng.choice(
        (
            *("'<f4'", "'<f8'", "'<i2'", "'|O'", "'<U10'", "'<U99999999'", "'|V8'", "'<M8[s]'", "'|b1'"),
            *("[('a', '<f4')]", "[('a', '|O')]", "'<c16'", "'|S0'", "'x'", "None", "(((((('<f4'", "'<f2'"),
        )
    )
    if kind == 2:
        return npy(rng.choice(("'<f4'", "'<i2'")), rng.choice(("1", "(1,", "None", "('a',)", "[2]")), data)
    text = str(rng.choice((shape, shape, Raw("(" * 3000), Raw("1" * 9000))))
    order = rng.choice((False, True, "None", "'C'"))
    return npy(dtype, text, data, order=order, version=rng.choice((1, 1, 2, 3)))


def mutate_npz(rng: random.Random, content: bytes) -> bytes:
    """Change an .npz file: its bytes, or its members' names, headers, number and packing."""
    if rng.random() < 0.3:
        return mutate_bytes(rng, content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = [(name, archive.read(name)) for name in archive.namelist()]
    at = rng.randrange(len(members))
    name, array = members[at]
    kind = rng.randrange(8)
    if kind == 0:
        del members[at]
    elif kind == 1:
        members[at] = rng.choice(("", "/etc/x.npy", "../x.npy", "\0.npy", name + ".npy", "a" * 300)), array
    elif kind == 2:
        members.append((name, rng.choice(members)[1]))
    elif kind == 3:
        members[at] = name, rng.choice(members)[1]
    else:
        members[at] = name, mutate_npy(rng, array)
    memory = io.BytesIO()
    packing = rng.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2))
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(memory, "w", packing) as archive:
        for member, data in members:  # names may come twice
            archive.writestr(zipfile.ZipInfo(member), data, packing)
    result = memory.getvalue()
    return mutate_bytes(rng, result, 2) if rng.random() < 0.15 else result
