"""Names of people as they are written, and what tells one person from another."""
