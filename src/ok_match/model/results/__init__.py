"""What comes out: rosters, explanations, pages about one seat, and the record of a run."""
