"""The language of times."""
