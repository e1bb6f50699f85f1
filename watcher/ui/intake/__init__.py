"""The import dialog: what a file was understood as, what becomes of each line, and the user's word on it."""
