"""Rules that count how many members of a cohort are of a kind."""
