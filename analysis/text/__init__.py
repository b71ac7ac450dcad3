"""Marks, sentences, spans: how a text is cut, with exact offsets."""
