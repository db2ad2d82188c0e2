"""MediaPipe's tasks without what they plot and record sound with, which nothing here wants.

MediaPipe's package imports all of its tasks, whichever are asked for, and with them Matplotlib, which takes
.4 s and keeps a list of the machine's fonts in files of its own, and sounddevice, which opens the machine's
sound system. What runs MediaPipe at run time imports it from here.
"""

from __future__ import annotations

import sys
from types import ModuleType

# What stands for each; None says that a module is missing, which MediaPipe goes on without.
_STAND_INS: dict[str, ModuleType | None] = {
    "matplotlib": ModuleType("matplotlib"),
    "matplotlib.pyplot": ModuleType("matplotlib.pyplot"),
    "sounddevice": None,
}
_standing_in = {name: module for name, module in _STAND_INS.items() if name not in sys.modules}
sys.modules.update(_standing_in)  # type: ignore[arg-type]
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
