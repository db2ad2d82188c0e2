"""Recordings: the file, its writer, reader, repair and library, and the video beside it."""
