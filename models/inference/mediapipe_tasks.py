"""MediaPipe's tasks without what they plot and record sound with, which nothing here wants.

MediaPipe's package imports all of its tasks, whichever are asked for, and with them Matplotlib, which takes
.4 s and keeps a list of the machine's fonts in files of its own, and sounddevice, which opens the machine's
sound system. What runs MediaPipe at run time imports it from here.
"""

from __future__ import annotations

import sys
from types import ModuleType

_PLOTS = ("matplotlib", "matplotlib.pyplot")
_SOUND = "sounddevice"  # MediaPipe goes on without it


def _stand_ins() -> dict[str, ModuleType | None]:
    """Return what stands for the libraries that are not loaded yet, by name; None for one that is missing."""
    missing: dict[str, ModuleType | None] = {_SOUND: None}
    empty = {name: ModuleType(name) for name in _PLOTS}
    return {name: module for name, module in (missing | empty).items() if name not in sys.modules}


_standing_in = _stand_ins()
sys.modules.update(_standing_in)  # type: ignore[arg-type] # None says that a module is missing
try:
    from mediapipe import Image, ImageFormat
    from mediapipe.tasks.python.core.base_options import BaseOptions
    from mediapipe.tasks.python.vision.core.vision_task_running_mode import VisionTaskRunningMode
    from mediapipe.tasks.python.vision.hand_landmarker import (
        HandLandmarker,
        HandLandmarkerOptions,
        HandLandmarkerResult,
    )
    from mediapipe.tasks.python.vision.pose_landmarker import PoseLandmarker, PoseLandmarkerOptions
finally:
    for _name in _standing_in:
        del sys.modules[_name]

__all__ = [
    "BaseOptions",
    "HandLandmarker",
    "HandLandmarkerOptions",
    "HandLandmarkerResult",
    "Image",
    "ImageFormat",
    "PoseLandmarker",
    "PoseLandmarkerOptions",
    "VisionTaskRunningMode",
]
