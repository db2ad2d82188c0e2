"""FastMETRO and its parts, in PyTorch."""
