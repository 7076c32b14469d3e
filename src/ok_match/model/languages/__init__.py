"""Languages other than English: how their forms ask, and how people answer about one another; a file each."""

from .language import LANGUAGES, Language, Pair, language_named, language_of, plain_words

__all__ = ["LANGUAGES", "Language", "Pair", "language_named", "language_of", "plain_words"]
