"""The language of times to meet: how people write when they can come, and its normal form."""
