"""Which column holds what: header rows, questions over several columns, and the field of each."""
