"""Rules about a cohort as a whole: its common ground and its meeting time."""
