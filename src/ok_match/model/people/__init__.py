"""Who is in the sheet: participants, their organisations and lines of work, and the conflicts between them."""
