"""Lines of the overview at the head of a report."""
