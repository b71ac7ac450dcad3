"""The same words quoted in several articles: utterances, statements, coverage."""
