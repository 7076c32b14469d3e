"""Rows become people: who is admitted, who is held, and what each of them wrote."""
