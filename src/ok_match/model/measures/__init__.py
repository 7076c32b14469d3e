"""The measures: affinities, weights of pairs, and rules as terms and findings."""
