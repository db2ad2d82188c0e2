"""Records a small take of two people, with uneven times, a gap, and a person who comes later."""

import numpy as np

from app.recording import RecordedFrame, RecordingInfo, RecordingWriter
from app.types import Person
from models.geometry import CropBox
from models.skinning import Skinner, corpus_rotations

TIMES = np.array([0.0, 0.033, 0.071, 0.1, 0.6, 0.633, 0.667])


def make_person(template, person_id, vertices, place):
    """A person with this (V, 3) mesh about its root, at (3,) metres."""
    return Person(
        id=person_id,
        score=0.9,
        crop=CropBox(np.array([320.0, 240.0], np.float32), 200.0, 0.0),
        vertices=vertices,
        joints=template.joint_sets["fastmetro14"].regress(vertices),
        camera=np.array([0.9, 0.0, 0.1], np.float32),
        translation=place,
        focal_px=600.0,
        joints_2d=np.zeros((14, 2), np.float32),
        box_xyxy=np.array([0, 0, 10, 10], np.float32),
    )


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
    info = RecordingInfo(
        source="test",
        width=640,
        height=480,
        model="none",
        model_version="1",
        body=anny.name,
        kind="body",
        template_sha256=anny.sha256,
        joint_names=anny.joint_sets["fastmetro14"].names,
        started_at="2026-01-01T00:00:00+00:00",
    )
    writer = RecordingWriter(path, info, anny)
    for i, time in enumerate(TIMES):
        seen = (1, 4) if i else (1,)
        bodies = tuple(make_person(anny, k, people[k][0][i], people[k][1][i]) for k in seen)
        writer.append([RecordedFrame(time, time, i, bodies)])
    writer.flush()
    writer.close()
    meshes = {k: vertices + place[:, None] for k, (vertices, place) in people.items()}
    return {1: meshes[1], 4: meshes[4][1:]}
