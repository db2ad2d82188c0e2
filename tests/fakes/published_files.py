"""Writes files laid out as SMPL, MANO and FastMETRO's authors distribute theirs, with invented content.

The shapes are ellipsoids and the numbers random; formats, key names, sizes and the old Python 2 pickles with
SciPy and chumpy objects inside are those of the real files, which may not be shipped.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import struct
import sys
import types
import zipfile
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import scipy.sparse
from scipy.spatial import ConvexHull, KDTree

if TYPE_CHECKING:
    from pathlib import Path

BODY_LEVELS = (6890, 1723, 431)
HAND_LEVELS = (778, 195, 49, 13, 4)
SMPL_PARENTS = (-1, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9, 12, 13, 14, 16, 17, 18, 19, 20, 21)
MANO_PARENTS = (-1, 0, 1, 2, 0, 4, 5, 0, 7, 8, 0, 10, 11, 0, 13, 14)


class Python2Pickler(pickle._Pickler):  # noqa: SLF001  (only the pickler in Python can be taught)
    """Pickles as Python 2, NumPy 1 and the SciPy of that time did: byte strings and old module names."""

    dispatch: ClassVar[dict] = dict(pickle._Pickler.dispatch)  # noqa: SLF001

    def __init__(self, file):
        super().__init__(file, protocol=2, fix_imports=True)

    def save_text(self, text):
        data = text.encode("latin1") if isinstance(text, str) else text
        self.write(pickle.BINSTRING + struct.pack("<i", len(data)) + data)
        self.memoize(text)

    dispatch[str] = dispatch[bytes] = save_text

    def save_global(self, obj, name=None):
        module = pickle.whichmodule(obj, name or obj.__qualname__)
        old = module.replace("numpy._core", "numpy.core").replace("scipy.sparse._", "scipy.sparse.")
        old = {"copyreg": "copy_reg", "builtins": "__builtin__"}.get(old, old)
        self.write(pickle.GLOBAL + f"{old}\n{name or obj.__qualname__}\n".encode())
        self.memoize(obj)

    dispatch[type] = dispatch[types.FunctionType] = dispatch[types.BuiltinFunctionType] = save_global


def python2_pickle(content) -> bytes:
    """Return the pickle that Python 2 would have written."""
    file = io.BytesIO()
    Python2Pickler(file).dump(content)
    return file.getvalue()


@contextlib.contextmanager
def pretended_module(name, *classes):
    """Offer a module with empty classes while a pickle is written."""
    made = {}
    parts = name.split(".")
    for i in range(len(parts)):
        parent = ".".join(parts[: i + 1])
        if parent not in sys.modules:
            made[parent] = sys.modules[parent] = types.ModuleType(parent)
    for cls in classes:
        setattr(sys.modules[name], cls, type(cls, (), {"__module__": name}))
    try:
        yield sys.modules[name]
    finally:
        for parent in made:
            del sys.modules[parent]


def chumpy_array(ch, array):
    """An array as chumpy keeps it, caches and all."""
    held = ch.Ch()
    held.__dict__ = {
        "x": array,
        "_dirty_vars": {"x"},
        "_itr": None,
        "_depends_on_deps": {},
        "_make_dense": False,
        "_make_sparse": False,
    }
    return held


def ellipsoid(count, radii, rng):
    """``count`` points spread over an ellipsoid, and the triangles between them."""
    i = np.arange(count) + 0.5
    height = 1 - 2 * i / count
    turn = np.pi * (1 + 5**0.5) * i
    around = np.sqrt(1 - height**2)
    unit = np.stack([around * np.cos(turn), height, around * np.sin(turn)], 1)
    unit += rng.normal(scale=1e-4, size=unit.shape)
    unit /= np.linalg.norm(unit, axis=1, keepdims=True)
    faces = ConvexHull(unit).simplices.astype(np.uint32)
    return unit * radii, faces


def regressor(joints, vertices, near, rng):
    """Rows that gather ``near`` neighbouring vertices each and sum to 1, as csc like the real ones."""
    dense = np.zeros((joints, len(vertices)))
    tree = KDTree(vertices)
    for row, start in enumerate(rng.choice(len(vertices), joints, replace=False)):
        weights = rng.uniform(0.1, 1, near)
        dense[row, tree.query(vertices[start], near)[1]] = weights / weights.sum()
    return scipy.sparse.csc_matrix(dense)


def skinning_weights(vertices, joints, rng):
    """Each vertex hangs on its four nearest joints."""
    distance, chosen = KDTree(joints).query(vertices, 4)
    weights = np.zeros((len(vertices), len(joints)))
    nearness = np.exp(-((distance / distance[:, :1].clip(np.abs(vertices).max() / 20)) ** 2))
    np.put_along_axis(weights, chosen, nearness * rng.uniform(0.5, 1, chosen.shape), 1)
    return weights / weights.sum(1, keepdims=True)


def body_model(vertices, faces, parents, rng):
    """What SMPL and MANO files share; float64 as in the real ones."""
    joints = len(parents)
    table = np.array([parents, range(joints)], np.int64)
    table[0, 0] = 2**32 - 1
    scale = np.abs(vertices).max()
    joint_regressor = regressor(joints, vertices, 12, rng)
    return {
        "v_template": vertices,
        "f": faces,
        "J_regressor": joint_regressor,
        "weights": skinning_weights(vertices, joint_regressor @ vertices, rng),
        "posedirs": rng.normal(scale=0.002 * scale, size=(len(vertices), 3, 9 * (joints - 1))),
        "kintree_table": table.astype(np.uint32),
        "bs_style": "lbs",
        "bs_type": "lrotmin",
    }


def write_smpl(path: Path, seed=0):
    """Write a body in SMPL's layout: ``shapedirs`` is a chumpy array, the joints a chumpy expression."""
    rng = np.random.default_rng(seed)
    vertices, faces = ellipsoid(6890, [0.3, 0.85, 0.2], rng)
    content = body_model(vertices, faces, SMPL_PARENTS, rng)
    shapedirs = rng.normal(scale=0.01, size=(6890, 3, 10))
    with (
        pretended_module("chumpy.ch", "Ch") as ch,
        pretended_module("chumpy.ch_ops", "add") as ops,
        pretended_module("chumpy.reordering", "transpose") as reordering,
    ):
        content["shapedirs"] = chumpy_array(ch, shapedirs)
        joints = reordering.transpose()
        joints.__dict__ = {"a": chumpy_array(ch, np.zeros((3, 24))), "axes": None}
        content["J"] = joints
        posed = ops.add()
        posed.__dict__ = {"a": content["shapedirs"], "b": chumpy_array(ch, np.zeros(3))}
        content["v_posed"] = posed
        path.write_bytes(python2_pickle(content))
    return content | {"shapedirs": shapedirs}


def write_mano(path: Path, seed=1):
    """Write a hand in MANO's layout: ``shapedirs`` is a selection from a chumpy array."""
    rng = np.random.default_rng(seed)
    vertices, faces = ellipsoid(778, [0.04, 0.1, 0.02], rng)
    content = body_model(vertices, faces[:1538], MANO_PARENTS, rng)
    shapedirs = rng.normal(scale=0.002, size=(778, 3, 10))
    content |= {
        "J": content["J_regressor"] @ vertices,
        "hands_mean": rng.normal(scale=0.3, size=45),
        "hands_components": rng.normal(size=(45, 45)),
        "hands_coeffs": rng.normal(size=(20, 45)),
    }
    with (
        pretended_module("chumpy.ch", "Ch") as ch,
        pretended_module("chumpy.reordering", "Select") as reordering,
    ):
        wide = np.concatenate([shapedirs, np.zeros((778, 3, 10))], 2)
        chosen = reordering.Select()
        chosen.__dict__ = {
            "a": chumpy_array(ch, wide),
            "idxs": np.arange(wide.size).reshape(wide.shape)[:, :, :10].ravel(),
            "preferred_shape": (778, 3, 10),
            "_dirty_vars": set(),
        }
        content["shapedirs"] = chosen
        path.write_bytes(python2_pickle(content))
    return content | {"shapedirs": shapedirs}


def mesh_levels(vertices, sizes, rng):
    """A (adjacency), U (up), D (down) and F (faces) between levels, of the kinds the authors' files hold."""
    kept = [vertices]
    a, u, d, f = [], [], [], []
    for i, size in enumerate(sizes):
        points = kept[i]
        unit = points / np.linalg.norm(points / points.max(0), axis=1, keepdims=True) / vertices.max(0)
        faces = ConvexHull(unit / np.linalg.norm(unit, axis=1, keepdims=True)).simplices
        rows = np.concatenate([faces[:, [0, 1]], faces[:, [1, 2]], faces[:, [2, 0]]])
        edges = scipy.sparse.coo_matrix((np.ones(len(rows)), rows.T), (size, size))
        a.append((((edges + edges.T) > 0) * 1.0).tocsc())
        f.append(faces.astype(np.uint32))
        if i + 1 < len(sizes):
            chosen = np.sort(rng.choice(size, sizes[i + 1], replace=False))
            down = scipy.sparse.coo_matrix(
                (np.ones(len(chosen)), (range(len(chosen)), chosen)), (len(chosen), size)
            )
            coarse = points[chosen]
            near = KDTree(coarse).query(points, 3)[1]
            weights = rng.dirichlet(np.ones(3), size) * rng.uniform(0.92, 1.05, (size, 1))
            up = scipy.sparse.csr_matrix(
                (weights.ravel(), (np.repeat(range(size), 3), near.ravel())), (size, sizes[i + 1])
            )
            d.append(down)
            u.append(up.tocsc())
            kept.append(coarse)
    return {"A": a, "U": u, "D": d, "F": f}, kept


def object_array(items) -> np.ndarray:
    array = np.empty(len(items), object)
    array[:] = items
    return array


def write_object_npz(path: Path, arrays: dict[str, object]):
    """Write members as NumPy 1 under Python 2 wrote arrays of objects: a header, then a pickle."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in arrays.items():
            header = io.BytesIO()
            np.lib.format.write_array_header_1_0(
                header,
                {"descr": "|O", "fortran_order": False, "shape": getattr(content, "shape", ())},
            )
            archive.writestr(f"{name}.npy", header.getvalue() + python2_pickle(content))


def write_fastmetro_data(folder: Path, body: np.ndarray, hand: np.ndarray, seed=2):
    """Write the authors' ``src/modeling/data`` for these (6890, 3) and (778, 3) templates.

    Returns the levels of body and hand as written.
    """
    import torch

    rng = np.random.default_rng(seed)
    folder.mkdir(exist_ok=True)
    written = []
    for file, vertices, sizes, adjacency, level in (
        ("mesh_downsampling.npz", body, BODY_LEVELS, "smpl_431", 2),
        ("mano_downsampling.npz", hand, HAND_LEVELS, "mano_195", 1),
    ):
        levels, kept = mesh_levels(vertices, sizes, rng)
        arrays = {key: object_array(items) for key, items in levels.items()}
        if level == 2:
            with pretended_module("psbody.mesh.mesh", "Mesh") as module:
                mesh = module.Mesh()
                mesh.__dict__ = {"v": vertices}
                write_object_npz(folder / file, arrays | {"M": object_array([mesh])})
        else:
            write_object_npz(folder / file, arrays | {"V": object_array(kept)})
        coarse = (levels["A"][level] + scipy.sparse.eye(sizes[level])).tocoo()
        indices = torch.tensor(np.stack([coarse.row, coarse.col]), dtype=torch.int64)
        torch.save(indices, folder / f"{adjacency}_adjmat_indices.pt")
        torch.save(torch.rand(indices.shape[1]) + 0.1, folder / f"{adjacency}_adjmat_values.pt")
        torch.save(torch.Size((sizes[level],) * 2), folder / f"{adjacency}_adjmat_size.pt")
        written.append(levels)
    np.save(folder / "J_regressor_extra.npy", regressor(14, body, 5, rng).toarray())
    np.save(folder / "J_regressor_h36m_correct.npy", regressor(17, body, 6, rng).toarray())
    return written
