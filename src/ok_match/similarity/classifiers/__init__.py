"""Classifiers of a single short text, fitted on the text model: what a question asks for, what an organisation does."""
