"""Vectors become themes: the theme space of the package, or one fitted for a program."""
