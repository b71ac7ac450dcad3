"""What each text reports: items, a reader's own coding of them, and accounts that differ."""
