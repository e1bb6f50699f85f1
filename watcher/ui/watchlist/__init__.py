"""The list of watched instruments."""
