"""Simulated people: lawful poses, truth that projects where the landmarks lie, errors of the right size."""
