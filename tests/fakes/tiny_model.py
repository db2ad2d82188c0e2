"""A tiny real ONNX model and body: it finds a red doll in the crop and lays a mesh of the doll over it.

The graph has no trained weights. It measures where the red pixels of the crop lie and how tall they
stand, and answers by the ONNX contract of the project, so that sources, tracking, smoothing, placing
and drawing are tested with a network that truly follows what is in the picture.
"""

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import cv2
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from app.types import Detection
from models.body.joints import FASTMETRO14, MEDIAPIPE33
from models.body.template import BodyTemplate, JointSet, SparseRows, load_template, save_template
from models.camera.crop import CropRule
from models.inference.inputs import CropImage, ModelInput, State
from models.inference.model_info import METADATA_KEY, ModelInfo

SIZE = 64  # pixels of the model's input
RED = (230, 30, 30)

# Of the left side, metres from the middle of the hips: x to the person's left (the image's right), y down.
PLACES = {
    "shoulder": (0.18, -0.50),
    "elbow": (0.34, -0.28),
    "wrist": (0.46, -0.06),
    "hip": (0.10, 0.0),
    "knee": (0.13, 0.42),
    "ankle": (0.16, 0.82),
    "heel": (0.16, 0.86),
    "foot_index": (0.20, 0.88),
    "neck": (0.0, -0.56),
    "head": (0.0, -0.82),
}
LIMBS = (("shoulder", "elbow"), ("elbow", "wrist"), ("hip", "knee"), ("knee", "ankle"))


def place(name: str) -> np.ndarray:
    """Return (3,) where a joint of this name lies."""
    name = name.lower().replace("l_", "left_").replace("r_", "right_") if name in FASTMETRO14 else name
    side = -1.0 if "right" in name else 1.0
    bare = name.replace("left_", "").replace("right_", "")
    if bare in ("pinky", "index", "thumb"):
        bare = "wrist"
    x, y = PLACES.get(bare, (0.0, -0.70))  # everything else is the face
    return np.array([side * x, y, 0.0])


def icosphere() -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Return 42 points, 80 faces, the first 12 points' own 20 faces, the (30, 2) split edges."""
    g = (1 + 5**0.5) / 2
    points = [(-1, g, 0), (1, g, 0), (-1, -g, 0), (1, -g, 0), (0, -1, g), (0, 1, g)]
    points += [(0, -1, -g), (0, 1, -g), (g, 0, -1), (g, 0, 1), (-g, 0, -1), (-g, 0, 1)]
    coarse = [(0, 11, 5), (0, 5, 1), (0, 1, 7), (0, 7, 10), (0, 10, 11), (1, 5, 9), (5, 11, 4), (11, 10, 2)]
    coarse += [(10, 7, 6), (7, 1, 8), (3, 9, 4), (3, 4, 2), (3, 2, 6), (3, 6, 8), (3, 8, 9), (4, 9, 5)]
    coarse += [(2, 4, 11), (6, 2, 10), (8, 6, 7), (9, 8, 1)]
    edges: dict[tuple[int, int], int] = {}
    faces = []
    for a, b, c in coarse:
        ab, bc, ca = (edges.setdefault((min(e), max(e)), 12 + len(edges)) for e in ((a, b), (b, c), (c, a)))
        faces += [(a, ab, ca), (ab, b, bc), (ca, bc, c), (ab, bc, ca)]
    corners = np.array(points, float)
    split = np.array(list(edges))
    corners = np.concatenate([corners, corners[split].mean(1)])
    return corners / np.linalg.norm(corners, axis=1, keepdims=True), np.array(faces), np.array(coarse), split


def make_template(path: Path) -> BodyTemplate:
    """Write the doll (420 vertices over 120, ten parts) and return it as read back."""
    parts = [((0, 0.04, 0), (0, -0.54, 0), 0.16), (place("neck"), place("head"), 0.11)]
    for side in ("left_", "right_"):
        parts += [(place(side + a), place(side + b), 0.07) for a, b in LIMBS]
    sphere, sphere_faces, sphere_coarse, edges = icosphere()
    fine, faces, coarse_faces, kept, up_index, up_weight = [], [], [], [], [], []
    for number, (start, end, radius) in enumerate(parts):
        start, end = np.array(start, float), np.array(end, float)
        along = (end - start) / 2
        half = np.linalg.norm(along)
        stretched = sphere * radius + np.outer(sphere @ (along / half), along / half) * (half - radius + 0.04)
        fine.append(stretched + (start + end) / 2)
        faces.append(sphere_faces + 42 * number)
        coarse_faces.append(sphere_coarse + 12 * number)
        kept.append(np.arange(12) + 42 * number)
        up_index.append(np.concatenate([np.repeat(np.arange(12)[:, None], 2, 1), edges]) + 12 * number)
        up_weight.append(np.concatenate([np.tile([1.0, 0.0], (12, 1)), np.full((30, 2), 0.5)]))
    vertices = np.concatenate(fine).astype(np.float32)
    triangles = np.concatenate(coarse_faces)
    pairs = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [2, 0]]])
    everyone = np.arange(12 * len(parts))
    adjacency = np.unique(
        np.concatenate([pairs, pairs[:, ::-1], np.stack([everyone, everyone], 1)]), axis=0
    ).astype(np.int32)

    def rows(places: list[np.ndarray]) -> SparseRows:
        nearest = [np.argsort(np.linalg.norm(vertices - p, axis=1))[:8] for p in places]
        return SparseRows(np.array(nearest, np.int32), np.full((len(places), 8), 1 / 8, np.float32))

    def joint_set(names: list[str]) -> JointSet:
        return JointSet(tuple(names), rows([place(name) for name in names]))

    fingers = [f"hand_{i}" for i in range(21)]
    save_template(
        path,
        BodyTemplate(
            name="doll",
            kind="body",
            v_template=vertices,
            faces=(np.concatenate(faces), triangles),
            level_index=(np.concatenate(kept),),
            upsampling=(SparseRows(np.concatenate(up_index), np.concatenate(up_weight)),),
            coarse_adjacency=adjacency,
            joint_sets={
                "fastmetro14": joint_set(FASTMETRO14),
                "mediapipe33": joint_set(MEDIAPIPE33),
                # A hand needs only points that spread over the mesh.
                "hand21": JointSet(tuple(fingers), rows(list(vertices[::20]))),
            },
            root=rows([np.zeros(3)]),
            skeleton=None,
            sha256="",
        ),
    )
    return load_template(path)


def draw_doll(
    image: np.ndarray, template: BodyTemplate, hips: tuple[float, float], pixels_per_metre: float
) -> np.ndarray:
    """Paint the doll red into an image, its root at ``hips``; return the (V, 2) pixels of its vertices."""
    points = template.centred(template.v_template)[0][:, :2] * pixels_per_metre + np.array(hips)
    for face in template.faces[0]:
        cv2.fillConvexPoly(image, np.round(points[face] * 16).astype(np.int32), RED, cv2.LINE_AA, 4)
    return points


def red_moments(image: np.ndarray) -> np.ndarray:
    """Return (x, y) mean and y standard deviation of the red pixels, in pixels."""
    y, x = np.nonzero(image[..., 0].astype(int) - image[..., 1] > 100)
    return np.array([x.mean(), y.mean(), y.std()])


def make_model(
    folder: Path,
    *,
    name: str = "tiny",
    presence: bool = True,
    joint_scores: bool = False,
    further: Mapping[str, ModelInput] | None = None,
    **changes: object,
) -> Path:
    """Write ``NAME.onnx`` and ``doll.npz`` into a folder and return the ONNX file.

    Parameters
    ----------
    presence : whether the model says if somebody is in the crop.
    joint_scores : whether it also scores COCO's joints: presence times 1/17, 2/17, ... 1.
    further : inputs that it takes too. It then gives back all that it is fed, each as ``seen_NAME``, and a
        state larger by 1 as what the state's ``output`` names.
    changes : fields of :class:`ModelInfo` to be different; ``kind="hand"`` gives 21 joints.
    """
    template = make_template(folder / "doll.npz")
    joint_set = template.joint_sets["hand21" if changes.get("kind") == "hand" else "fastmetro14"]
    graph = _Graph()
    graph.add_image_measures(template)
    graph.add_mesh(template, joint_set)
    if presence:
        graph.add_presence()
    if joint_scores:
        graph.add_joint_scores()
    inputs: dict[str, ModelInput] = {"image": CropImage("RGB crop")} | dict(further or {})
    shapes = {"image": [3, SIZE, SIZE]} | {key: list(one.shape) for key, one in (further or {}).items()}
    if further:
        graph.add_echoes(inputs, shapes)
    info = ModelInfo(
        name=name,
        kind="body",
        input_size=SIZE,
        mean=(0.0, 0.0, 0.0),
        std=(1.0, 1.0, 1.0),
        crop=CropRule("landmarks", scale=1.3, rotate=True, border="replicate"),
        template="doll.npz",
        template_sha256=template.sha256,
        body=template.name,
        joint_names=joint_set.names,
        parameters=0,
        inputs=inputs,
        outputs={key: text for key, (_, text) in graph.outputs.items()},
        licence="Apache-2.0",
    )
    model = graph.as_model(name, shapes)
    entry = model.metadata_props.add()
    entry.key, entry.value = METADATA_KEY, dataclasses.replace(info, **changes).to_json()
    path = folder / f"{name}.onnx"
    onnx.save(model, path)
    return path


class _Graph:
    """The nodes, constants and outputs (shape of one, and what it is) of the model."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray | np.floating] = {}
        self.outputs: dict[str, tuple[list[int], str]] = {}

    def op(self, kind: str, *inputs: str, to: str, **attributes: object) -> str:
        self.nodes.append(helper.make_node(kind, list(inputs), [to], **attributes))
        return to

    def sum_over_pixels(self, values: str, to: str) -> str:
        return self.op("ReduceSum", values, "pixels", to=to, keepdims=1)

    def add_image_measures(self, template: BodyTemplate) -> None:
        """Measure where the red pixels are, and answer ``camera`` by them."""
        op = self.op
        # Where the red pixels of the doll lie in metres about its root, by painting it once.
        canvas = np.zeros((512, 512, 3), np.uint8)
        draw_doll(canvas, template, (256, 256), 200)
        middle_x, middle_y, tall = (red_moments(canvas) - [256, 256, 0]) / 200
        axis = (2 * np.arange(SIZE, dtype=np.float32) / SIZE - 1).reshape(1, 1, 1, SIZE)
        self.constants |= {
            "red": np.array([1, -1, 0], np.float32).reshape(1, 3, 1, 1),
            "grid_x": axis,
            "grid_y": axis.transpose(0, 1, 3, 2).copy(),
            "threshold": np.float32(0.4),
            "tiny": np.float32(1e-6),
            "tall": np.float32(tall),
            "middle_x": np.float32(middle_x),
            "middle_y": np.float32(middle_y),
            "pixels": np.array([2, 3], np.int64),
            "colours": np.array([1], np.int64),
            "column": np.array([-1, 1], np.int64),
        }
        op("Mul", "image", "red", to="channels")
        op("ReduceSum", "channels", "colours", to="redness", keepdims=1)
        op("Greater", "redness", "threshold", to="is_red")
        self.nodes.append(helper.make_node("Cast", ["is_red"], ["mass"], to=TensorProto.FLOAT))
        op("Add", self.sum_over_pixels("mass", "mass_sum"), "tiny", to="total")
        for letter in "xy":
            op("Mul", "mass", f"grid_{letter}", to=f"weighted_{letter}")
            op(
                "Div",
                self.sum_over_pixels(f"weighted_{letter}", f"sum_{letter}"),
                "total",
                to=f"mean_{letter}",
            )
        op("Sub", "grid_y", "mean_y", to="off_y")
        op("Mul", "off_y", "off_y", to="off_y2")
        op("Mul", "off_y2", "mass", to="off_mass")
        op("Div", self.sum_over_pixels("off_mass", "sum_off"), "total", to="variance")
        op("Add", "variance", "tiny", to="variance_safe")
        op("Sqrt", "variance_safe", to="deviation")
        op("Div", "deviation", "tall", to="scale")
        for letter in "xy":
            op("Div", f"mean_{letter}", "scale", to=f"reach_{letter}")
            op("Sub", f"reach_{letter}", f"middle_{letter}", to=f"shift_{letter}")
        for part in ("scale", "shift_x", "shift_y"):
            op("Reshape", part, "column", to=f"{part}_column")
        op("Concat", "scale_column", "shift_x_column", "shift_y_column", to="camera", axis=1)
        self.outputs["camera"] = ([3], "(s, tx, ty)")

    def add_mesh(self, template: BodyTemplate, joint_set: JointSet) -> None:
        """Answer the doll's ``vertices`` and ``joints``, once for each image."""
        away = np.array([0.3, -0.2, 0.1], np.float32)  # the contract does not promise centred vertices
        mesh = template.v_template + away
        self.constants |= {
            "mesh": mesh[None],
            "mesh_joints": joint_set.regress(mesh)[None],
            "cube": np.array([-1, 1, 1], np.int64),
            "zero": np.float32(0),
        }
        self.op("Mul", "total", "zero", to="none")
        self.op("Reshape", "none", "cube", to="none_cube")
        self.op("Add", "mesh", "none_cube", to="vertices")
        self.op("Add", "mesh_joints", "none_cube", to="joints")
        self.outputs["joints"] = ([len(joint_set.names), 3], "metres")
        self.outputs["vertices"] = ([len(mesh), 3], "metres")

    def add_presence(self) -> None:
        """Answer whether enough pixels are red."""
        self.constants |= {
            "enough": np.float32(0.03),
            "steep": np.float32(300),
            "vector": np.array([-1], np.int64),
        }
        self.op("ReduceMean", "mass", "pixels", to="red_fraction", keepdims=1)
        self.op("Sub", "red_fraction", "enough", to="surplus")
        self.op("Mul", "surplus", "steep", to="logit")
        self.op("Sigmoid", "logit", to="belief")
        self.op("Reshape", "belief", "vector", to="presence")
        self.outputs["presence"] = ([], "somebody is in the crop, 0 to 1")

    def add_joint_scores(self) -> None:
        """Answer scores of COCO's joints that follow the presence."""
        self.constants["ramp"] = np.linspace(1 / 17, 1, 17, dtype=np.float32)[None]
        self.op("Reshape", "belief", "column", to="belief_column")
        self.op("Mul", "belief_column", "ramp", to="joint_scores")
        self.outputs["joint_scores"] = ([17], "how surely COCO's joints were seen, 0 to 1")

    def add_echoes(self, inputs: Mapping[str, ModelInput], shapes: Mapping[str, list[int]]) -> None:
        """Answer what the model is fed, and states one larger."""
        for key, one in inputs.items():
            self.op("Identity", key, to=f"seen_{key}")
            self.outputs[f"seen_{key}"] = (shapes[key], "the input")
            if isinstance(one, State):
                self.constants["one"] = np.float32(1)
                self.op("Add", key, "one", to=one.output)
                self.outputs[one.output] = (shapes[key], "one more")

    def as_model(self, name: str, inputs: Mapping[str, list[int]]) -> onnx.ModelProto:
        """Return the model; ``inputs`` are their shapes, without that of the batch."""

        def values(shapes: Mapping[str, list[int]]) -> list[onnx.ValueInfoProto]:
            return [
                helper.make_tensor_value_info(key, TensorProto.FLOAT, ["N", *shape])
                for key, shape in shapes.items()
            ]

        graph = helper.make_graph(
            self.nodes,
            name,
            values(inputs),
            values({key: shape for key, (shape, _) in self.outputs.items()}),
            [numpy_helper.from_array(np.asarray(value), key) for key, value in self.constants.items()],
        )
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)


class DollDetector:
    """Finds the one red doll of an image, in place of the person detector.

    Attributes
    ----------
    calls : how often it was asked.
    """

    def __init__(self, template: BodyTemplate):
        self._template = template
        canvas = np.zeros((512, 512, 3), np.uint8)
        draw_doll(canvas, template, (256, 256), 200)
        self._moments = (red_moments(canvas) - [256, 256, 0]) / 200  # of the red, metres about the root
        self.calls = 0

    def detect(self, image: np.ndarray, regions: object = None) -> list[Detection]:
        """Return the doll's landmarks, wherever it is asked to look."""
        self.calls += 1
        if not (image[..., 0].astype(int) - image[..., 1] > 100).any():
            return []
        x, y, tall = red_moments(image)
        scale = tall / self._moments[2]
        root = np.array([x, y]) - self._moments[:2] * scale
        mesh = self._template.centred(self._template.v_template)[0]
        landmarks = self._template.joint_sets["mediapipe33"].regress(mesh)[:, :2] * scale + root
        return [Detection(landmarks.astype(np.float32), np.ones(33, np.float32), 1.0)]

    def close(self) -> None:
        """Nothing to give back."""
