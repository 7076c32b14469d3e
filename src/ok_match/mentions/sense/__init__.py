"""The sense of an answer about others: its clauses, the words that tell, and the stance towards each one named."""
