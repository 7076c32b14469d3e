"""People's words about one another become conflicts and requests."""
