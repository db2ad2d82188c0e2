"""Measures models: benchmarks, photos and synthetic people."""
