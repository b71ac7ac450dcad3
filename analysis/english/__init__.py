"""What is known of the English language: words, lists, phrases.  Knows no table."""
