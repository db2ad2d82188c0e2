"""The motion of a recorded person: tracks, bones, refining, foot contacts."""
