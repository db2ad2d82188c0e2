"""Exports recordings to other tools' formats; a module has one ``write`` function for each format in it."""
