"""Body templates, networks, export, synthetic data, training and evaluation. Never imports ``app``."""
