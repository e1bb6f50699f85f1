"""What the user holds, and how it came about."""
