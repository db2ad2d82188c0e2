"""Everything at run time: cameras, detection, inference, drawing, recording and the window. Never torch."""
