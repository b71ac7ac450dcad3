"""Who says what: quotes, the words that name their speakers, and the same utterance in several outlets."""
