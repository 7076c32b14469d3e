"""Rules about any two members of a cohort, by what each of them is."""
