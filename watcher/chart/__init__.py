"""The price chart."""
