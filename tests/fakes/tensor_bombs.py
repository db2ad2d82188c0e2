"""PyTorch files of a few hundred bytes that ask for gigabytes or hours, by what they do."""

import io
import struct
import zipfile
from collections.abc import Callable

START = b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M\xe9\x03."  # of the format before zip archives
ORDERED = b"ccollections\nOrderedDict\n)R"
LONG = b"\x8a\x08"


def _text(value: str) -> bytes:
    return b"X" + struct.pack("<I", len(value)) + value.encode()


def _number(value: int) -> bytes:
    return LONG + struct.pack("<q", value)


def _tensor(items: int, size: bytes, stride: bytes, offset: int = 0, is_zip: bool = True) -> bytes:
    """Return the steps that build a view of a storage of so many floats."""
    storage = b"(" + _text("storage") + b"ctorch\nFloatStorage\n" + _text("0") + _text("cpu") + _number(items)
    storage += (b"" if is_zip else b"N") + b"tQ"
    view = _number(offset) + size + stride + b"\x89" + ORDERED
    return b"ctorch._utils\n_rebuild_tensor_v2\n(" + storage + view + b"tR"


def _doubled(start: bytes, step: bytes) -> bytes:
    """Return something that holds itself twice, many times over; the first memo has it."""
    return start + b"q\x01" + (step + b"q\x01") * 60


TUPLES = _doubled(b")", b"h\x01h\x01\x86")
LISTS = _doubled(b"]", b"](h\x01h\x01e")


def _one(number: int) -> bytes:
    return _number(number) + b"\x85"


# What the pickle holds in each of the formats (told whether it is the zip archive), and what is said of it.
BOMBS: dict[str, tuple[Callable[[bool], bytes], str]] = {
    "a storage of gigabytes": (
        lambda is_zip: _tensor(1 << 32, _one(1 << 32), _one(1), is_zip=is_zip),
        "longer or shorter than it says|more memory than the file",
    ),
    "a view of one number": (
        lambda is_zip: _tensor(1, _one(1 << 40), _one(0), is_zip=is_zip),
        "more numbers than the file has",
    ),
    "a view beyond the end": (
        lambda is_zip: _tensor(1, _one(1), _one(1), 1 << 40, is_zip=is_zip),
        "more numbers than the file has",
    ),
    "a tensor that is changed": (
        lambda is_zip: _tensor(1, _one(1), _one(1), is_zip=is_zip) + b"(" + _number(1 << 40) + b"tb",
        "a change to what it made",
    ),
    "gigabytes of zeros": (lambda _: b"cbuiltins\nbytearray\n" + _one(1 << 33) + b"R", "builtins.bytearray"),
    "a tensor by its class": (lambda _: b"ctorch\nFloatTensor\n" + _one(1 << 33) + b"R", "torch.FloatTensor"),
    "a storage by its class": (
        lambda _: b"ctorch\nUntypedStorage\n" + _one(1 << 33) + b"R",
        "is not|no storage|TypeError",
    ),
    "a slow encoding": (
        lambda _: b"c_codecs\nencode\n" + _text("x" * 200_000) + _text("idna") + b"\x86R",
        "unusual encoding",
    ),
    "a key that is never hashed": (lambda _: TUPLES + b"}h\x01K\x01s", "tuple as a dictionary's key"),
    "a pair that is never hashed": (
        lambda _: TUPLES + b"ccollections\nOrderedDict\n]h\x01K\x01\x86a\x85R",
        "a tuple where plain values are expected",
    ),
    "a member that is never hashed": (
        lambda _: TUPLES + b"cbuiltins\nset\n]h\x01a\x85R",
        "a tuple where plain values are expected",
    ),
    "a memory far away": (lambda _: b"Nr" + struct.pack("<I", (1 << 32) - 1), "number of an object beyond"),
    "lists of lists": (lambda _: LISTS + b"}" + _text("format") + b"h\x01s", ""),
}


def tensor_bomb(name: str, is_zip: bool) -> bytes:
    """Return the file of one of :data:`BOMBS`, in the zip archive's or the earlier format."""
    pickled = b"\x80\x02" + BOMBS[name][0](is_zip) + b"."
    if not is_zip:
        has_storage = b"FloatStorage" in pickled
        keys = b"\x80\x02]" + (_text("0") + b"a." if has_storage else b".")
        return START + b"\x80\x02}." + pickled + keys + struct.pack("<qf", 1, 0) * has_storage
    return archive(pickled, bytes(4))


def archive(pickled: bytes, storage: bytes, packing: int = zipfile.ZIP_STORED) -> bytes:
    """Return a PyTorch file of one storage."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", packing) as file:
        for member, content in (
            ("data.pkl", pickled),
            ("byteorder", b"little"),
            ("data/0", storage),
            ("version", b"3\n"),
        ):
            file.writestr(f"x/{member}", content)
    return memory.getvalue()
