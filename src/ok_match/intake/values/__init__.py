"""What a cell means: statements, ticks, numbers, ratings, time zones and other traits."""
