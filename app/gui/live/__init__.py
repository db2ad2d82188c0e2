"""The live page: its panel, bar and readout."""
