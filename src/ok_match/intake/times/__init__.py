"""The language of times: what people write about when they can meet becomes slots in normal form."""
