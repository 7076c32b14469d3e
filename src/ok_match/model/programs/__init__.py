"""The program of a facilitator: its rules, and themes of its own."""
