"""Bars as numpy arrays: live series, resampling, levels of detail, and the axis that maps time to slots."""
