"""Theme words with their evidence, and every case of a word."""
