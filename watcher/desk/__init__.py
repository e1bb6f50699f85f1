"""What the application does, without windows."""
