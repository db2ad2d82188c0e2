"""Hostile and damaged inputs by the thousand: ``python -m tests.fuzz CLASS --count N``."""
