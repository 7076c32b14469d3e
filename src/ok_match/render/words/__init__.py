"""All English about people, cohorts, sheets and programs."""
