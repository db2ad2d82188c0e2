"""Exports recordings to other tools' formats; a module has one ``write`` function for each format in it."""

from app.export.formats import FORMATS, export
from app.export.refine import RefineFigures, RefineSettings

__all__ = ["FORMATS", "RefineFigures", "RefineSettings", "export"]
