"""Draws people over frames, and the camera that looks at them from around."""
