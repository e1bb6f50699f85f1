"""What is kept on disk: two SQLite databases and one settings file."""
