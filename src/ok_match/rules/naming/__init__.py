"""Rules about people who are named: apart, together, seats, requests, conflicts, earlier cohorts."""
