"""The classes of inputs, a file each."""
