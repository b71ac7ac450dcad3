"""From the words that name a speaker to one person or body of the event.

names.py reads the names of a text, people.py and bearers.py make one identity of each of all texts; discourse.py tells
whom a pronoun means, lookup.py takes words that name a speaker apart, and the rules of who.py decide.
"""
