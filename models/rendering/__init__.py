"""Rendering with OpenGL (pyrender)."""
