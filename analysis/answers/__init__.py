"""What a page says: one room a question."""
