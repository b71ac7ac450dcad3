"""One sentence read: its words, phrases, subjects, who is said to speak, what is reported."""
