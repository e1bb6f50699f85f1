"""The words of the trade as values: standard library only, no input or output."""
