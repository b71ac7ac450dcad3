"""Who printed whose words: likeness, matching sentences, edits, text families."""
