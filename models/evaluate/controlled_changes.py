"""The same synthetic person rendered again: in boxes that lie badly, with other skins, by a good camera."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from models.camera.crop import CropBox, crop_from_landmarks
from models.evaluate.groups import SKINS
from models.synthetic.augmentation import SIZE, CameraAugmentation
from models.synthetic.generator import finish
from models.synthetic.materials import skin_material, skin_tone
from models.synthetic.render_cpu import Scene, render
from models.synthetic.shading import SKIN as SKIN_MATERIAL

if TYPE_CHECKING:
    from models.evaluate.comparison import PersonEvaluator
    from models.synthetic.sample import Description

RIGHT = "the right box"
# How a box lies: its side and the shift of its middle, in sides of the true box.
BOXES = {
    RIGHT: (1.0, (0.0, 0.0)),
    **{f"scaled by {scale:g}": (scale, (0.0, 0.0)) for scale in (0.8, 0.9, 1.1, 1.2, 1.4)},
    "10 % to the left": (1.0, (-0.1, 0.0)),
    "10 % to the right": (1.0, (0.1, 0.0)),
    "10 % up": (1.0, (0.0, -0.1)),
    "10 % down": (1.0, (0.0, 0.1)),
}
GOOD_CAMERA = CameraAugmentation(
    pixels=SIZE,
    blur=None,
    motion=None,
    gamma=1.0,
    gains=np.ones(3),
    contrast=1.0,
    brightness=0.0,
    grey=False,
    noise=0.005,
    grain=(0, 0),
    sharpening=None,
    quality=90,
)


def in_boxes(
    evaluator: PersonEvaluator, skin_masks: np.ndarray, description: Description
) -> dict[str, float]:
    """Render somebody as each of BOXES shows them; return the model's PA-MPJPE in mm.

    The smallest and the largest box are followed by the one that the model's own mesh asks for next, as in
    the program's next frame.
    """
    unit = 1000.0  # pixels: the rule thinks in them, while the image has focal length 1

    def look(box: CropBox) -> tuple[float, CropBox]:
        crop = CropBox((box.center / unit).astype(np.float32), box.size / unit, box.angle)
        image = rendered_again(description, replace(description.scene, crop=crop), skin_masks)
        vertices, points_2d = evaluator.predict(image, crop, landmarks_in_plane(description))
        marks = box.image_from_crop(evaluator.landmarks.regress(points_2d))
        return evaluator.pa_mpjpe_of(vertices, description), crop_from_landmarks(
            evaluator.model.info.crop, marks
        )

    marks = landmarks_in_plane(description) * unit
    right = crop_from_landmarks(evaluator.model.info.crop, marks)
    errors = {}
    for name, (size, shift) in BOXES.items():
        centre = right.image_from_crop(2 * np.array(shift)).astype(np.float32)
        errors[name], following = look(CropBox(centre, right.size * size, right.angle))
        if size in (0.8, 1.4):
            errors[f"{name}, next frame"], _ = look(following)
    return errors


def in_skins(
    evaluator: PersonEvaluator, skin_masks: np.ndarray, description: Description
) -> dict[str, float]:
    """Render somebody with each of five skins and nothing else changed.

    Returns
    -------
    By how many mm the model's PA-MPJPE lies above its mean over the five.
    """
    errors = {}
    for skin, name in zip(np.arange(0.1, 1, 0.2), SKINS, strict=True):
        person, *others = description.scene.people
        materials, tone = person.materials.copy(), skin_tone(1 - skin)
        materials[materials[:, 0] == SKIN_MATERIAL, 1:7] = skin_material(tone, tone, 0, 0, 0, 0)[1:7]
        people = (replace(person, materials=materials), *others)
        image = rendered_again(description, replace(description.scene, people=people), skin_masks)
        errors[name] = evaluator.pa_mpjpe_of(_predicted(evaluator, image, description), description)
    mean = sum(errors.values()) / len(errors)
    return {name: error - mean for name, error in errors.items()}


def with_good_camera(evaluator: PersonEvaluator, skin_masks: np.ndarray, description: Description) -> float:
    """Return by how many mm the model's PA-MPJPE changes when the webcam has no faults but a little noise."""
    errors = [
        evaluator.pa_mpjpe_of(
            _predicted(evaluator, rendered_again(filmed, filmed.scene, skin_masks), description), description
        )
        for filmed in (description, replace(description, augmentation=GOOD_CAMERA))
    ]
    return errors[1] - errors[0]


def rendered_again(description: Description, scene: Scene, skin_masks: np.ndarray) -> np.ndarray:
    """Return the image of a changed scene, with nothing held before the camera and no edge of the photo."""
    changed = replace(description, scene=scene, occluders=(), truncation=None)
    return finish(changed, *render(scene, skin_masks)).image


def landmarks_in_plane(description: Description) -> np.ndarray:
    """Return the (33, 2) true landmarks in the plane of a camera of focal length 1."""
    return description.scene.crop.image_from_crop(description.landmarks_2d)


def _predicted(evaluator: PersonEvaluator, image: np.ndarray, description: Description) -> np.ndarray:
    """Return the (V, 3) vertices that the model gives of an image of a description's own crop."""
    return evaluator.predict(image, description.scene.crop, landmarks_in_plane(description))[0]
