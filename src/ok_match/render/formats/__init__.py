"""Typesetting: a document, or a table, as text."""
