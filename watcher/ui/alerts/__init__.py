"""Alerts: the quick field at a price, the editor, and the page with alerts and the log of what fired."""
