"""Running a model's ONNX file: its record, where it is kept, from image to mesh."""
