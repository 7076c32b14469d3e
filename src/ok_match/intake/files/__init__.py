"""Bytes become a grid of text, whatever the file format."""
