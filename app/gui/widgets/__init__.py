"""Widgets and the look that both pages share."""
