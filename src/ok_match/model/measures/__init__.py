"""What is counted: affinities, the weights of pairs, and rules as terms and findings."""
