"""One sentence read, with each quote in it as one token: who is said to speak, and what is reported.

tagged.py and tags.py read it; noun_phrases.py, verbs.py and subjects.py find its parts; after_quote.py, clues.py and
attribution.py decide who speaks a quote; clauses.py, bare_clauses.py and reported.py find indirect speech.
"""
