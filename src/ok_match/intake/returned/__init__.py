"""Files that a facilitator filled in and handed back: corrections and decisions."""
