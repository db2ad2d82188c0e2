"""The machine: its display, files, memory and native libraries, and errors in words for people."""
