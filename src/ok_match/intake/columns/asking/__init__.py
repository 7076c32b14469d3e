"""What the words of a question ask for, without a look at the answers."""
