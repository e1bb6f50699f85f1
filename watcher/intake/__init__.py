"""Understands a user's file: bytes to table to columns to rows to a report; it asks nobody and keeps nothing."""
