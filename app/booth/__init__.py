"""A booth that runs by itself, without its window: its file, what it says, and the rules of a visit."""
