"""What the cells below recognised columns say, column by column and person by person."""
