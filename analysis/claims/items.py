"""Findings on what was reported: items that one text alone has, items that all have, accounts that differ."""

from ..wording import count, join_names, shorten
from .base import claim, family_of, name_families, name_outlets


def claim_sole_items(items, families, articles):
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
                f"Every one of the {count(len(reach), 'item')} stands in more than one text.",
                0,
                "items",
                "draw_item_matrix",
                0.3,
                [],
            )
        ]
    named = name_families(families, name_outlets(articles))
    most = alone["family"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    shown = told[told["item"].isin(alone.index)].sort_values(["family", "position"], kind="stable")
    first = shown[shown["position"] > 0].drop_duplicates("family").set_index("family")
    parts = [
        f"{named[family]} {number}"
        + (f" (such as “{shorten(first.loc[family, 'label'], 90)}”)" if family in first.index else "")
        for family, number in most.items()
    ]
    places = [
        (row.article, row.start, row.end)
        for row in first.loc[[name for name in most.index if name in first.index][:2]].itertuples()
    ]
    return [
        claim(
            f"Of {count(len(reach), 'reported item')}, {shared} {'stands' if shared == 1 else 'stand'} in every "
            f"text and {len(alone)} in one alone: {join_names(parts)}.",
            len(alone),
            "items",
            "draw_item_matrix",
            0.5 + 0.3 * len(alone) / len(reach),
            places,
        )
    ]


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
        said = values.groupby("value", sort=False)["article"].agg(
            lambda names: join_names([outlets[name] for name in dict.fromkeys(names)])
        )
        parts = [f"{names} “{value}”" for value, names in said.items()]
        shown = values.drop_duplicates("value").head(2)
        about = shorten(labels.get(item, "an item"), 90)
        rows.append(
            claim(
                f"Accounts differ on a {kind} ({about}): {'; '.join(parts[:3])}.",
                len(said),
                "versions",
                "draw_item_matrix",
                weight[kind],
                [(v.article, v.start, v.end) for v in shown.itertuples()],
            )
        )
    return sorted(rows, key=lambda row: -row["strength"])[:2]
