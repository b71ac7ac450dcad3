"""Who says what in one article after another: quotes (quotes.py), whose every word is (voices.py).

passages.py reads a text for speech, kinds.py and titles.py tell what stands in its marks; sentence/ finds in a sentence
which words name who speaks, speakers/ whom these words name.  The same remark in several outlets is for remarks/.
"""
