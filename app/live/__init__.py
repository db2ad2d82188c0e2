"""The live pipeline: detection, reconstruction, tracking, smoothing, and the threads around them."""
