"""Where frames come from; each kind of source has a file, and a line in ``open.py``."""
