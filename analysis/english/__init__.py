"""What is known of the English language: words, lists, phrases.  Knows no table.

Every set or list of English words stands here, one of each, under a name of the field: function words in grammar, verbs
of saying and of telling in verbs, nouns, names, posts (offices of people), what a word stands for in lexicon and
classes, forms and synonyms in stems, spellings, calendar, numbers, countries; words is the tokeniser, wording puts
numbers and lists into words, wordlists reads lists/*.csv.

A pattern that says how words follow one another stays with the rule that reads it and takes its words from here.
What pages print around a text (advertisement, read more, labels, credits, platforms) is knowledge of pages, not of
English: it stays in reading/clean, beside lists/furniture.csv.
"""
