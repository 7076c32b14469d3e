"""From the grids of a file to the one table of answers: its header, its body, and the rows that are neither."""
