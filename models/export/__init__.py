"""Writes networks to ONNX, and imports the published ones."""
