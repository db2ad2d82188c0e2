"""Exports recordings to other tools' formats; each format is one module with one function ``write``."""

from app.export.formats import FORMATS, export
from app.export.refine import RefineFigures, RefineSettings

__all__ = ["FORMATS", "RefineFigures", "RefineSettings", "export"]
