"""What a sheet holds: the intake, its problems, and what the facilitator corrected in it."""
