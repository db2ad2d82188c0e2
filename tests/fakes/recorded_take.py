"""Writes small recordings of true bodies, such as one with uneven times, a gap, and a late person."""

from dataclasses import replace

import numpy as np

from app.recordings.schema import RecordedFrame
from app.recordings.writer import RecordingWriter
from app.types import Person
from models.body.skinning import Skinner, corpus_rotations
from models.camera.crop import CropBox
from tests.fakes.sheet_recordings import recording_info

TIMES = np.array([0.0, 0.033, 0.071, 0.1, 0.6, 0.633, 0.667])


def joint_set(template):
    """The joints that are recorded of a body or hand."""
    return template.joint_sets["fastmetro14" if template.kind == "body" else "hand21"]


def make_person(template, person_id, vertices, place):
    """A person with this (V, 3) mesh about its root, at (3,) metres."""
    joints = joint_set(template).regress(vertices)
    return Person(
        id=person_id,
        score=0.9,
        crop=CropBox(np.array([320.0, 240.0], np.float32), 200.0, 0.0),
        vertices=vertices,
        joints=joints,
        camera=np.array([0.9, 0.0, 0.1], np.float32),
        translation=place,
        focal_px=600.0,
        joints_2d=np.zeros((len(joints), 2), np.float32),
        box_xyxy=np.array([0, 0, 10, 10], np.float32),
    )


def write_take(path, template, frames, sha256=None, frame_rate=""):
    """Record (time, people) frames of a template, or of one of another hash."""
    info = replace(
        recording_info(template),
        kind=template.kind,
        template_sha256=sha256 or template.sha256,
        joint_names=joint_set(template).names,
        frame_rate=frame_rate,
    )
    writer = RecordingWriter(path, info, template)
    for i, (time, people) in enumerate(frames):
        writer.append([RecordedFrame(time, time, i, people)])
    writer.flush()
    writer.close()
    return path


def record_one(path, template, times, meshes, sha256=None, missing=(), parameters=None):
    """Record (N, V, 3) meshes of one person; frames in ``missing`` have nobody.

    ``parameters`` are further outputs of the model, (N, ...) by name.
    """

    def people(i, mesh):
        vertices, root = template.centred(mesh.astype(np.float32))
        person = make_person(template, 1, vertices, root[0])
        outputs = {name: values[i] for name, values in (parameters or {}).items()}
        return () if i in missing else (replace(person, parameters=outputs),)

    frames = [(time, people(i, mesh)) for i, (time, mesh) in enumerate(zip(times, meshes, strict=True))]
    return write_take(path, template, frames, sha256)


def record_take(anny, path):
    """Record persons 1 (all frames) and 4 (from the second frame on); return {id: (N, V, 3)} meshes."""
    rng = np.random.default_rng(0)
    people = {}
    for person_id in (1, 4):
        start, end = rng.normal(0, 0.3, (2, 22, 3))
        share = (TIMES / TIMES[-1])[:, None, None]
        rotations = corpus_rotations(anny, start + share * (end - start))
        betas = np.tile(anny.skeleton.population[person_id], (len(TIMES), 1))
        vertices, root = anny.centred(Skinner(anny).pose(betas, rotations)[0])
        place = root[:, 0] + np.array([0.3 * person_id, 0, 3]) + share[:, 0] * [0.2, -0.1, 0.5]
        people[person_id] = vertices.astype(np.float32), place.astype(np.float32)
    frames = [
        (time, tuple(make_person(anny, k, *(part[i] for part in people[k])) for k in ((1, 4) if i else (1,))))
        for i, time in enumerate(TIMES)
    ]
    write_take(path, anny, frames)
    meshes = {k: vertices + place[:, None] for k, (vertices, place) in people.items()}
    return {1: meshes[1], 4: meshes[4][1:]}
