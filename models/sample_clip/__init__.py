"""Makes the bundled sample clip."""
