"""Pickles and object arrays: damaged ones, streams of random steps, and small ones that ask for much."""

from __future__ import annotations

import io
import pickle
import struct
import zipfile
from typing import TYPE_CHECKING

import numpy as np
import scipy.sparse

from models.smpl.body_model import read_body_model
from models.smpl.safe_pickle import load_npy, load_npz, load_pickle
from tests.fakes.published_files import (
    chumpy_array,
    object_array,
    pretended_module,
    python2_pickle,
    write_mano,
    write_object_npz,
)
from tests.fuzz.mutation import SIZES, mutate_bytes, mutate_npy, mutate_npz
from tests.fuzz.target import Target

if TYPE_CHECKING:
    import random
    from pathlib import Path

NAMES = (
    *(b"numpy\nndarray", b"numpy\ndtype", b"numpy.core.multiarray\n_reconstruct", b"builtins\nset"),
    *(b"numpy.core.multiarray\nscalar", b"numpy.core.numeric\n_frombuffer", b"copy_reg\n_reconstructor"),
    *(b"_codecs\nencode", b"__builtin__\nbytearray", b"collections\nOrderedDict", b"chumpy.ch\nCh"),
    *(b"scipy.sparse.csc\ncsc_matrix", b"chumpy.reordering\nSelect", b"chumpy.reordering\nReshape"),
    *(b"scipy.sparse.coo\ncoo_matrix", b"builtins\nfrozenset", b"os\nsystem", b"builtins\nobject"),
)
OPCODES = tuple(bytes((code,)) for code in b"(.012FIJKLMNRSTUVXabcdghijlopqrstu})]e\x80\x81\x82\x85\x86\x87")
MORE_OPCODES = tuple(bytes((code,)) for code in range(0x88, 0x99))


class Pickles(Target):
    """Reads pickles, ``.npy`` and ``.npz`` files of others."""

    def make_seeds(self) -> None:
        content = {
            "v": np.arange(12.0).reshape(4, 3),
            "names": np.array(["a", "b"]),
            "regressor": scipy.sparse.csc_matrix(np.eye(3, 5)),
            "rows": scipy.sparse.coo_matrix(np.eye(2)),
            "parts": object_array([np.zeros(2), np.ones((2, 2))]),
            "n": (1, 2.5, None, True, {"nested": [1, 2], 3: b"x"}, np.float32(2), {1, 2}),
        }
        for protocol in range(6):
            (self.seeds / f"plain{protocol}.pkl").write_bytes(pickle.dumps(content, protocol))
        with (
            pretended_module("chumpy.ch", "Ch") as ch,
            pretended_module("chumpy.reordering", "Select", "transpose", "Reshape") as reordering,
        ):
            held = chumpy_array(ch, np.arange(12.0).reshape(4, 3))
            chosen, turned, flat = reordering.Select(), reordering.transpose(), reordering.Reshape()
            chosen.__dict__ = {"a": held, "idxs": np.arange(6), "preferred_shape": (2, 3)}
            turned.__dict__ = {"a": chosen, "axes": (1, 0)}
            flat.__dict__ = {"a": turned, "newshape": (6,)}
            old = content | {"ch": held, "chosen": chosen, "turned": turned, "flat": flat}
            (self.seeds / "old.pkl").write_bytes(python2_pickle(old))
        write_mano(self.seeds / "hand.pkl")
        np.savez(self.seeds / "arrays.npz", a=np.arange(6.0), b=np.zeros((3, 2), np.int16))
        np.save(self.seeds / "array.npy", np.arange(10.0).reshape(5, 2))
        write_object_npz(self.seeds / "objects.npz", {"parts": content["parts"], "rows": content["rows"]})

    def make_case(self, rng: random.Random, folder: Path) -> Path:
        kind = rng.randrange(10)
        if kind < 5:
            path = folder / "x.pkl"
            path.write_bytes(rng.choice((_steps, *BOMBS) if kind > 2 else (_steps,))(rng))
        else:
            seed = rng.choice(sorted(self.seeds.iterdir()))
            mutate = {".npz": mutate_npz, ".npy": mutate_npy}.get(seed.suffix, mutate_bytes)
            path = folder / f"x{seed.suffix}"
            path.write_bytes(mutate(rng, seed.read_bytes()))
        return path

    def attempt(self, case: Path) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        if case.suffix == ".npy":
            load_npy(case)
        elif case.suffix == ".npz":
            load_npz(case)
        elif case.stat().st_size > 1 << 20:
            read_body_model(case, "MANO")
        else:
            load_pickle(case)


def _steps(rng: random.Random) -> bytes:
    """Return a program of random steps, some of them sensible together."""
    parts = [b"\x80" + bytes((rng.choice((2, 3, 4, 5)),))] if rng.random() < 0.7 else []
    parts += [_step(rng) for _ in range(rng.randint(1, 40))]
    return b"".join(parts) + b"."


def _step(rng: random.Random) -> bytes:
    text = rng.choice((b"x", b"<f4", b"O8", b"latin1", b"a" * 255, b"\xff", b"shape"))
    steps = (
        b"c" + rng.choice(NAMES) + b"\n",
        b"c" + rng.choice(NAMES) + b"\n)R",
        b"U" + bytes((len(text),)) + text,
        b"K" + bytes((rng.randrange(256),)),
        rng.choice((b"}", b"]", b")", b"(", b"N", b"\x88", b"\x8f")),
        rng.choice((b"R", b"b", b"s", b"u", b"a", b"e", b"t", b"\x85", b"\x86", b"\x90", b"\x91")),
        rng.choice((b"q", b"h")) + bytes((rng.choice((0, 1, 2, 5)),)),
        rng.choice((*OPCODES, *MORE_OPCODES)) + rng.randbytes(rng.choice((0, 1, 4))),
        b"J" + struct.pack("<i", rng.choice((-1, -2, 1 << 30, 3))),
        b"G" + struct.pack(">d", rng.choice((0.0, 1e308, float("nan")))),
    )
    return rng.choice(steps)


def _far_memo(rng: random.Random) -> bytes:
    return (
        b"N"
        + rng.choice((b"r", b"\x94r"))
        + struct.pack("<I", rng.choice((1 << 20, 1 << 28, (1 << 32) - 1)))
        + b"."
    )


def _long_claim(rng: random.Random) -> bytes:
    opcode, width = rng.choice(
        ((b"\x96", "Q"), (b"\x8e", "Q"), (b"\x8d", "Q"), (b"B", "I"), (b"\x8b", "I"), (b"\x95", "Q"))
    )
    size = rng.choice(SIZES) & ((1 << 8 * struct.calcsize(width)) - 1)
    return b"\x80\x05" + opcode + struct.pack("<" + width, size) + b"x" * rng.choice((0, 9, 3000)) + b"."


def _doubling_key(rng: random.Random) -> bytes:
    """Return a dict or set with a key that is a tuple of itself twice, many times over."""
    doubled = b"".join(b"q\x010h\x01h\x01\x86" for _ in range(rng.choice((5, 25, 60))))
    end = rng.choice((b"K\x01s.", b"q\x01(h\x01K\x01u.", b"\x85c__builtin__\nset\nq\x02"))
    if end.endswith(b"q\x02"):
        return b"\x80\x04(K\x01" + doubled + b"\x91."
    return b"\x80\x02}K\x01" + doubled + (end if end.startswith(b"K") else b"K\x01s.")


def _colliding_keys(rng: random.Random) -> bytes:
    """Return a dict with keys that all have one hash."""
    count = rng.choice((6, 13))
    kind = rng.randrange(3)
    parts = [b"\x80\x02}("]
    for number in range(1 << count):
        if kind == 0:  # hash(-1) == hash(-2)
            digits = b"".join(b"J" + struct.pack("<i", -1 - (number >> bit & 1)) for bit in range(count))
            parts.append(b"(" + digits + b"tK\x01")
        elif kind == 1:  # hash(n) is n modulo 2**61 - 1
            parts.append(b"\x8a\x0b" + (number * ((1 << 61) - 1)).to_bytes(11, "little") + b"K\x01")
        else:
            parts.append(b"G" + struct.pack(">d", float("nan")) + b"K\x01")
    return b"".join(parts) + b"u."


def _doubling_list(rng: random.Random) -> bytes:
    """Return lists of themselves twice, many times over, where an array is expected."""
    doubled = b"".join(b"q\x010]h\x01ah\x01a" for _ in range(rng.choice((5, 28, 60))))
    inner = b"]" + doubled
    state = b"}U\x01x" + inner + b"s"
    kind = rng.randrange(4)
    if kind == 0:
        return b"\x80\x02cchumpy.ch\nCh\n)\x81" + state + b"b."
    if kind == 1:
        return (
            b"\x80\x02cscipy.sparse.csc\ncsc_matrix\n)\x81}(U\x04data"
            + inner
            + b"U\x07indicesK\x01U\x06indptrK\x01U\x06_shapeK\x02K\x02\x86ub."
        )
    if kind == 2:
        return b"\x80\x02cchumpy.reordering\nSelect\n)\x81}(U\x01aK\x05U\x04idxs" + inner + b"ub."
    return b"\x80\x02" + inner + b"."


def _array_steps(data: bytes, count: int) -> bytes:
    return (
        b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R"
        b"(K\x01J"
        + struct.pack("<i", count)
        + b"\x85cnumpy\ndtype\nU\x02u1K\x00K\x01\x87R\x89"
        + data
        + b"tb"
    )


def _repeated_array(rng: random.Random) -> bytes:
    """Return many arrays of one and the same text."""
    size, times = rng.choice(((1000, 10), (4_000_000, 1500)))
    text = b"T" + struct.pack("<i", size) + bytes(size) + b"q\x01"
    return b"\x80\x02](" + text + _array_steps(b"h\x01", size) * times + b"e."


def _deep(rng: random.Random) -> bytes:
    depth = rng.choice((100, 5000, 1_000_000))
    kind = rng.randrange(3)
    if kind == 0:
        return b"\x80\x02" + b"]" * depth + b"a" * (depth - 1) + b"."
    if kind == 1:
        return b"\x80\x02N" + b"\x85" * depth + b"."
    return (
        b"\x80\x02"
        + b"cchumpy.ch\nCh\n)\x81}U\x01x" * min(depth, 30000)
        + b"N"
        + b"sb" * min(depth, 30000)
        + b"."
    )


def _wide_sparse(rng: random.Random) -> bytes:
    """Return an empty sparse matrix of very many rows."""
    rows = struct.pack("<i", rng.choice((10, 1 << 30)))
    empty = _array_steps(b"U\x00", 0)
    parts = (
        b"U\x04data" + empty + b"U\x07indices" + empty + b"U\x06indptr" + _array_steps(b"U\x02\x00\x00", 2)
    )
    shape = b"U\x06_shapeJ" + rows + b"K\x01\x86"
    layout = rng.choice((b"csc", b"csr"))
    if rng.random() < 0.4:
        return (
            b"\x80\x02cscipy.sparse.coo\ncoo_matrix\n)\x81}(U\x04data"
            + empty
            + b"U\x03row"
            + empty
            + b"U\x03col"
            + empty
            + shape
            + b"ub."
        )
    return b"\x80\x02cscipy.sparse." + layout + b"\n" + layout + b"_matrix\n)\x81}(" + parts + shape + b"ub."


def _many_steps(rng: random.Random) -> bytes:
    return (
        b"\x80\x02"
        + rng.choice((b"N0", b"]0", b"(1", b"cnumpy\ndtype\n0")) * rng.choice((1000, 300_000))
        + b"N."
    )


def _zip_of_zeros(rng: random.Random) -> bytes:
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.npy", bytes(rng.choice((10, 200_000_000))))
    return memory.getvalue()


BOMBS = (
    _far_memo,
    _long_claim,
    _doubling_key,
    _colliding_keys,
    _doubling_list,
    _repeated_array,
    _deep,
    _wide_sparse,
    _many_steps,
    _zip_of_zeros,
)
