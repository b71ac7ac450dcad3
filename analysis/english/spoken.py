"""What speech has that print leaves out or writes otherwise: hedges, fillers, contractions."""

# Words that say how far something holds: almost, never, most.
HEDGES = frozenset(["little", "bit", "almost", "nearly", "perhaps", "maybe", "possibly", "probably", "likely", "only",
                    "never", "always", "hardly", "barely", "exactly", "all", "every", "most", "many", "few", "some",
                    "both", "several", "no", "none", "least", "more", "less", "often", "seldom", "rarely",
                    "sometimes", "again", "soon", "still", "enough", "against", "without", "unless", "if", "everybody",
                    "everyone", "nobody", "somebody", "someone", "nothing", "everything", "something", "repeatedly"])
# Words that may go without a change of sense.
FILLERS = frozenset(["just", "really", "very", "actually", "basically", "simply", "obviously", "well", "so", "then",
                     "now", "like", "kind", "sort", "lot", "lots", "thing", "things", "go", "going", "get", "got",
                     "know", "mean", "um", "uh", "er", "ah", "oh", "okay", "ok", "yes", "quite", "indeed", "also",
                     "too", "even", "way", "one", "ones", "sir", "madam", "say", "said", "please", "let"])
# What is written out for a whole word, and for the end of one.
CONTRACTIONS = {"cannot": ("can", "not"), "can't": ("can", "not"), "won't": ("will", "not"), "shan't": ("shall", "not"),
                "gonna": ("going", "to"), "wanna": ("want", "to"), "gotta": ("got", "to"), "ain't": ("is", "not"),
                "let's": ("let", "us"), "'em": ("them",), "gimme": ("give", "me"), "dunno": ("do", "not", "know")}
CONTRACTED_ENDS = {"'re": "are", "'ll": "will", "'ve": "have", "'d": "had", "'m": "am"}
