"""Live results for other programs: each output has its address in the options and a thread of its own."""
