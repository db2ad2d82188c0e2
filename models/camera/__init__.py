"""The crop that a network sees, and the projection of a camera."""
