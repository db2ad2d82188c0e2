"""Synthetic people for training: characters, poses, light, and rendering them."""
