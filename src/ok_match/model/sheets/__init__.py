"""A sheet as it was read: the intake, its problems, and the facilitator's corrections."""
