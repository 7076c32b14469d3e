"""What the facilitator wants: a program, its rules, and themes of its own."""
