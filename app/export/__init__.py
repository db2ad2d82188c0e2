"""Exports recordings to other tools' formats; each format is one module with one function ``write``."""

from app.export.formats import FORMATS, export

__all__ = ["FORMATS", "export"]
