"""The results of a run: the roster, its explanations, pages about one seat, and the record."""
