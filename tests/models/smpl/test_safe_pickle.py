"""Files as distributed are read; hostile ones are refused with a sentence and run nothing."""

import io
import os
import pickle
import zipfile
from collections import OrderedDict

import numpy as np
import pytest
import scipy.sparse

from models.errors import UserError
from models.smpl.record_arrays import Unreadable
from models.smpl.safe_pickle import UnsafeFileError, load_npy, load_npz, load_pickle
from tests.fakes import published_files
from tests.fakes.published_files import chumpy_array, object_array, pretended_module, python2_pickle


@pytest.fixture
def flag(tmp_path):
    """A file that exists once anything hostile has run."""
    return tmp_path / "ran"


class Hostile:
    """Runs a command when unpickled by the standard library."""

    def __init__(self, flag):
        self.flag = flag

    def __reduce__(self):
        return os.system, (f"touch {self.flag}",)


def write(path, content, protocol=2):
    path.write_bytes(content if isinstance(content, bytes) else pickle.dumps(content, protocol=protocol))
    return path


def refused(path, flag, what="system", load=load_pickle):
    with pytest.raises(UnsafeFileError, match=what) as caught:
        load(path)
    assert path.name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not flag.exists()


ARRAYS = [
    np.arange(6.0).reshape(2, 3),
    np.asfortranarray(np.arange(6, dtype=np.float32).reshape(2, 3)),
    np.array([[True, False]]),
    np.arange(4, dtype=">i4"),
    np.arange(4, dtype=np.uint64),
    np.array(["Wrist", "Ring_1"]),
    np.array([b"ab", b"c"]),
    np.zeros((0, 3)),
    np.array(2.5),
    np.array([1 + 2j]),
]


@pytest.mark.parametrize("array", ARRAYS, ids=lambda a: str(a.dtype))
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_arrays_of_every_pickle_protocol(tmp_path, array, protocol):
    read = load_pickle(write(tmp_path / "a.pkl", {"a": array, "again": array}, protocol))
    np.testing.assert_array_equal(read["a"], array)
    assert read["a"].dtype == array.dtype.newbyteorder("=")
    assert read["again"] is read["a"]


@pytest.mark.parametrize("array", [a for a in ARRAYS if a.dtype.kind != "U"], ids=lambda a: str(a.dtype))
def test_arrays_of_python_2(tmp_path, array):
    np.testing.assert_array_equal(load_pickle(write(tmp_path / "a.pkl", python2_pickle(array))), array)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_plain_structures(tmp_path, protocol):
    content = {
        "list": [1, 2.5, None, True, "text", b"bytes"],
        "nested": {"tuple": (1, (2,)), "set": {1, 2}},
        "ordered": OrderedDict(b=1, a=2),
        "number": np.float64(0.25),
        "flag": np.bool_(True),
        "objects": object_array([np.zeros(2), None, "x"]),
        "bytearray": bytearray(b"abc"),
    }
    read = load_pickle(write(tmp_path / "a.pkl", content, protocol))
    assert read["list"] == content["list"]
    assert read["nested"] == content["nested"]
    assert read["ordered"] == {"b": 1, "a": 2}
    assert read["number"] == 0.25
    assert read["flag"]
    np.testing.assert_array_equal(read["objects"][0], np.zeros(2))
    assert read["objects"].dtype == object
    assert read["objects"][2] == "x"
    assert read["bytearray"] == b"abc"


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_every_pair_of_a_long_ordered_dictionary_is_its_own(tmp_path, protocol):
    content = OrderedDict((str(number), [number]) for number in range(1000))
    assert load_pickle(write(tmp_path / "a.pkl", content, protocol)) == content


@pytest.mark.parametrize("layout", ["csc", "csr", "coo"])
@pytest.mark.parametrize("kind", ["matrix", "array"])
@pytest.mark.parametrize("old", [True, False])
def test_sparse_matrices(tmp_path, layout, kind, old):
    rng = np.random.default_rng(0)
    dense = rng.normal(size=(5, 7)) * (rng.random((5, 7)) < 0.4)
    matrix = getattr(scipy.sparse, f"{layout}_{kind}")(dense)
    data = python2_pickle(matrix) if old else pickle.dumps(matrix)
    read = load_pickle(write(tmp_path / "a.pkl", data))
    assert scipy.sparse.issparse(read)
    np.testing.assert_array_equal(read.toarray(), dense)


def test_sparse_matrix_that_points_outside_itself_is_refused(tmp_path):
    matrix = scipy.sparse.csr_matrix(np.eye(4))
    matrix.indices = matrix.indices + 1000
    with pytest.raises(UnsafeFileError):
        load_pickle(write(tmp_path / "a.pkl", matrix))


def test_chumpy_arrays_are_evaluated_and_expressions_kept_aside(tmp_path):
    wide = np.random.default_rng(1).normal(size=(4, 3, 6))
    with (
        pretended_module("chumpy.ch", "Ch") as ch,
        pretended_module("chumpy.reordering", "Select", "transpose", "Reshape") as reordering,
        pretended_module("chumpy.ch_ops", "add") as ops,
    ):
        source = chumpy_array(ch, wide)
        select, turned, flat, total = (
            reordering.Select(), reordering.transpose(), reordering.Reshape(), ops.add()
        )  # fmt: skip
        indices = np.arange(wide.size).reshape(wide.shape)[..., :2].ravel()
        select.__dict__ = {"a": source, "idxs": indices, "preferred_shape": (4, 3, 2)}
        turned.__dict__ = {"a": source, "axes": None}
        flat.__dict__ = {"a": select, "newshape": (12, 2)}
        total.__dict__ = {"a": source, "b": source}
        content = {"ch": source, "select": select, "turned": turned, "flat": flat, "sum": total}
        data = python2_pickle(content)
    read = load_pickle(write(tmp_path / "a.pkl", data))
    np.testing.assert_array_equal(read["ch"], wide)
    np.testing.assert_array_equal(read["select"], wide[..., :2])
    np.testing.assert_array_equal(read["turned"], wide.T)
    np.testing.assert_array_equal(read["flat"], wide[..., :2].reshape(12, 2))
    assert read["sum"] == Unreadable("chumpy.ch_ops.add")


def test_whole_hand_file_as_distributed(tmp_path):
    content = published_files.write_mano(tmp_path / "MANO_RIGHT.pkl")
    read = load_pickle(tmp_path / "MANO_RIGHT.pkl")
    for key in ("v_template", "f", "weights", "posedirs", "shapedirs", "kintree_table", "hands_mean"):
        np.testing.assert_array_equal(read[key], content[key])
    assert (read["J_regressor"] != content["J_regressor"]).nnz == 0


def test_npz_of_objects_reads_only_what_is_asked(tmp_path, flag):
    matrices = object_array([scipy.sparse.csc_matrix(np.eye(3)), scipy.sparse.coo_matrix(np.eye(2))])
    published_files.write_object_npz(tmp_path / "a.npz", {"U": matrices, "M": Hostile(flag)})
    read = load_npz(tmp_path / "a.npz", ["U"])["U"]
    assert [matrix.shape for matrix in read] == [(3, 3), (2, 2)]
    refused(tmp_path / "a.npz", flag, load=load_npz)
    with pytest.raises(UserError, match=r"a\.npz lacks A; it has U, M"):
        load_npz(tmp_path / "a.npz", ["A"])


def test_plain_npz_and_npy(tmp_path):
    np.savez(tmp_path / "a.npz", a=np.arange(3), b=np.eye(2))
    np.save(tmp_path / "a.npy", np.arange(3))
    assert load_npz(tmp_path / "a.npz")["b"].tolist() == [[1, 0], [0, 1]]
    assert load_npy(tmp_path / "a.npy").tolist() == [0, 1, 2]


def chumpy_state(hostile):
    with pretended_module("chumpy.ch", "Ch") as ch:
        held = ch.Ch()
        held.__dict__ = {"x": hostile}
        return pickle.dumps({"shapedirs": held})


def sparse_state(hostile):
    matrix = scipy.sparse.csc_matrix(np.eye(2))
    matrix.__dict__["extra"] = hostile
    return pickle.dumps(matrix)


PLACES = {
    "top": lambda h: h,
    "dict value": lambda h: {"v_template": np.zeros(3), "f": h},
    "dict key": lambda h: {"nested": {h: 1}},
    "list in tuple": lambda h: ([1, [2, h]],),
    "object array": lambda h: object_array([1, h]),
    "chumpy state": chumpy_state,
    "sparse state": sparse_state,
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("protocol", [0, 2, 4])
def test_commands_are_refused_wherever_they_hide(tmp_path, flag, place, protocol):
    path = write(tmp_path / "SMPL.pkl", PLACES[place](Hostile(flag)), protocol)
    refused(path, flag, "system")
    with pretended_module("chumpy.ch", "Ch"):
        pickle.loads(path.read_bytes())
    assert flag.exists(), "the file was not hostile at all"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"cbuiltins\neval\n(V1+1\ntR.", "builtins.eval"),
        (b"c__builtin__\ngetattr\n(cos\nsystem\ntR.", "getattr"),
        (b"(S'true'\nios\nsystem\n.", "os.system"),
        (b"cnumpy\nload\n(S'x'\ntR.", "numpy.load"),
        (b"cnumpy.core.multiarray\nfromfile\n.", "fromfile"),
        (b"cscipy.sparse\nload_npz\n.", "load_npz"),
        (b"cscipy.sparse.csc\n__builtins__\n.", "__builtins__"),
        (b"ccopy_reg\n_reconstructor\n(csubprocess\nPopen\nc__builtin__\nobject\nNtR.", "subprocess.Popen"),
        (b"ccopy_reg\n_reconstructor\n(cnumpy\nndarray\nc__builtin__\nobject\nNtR.", "object of"),
        (b"ccopyreg\nadd_extension\n.", "add_extension"),
        (b"c_codecs\nencode\n(Vtext\nVrot13\ntR.", "rot13"),
        (b"cos.path\nos.system\n.", "system"),
        (b"\x80\x04\x8c\x05numpy\x8c\x09os.system\x93.", "system"),
        (b"\x80\x02\x82\x01.", "pickle"),
        (b"Pgetaway\n.", "outside the file"),
        (b"cnumpy\nndarray\n.", "bare"),
        (b"cnumpy\ndtype\n(S'O'\ntR.", "bare"),
        (b"", "pickle"),
        (b"not a pickle at all", "pickle"),
        (b"\x80\x02]q\x00h\x00a.", "contains itself"),
    ],
)
def test_other_ways_to_run_things_are_refused(tmp_path, flag, data, what):
    refused(write(tmp_path / "MANO_RIGHT.pkl", data), flag, what)


def test_a_pickle_cannot_change_the_reader(tmp_path, flag):
    sets = [
        b"cscipy.sparse.csc\ncsc_matrix\n(N(dS'name'\nS'coo'\nstb.",
        b"cnumpy.core.multiarray\n_reconstruct\n(N(dS'args'\nI1\nstb.",
        b"ccollections\nOrderedDict\n(N(dS'get'\nI1\nstb.",
    ]
    for data in sets:
        with pytest.raises(UnsafeFileError):
            load_pickle(write(tmp_path / "a.pkl", data))
    content = {"m": scipy.sparse.csc_matrix(np.eye(2)), "a": np.zeros(2), "d": OrderedDict(a=1)}
    read = load_pickle(write(tmp_path / "a.pkl", content))
    assert read["d"].get("a") == 1
    assert read["m"].nnz == 2


def test_forged_array_states_are_refused(tmp_path, flag):
    forged = [
        # raw bytes for an array of objects would become addresses
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR"
        b"(I1\n(I1\ntcnumpy\ndtype\n(S'O8'\nI0\nI1\ntRI00\nS'AAAAAAAA'\ntb.",
        # a structure may hide an object field
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR"
        b"(I1\n(I1\ntcnumpy\ndtype\n(S'V8'\nI0\nI1\ntRI00\nS'AAAAAAAA'\ntb.",
        # fewer bytes than the shape needs
        b"cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\n(I0\ntS'b'\ntR"
        b"(I1\n(I9\ntcnumpy\ndtype\n(S'f8'\nI0\nI1\ntRI00\nS'AAAAAAAA'\ntb.",
    ]
    for data in forged:
        refused(write(tmp_path / "a.pkl", data), flag, r"a\.pkl")


def test_deep_nesting_is_refused(tmp_path, flag):
    refused(write(tmp_path / "a.pkl", b"(" * 200_000 + b"l" * 200_000 + b"."), flag, r"a\.pkl")


@pytest.mark.parametrize("place", ["object array", "top"])
def test_hostile_npy_and_npz_members(tmp_path, flag, place):
    content = pickle.dumps(PLACES[place](Hostile(flag)))
    header = io.BytesIO()
    np.lib.format.write_array_header_1_0(header, {"descr": "|O", "fortran_order": False, "shape": ()})
    refused(write(tmp_path / "J_regressor.npy", header.getvalue() + content), flag, load=load_npy)
    with zipfile.ZipFile(tmp_path / "mesh_downsampling.npz", "w") as archive:
        archive.writestr("U.npy", header.getvalue() + content)
    refused(tmp_path / "mesh_downsampling.npz", flag, load=load_npz)
    write(tmp_path / "bare.npy", content)
    refused(tmp_path / "bare.npy", flag, "not a NumPy array", load=load_npy)


def test_missing_and_wrong_files_are_named(tmp_path):
    for load in (load_pickle, load_npy, load_npz):
        with pytest.raises(UserError, match="SMPL"):
            load(tmp_path / "SMPL.pkl")
        with pytest.raises(UserError, match="folder"):
            load(tmp_path)
    (tmp_path / "a.npz").write_bytes(b"hello")
    with pytest.raises(UnsafeFileError, match=r"a\.npz is not a NumPy"):
        load_npz(tmp_path / "a.npz")


ARRAY = (
    b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\x00\x85U\x01b\x87R"
    b"(K\x01J\x40\x0d\x03\x00\x85cnumpy\ndtype\nU\x02u1K\x00K\x01\x87R\x89h\x01tb"
)
DOUBLED = b"q\x010h\x01h\x01\x86" * 60  # a tuple of the last one twice
TWICE = b"q\x010]h\x01ah\x01a" * 60  # a list of the last one twice


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"Nr\xff\xff\xff\x0f.", "beyond all that it holds"),  # would take gigabytes for what it keeps
        (b"\x80\x05\x96" + (1 << 40).to_bytes(8, "little") + b".", "pickle"),
        (b"\x80\x02}K\x01" + DOUBLED + b"K\x01s.", "key"),  # would be hashed for ever
        (b"\x80\x04(K\x01" + DOUBLED + b"\x91.", "key"),
        (b"\x80\x02}\x8a\x0b" + bytes(10) + b"\x01K\x01s.", "64 bits"),
        (b"\x80\x02cchumpy.ch\nCh\n)\x81}U\x01x]" + TWICE + b"sb.", "in place of an array"),
        (
            b"\x80\x02](T\x40\x0d\x03\x00" + bytes(200_000) + b"q\x01" + ARRAY * 400 + b"e.",
            "more memory than the file",
        ),
        (b"\x80\x02" + b"N0" * 300_000 + b"N.", "steps"),
    ],
)
def test_small_files_that_ask_for_much_are_refused(tmp_path, flag, data, what):
    refused(write(tmp_path / "MANO_RIGHT.pkl", data), flag, what)


def test_ordered_dictionaries_are_read(tmp_path):
    for protocol in (0, 2, 4):
        path = write(tmp_path / "a.pkl", pickle.dumps(OrderedDict(b=1, a=[2.5]), protocol))
        assert load_pickle(path) == {"b": 1, "a": [2.5]}


def test_binary_text_of_python_2_is_read(tmp_path):
    path = write(tmp_path / "a.pkl", b"(dp1\nS'a'\np2\nS'\\xd1\x80'\np3\ns.")
    assert load_pickle(path) == {"a": "\xd1\x80"}
