"""Networks that run on an inference server, and what is done while it is away."""
