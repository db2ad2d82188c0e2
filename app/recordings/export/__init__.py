"""Exports recordings to other tools' formats; a module has one ``write`` function for each format in it."""

from app.recordings.export.formats import FORMATS, export
from app.recordings.motion.refine import RefineFigures, RefineSettings

__all__ = ["FORMATS", "RefineFigures", "RefineSettings", "export"]
