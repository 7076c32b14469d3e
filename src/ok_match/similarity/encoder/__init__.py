"""Vectors of texts, from the text model of the package or one of the user's own."""
