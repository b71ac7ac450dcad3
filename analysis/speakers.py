"""Resolve the words that name a speaker to one name."""

from .tables import conform


def name_speakers(quotes, articles, sentences, people):
    """Return `quotes` with the columns speaker, speaker_type and side filled."""
    return conform("quotes", quotes.assign(speaker=quotes["mention"]), articles)
