"""Findings on what was reported: items that one text alone has, items that all have, accounts that differ."""

from datetime import date

from ..english.stems import stem
from ..english.wording import count, join_names, shorten
from ..english.words import folded_words
from ..facts.values import find_office
from .base import body_speech, claim, family_of, name_families, name_outlets, spans

KINDS = {"number": "a number", "date": "a date", "name": "the spelling of a name", "role": "an office",
         "tense": "what has happened and what has not yet"}
_NEW = 0.3  # share of a sentence's longer words that no other text has, from which it is shown for what one text adds
_BACKWARD = frozenset(["he", "she", "it", "they", "we", "i", "you", "his", "her", "its", "their", "this", "that",
                       "these", "those", "but", "and", "or", "so", "also", "yet", "then", "there", "here", "such",
                       "both", "earlier", "later"])
_QUOTABLE = (8, 45)  # words of a sentence that is shown for an item: whole, and short enough to be read


def claim_sole_items(items, sentences, quotes, families, articles):
    """Return the finding of how many items stand in every text family and how many in one alone."""
    told = items[items["state"] == "reported"].astype({"article": str})
    texts = families["family"].nunique()
    if texts < 2 or told.empty:
        return []
    told = told.assign(family=told["article"].map(family_of(families)))
    reach = told.groupby("item").agg(families=("family", "nunique"), family=("family", "first"))
    alone, shared = reach[reach["families"] == 1], int((reach["families"] == texts).sum())
    if alone.empty:
        return [
            claim(
                f"No item was found in one text alone: {count(len(reach), 'item')}, each in two texts or more.",
                0,
                "items",
                "draw_item_matrix",
                0.3,
                spans(told[told["item"] == told["item"].iloc[0]].drop_duplicates("family")),
            )
        ]
    named = name_families(families, name_outlets(articles))
    most = alone["family"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    parts = [f"{named[family]} {number:,}" for family, number in most.items()]
    unit = "text family" if texts < len(families) else "text"
    sentence = (
        f"Of {count(len(reach), 'reported item')}, {shared or 'none'} {'was' if shared == 1 else 'were'} found in "
        f"every {unit} and {len(alone):,} in one alone ({join_names(parts)})"
    )
    sentence += _tell_later(items, alone.index, families, articles)
    told = told.assign(alone=told["item"].isin(alone.index))
    places = _pick_lone(told, most.index, sentences, quotes, articles, families)[:2]
    places = places or list(spans(told[told["alone"]].drop_duplicates("family")))
    strength = 0.5 + 0.2 * len(alone) / len(reach)
    return [claim(sentence + ".", len(alone), "items", "draw_item_matrix", strength, places)]


def _tell_later(items, alone, families, articles):
    """Say which texts tell of a later day than the others know of, and how many of their own items are later."""
    later = items[items["item"].isin(alone) & (items["reason"] == "later")]["item"].nunique()
    knows = articles.set_index(articles["article"].astype(str))["knows_until"].dropna()
    if not later or knows.empty:
        return ""
    newest, outlets = knows.max(), name_outlets(articles)
    first = [outlets[name] for name in knows.index[knows == newest]]
    day = date.fromisoformat(newest)
    return (
        f"; at least {later} of them became known too late for others, since only {join_names(first)} "
        f"{'tells' if len(first) == 1 else 'tell'} of {day.day} {day:%B}"
    )


def _pick_lone(told, chosen, sentences, quotes, articles, families):
    """Return, for each chosen family that has one, the sentence whose words are least in other texts' vocabulary.

    All items of the sentence are its family's own; it is not in quotation marks and does not lean on the one before.
    """
    family = family_of(families)
    stems = {name: {stem(word) for word in folded_words(text)}
             for name, text in zip(articles["article"].astype(str), articles["text"], strict=True)}
    body = sentences[(sentences["zone"] == "body") & sentences["words"].between(*_QUOTABLE)].astype({"article": str})
    alone = told.groupby(["article", "sentence"]).agg(alone=("alone", "all"), family=("family", "first"))
    lines = body.merge(alone[alone["alone"]].reset_index(), on=["article", "sentence"])
    spoken = {}
    for row in body_speech(quotes).itertuples():
        spoken.setdefault(row.article, []).append((row.start, row.end))
    places = []
    for one in chosen:
        known = set().union(*(words for name, words in stems.items() if family[name] != one))
        best = None
        for row in lines[lines["family"] == one].itertuples():
            opener = row.text.partition(" ")[0].strip(",").lower()
            heard = any(start < row.end and row.start < end for start, end in spoken.get(row.article, ()))
            words = [stem(word) for word in folded_words(row.text) if len(word) > 3]
            new = sum(word not in known for word in words) / max(len(words), 1)
            if not heard and opener not in _BACKWARD and new > (best[0] if best else _NEW):
                best = new, (row.article, row.start, row.end)
        if best:
            places.append(best[1])
    return places


def claim_disagreements(disagreements, items, families, articles):
    """Return up to two findings of accounts that differ between text families, side by side."""
    outlets, family, rows = name_outlets(articles), family_of(families), []
    told = disagreements.astype({"article": str})
    told = told.assign(family=told["article"].map(family))
    labels = items.drop_duplicates("item").set_index("item")["label"]
    weight = {"date": 0.8, "role": 0.75, "number": 0.75, "tense": 0.5, "name": 0.3}
    for (item, kind), values in told.groupby(["item", "kind"], observed=True):
        if values["family"].nunique() < 2:
            continue
        values = values.assign(key=[find_office(value) if kind == "role" else value for value in values["value"]])
        said = values.groupby("key", sort=False).agg(value=("value", "first"), names=("article", dict.fromkeys))
        parts = [f"{join_names([outlets[name] for name in row.names])} “{row.value}”" for row in said.itertuples()]
        shown = values.drop_duplicates("key").head(2)
        about = shorten(labels.get(item, "an item"), 90)
        rows.append(
            claim(
                f"Accounts differ on {KINDS[kind]} ({about}): {'; '.join(parts[:3])}.",
                len(said),
                "versions",
                "draw_item_matrix",
                weight[kind],
                [(v.article, v.start, v.end) for v in shown.itertuples()],
            )
        )
    return sorted(rows, key=lambda row: -row["strength"])[:2] or _claim_accord(items, family)


def _claim_accord(items, family):
    """Return the finding that no accounts were found to differ, of the items that two text families have."""
    told = items[items["state"] == "reported"].astype({"article": str})
    told = told.assign(family=told["article"].map(family))
    shared = told[told.groupby("item")["family"].transform("nunique") > 1]
    if shared.empty:
        return []
    number = shared["item"].nunique()
    best = shared[shared["item"] == shared.sort_values(["score", "item"], ascending=[False, True])["item"].iloc[0]]
    sentence = (
        f"Where two texts or more report the same ({count(number, 'item')}), no number, date, office or name was found "
        "to differ."
    )
    return [claim(sentence, number, "items", "draw_item_matrix", 0.15, spans(best.drop_duplicates("family")))]
