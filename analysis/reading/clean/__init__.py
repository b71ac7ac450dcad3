"""Cleans a document: text -> pieces, each kept as part of the article or removed, with the rule that decided."""
