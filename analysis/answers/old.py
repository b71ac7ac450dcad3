"""What the rooms say until each has its own table."""

from ..claims.copies import claim_cuts, claim_families, claim_house_style, claim_repeats
from ..claims.items import claim_disagreements
from ..claims.remarks import claim_rewording, claim_selection, claim_shared_remarks, list_versions
from ..claims.speech import claim_side_balance, claim_silent_sides, claim_sole_speakers
from ..claims.themes import claim_themes

OLD = {
    "copied": lambda e: claim_families(e.families, e.pairs, e.links, e.sentences, e.articles),
    "cuts": lambda e: claim_cuts(e.families, e.pairs, e.links, e.quotes, e.sentences, e.shares, e.shares, e.articles),
    "hearing": lambda e: claim_silent_sides(e.quotes, e.mentions, e.people, e.families, e.articles),
    "absences": lambda e: claim_sole_speakers(e.quotes, e.families, e.articles),
    "sides": lambda e: claim_side_balance(e.quotes, e.families, e.articles),
    "differences": lambda e: claim_disagreements(e.disagreements, e.items, e.families, e.articles),
    "wording": lambda e: claim_rewording(list_versions(e.utterances, e.quotes, e.families, e.articles), e.articles),
    "remarks": lambda e: claim_selection(list_versions(e.utterances, e.quotes, e.families, e.articles), e.articles)
    + claim_shared_remarks(list_versions(e.utterances, e.quotes, e.families, e.articles), e.coverage, e.families,
                           e.articles),
    "style": lambda e: claim_house_style(e.edits, e.links, e.families, e.articles),
    "repeats": lambda e: claim_repeats(e.sentences, e.utterances, e.quotes, e.articles),
    "themes": lambda e: claim_themes(e.shares, e.hits, e.frames, e.families, e.articles, e.paragraphs),
    "items": lambda e: [],
}


def say_old(room):
    """Return the function that says what the room `room` said before it had a table."""
    return lambda event: [{**row, "checked": ""} for row in OLD[room](event)]
