"""Windows, panels, dialogs, tray and theme."""
