"""Sentences and numbers for people, in their language."""
