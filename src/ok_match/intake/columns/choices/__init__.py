"""Questions that are answered by choosing: their columns, the marks in them, their options and the order of those."""
