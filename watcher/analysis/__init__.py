"""Figures computed from bars: pure functions over arrays."""
