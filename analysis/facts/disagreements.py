"""Disagreements: the same thing with another number, day, name, office, speaker, or with and without a not.

Precision before recall: two accounts differ only where both are about one thing (contradictions.py, moments.py) and
no value fits both.  A sum in two currencies, a rank beside an office and a day written in two ways are no
disagreement; nor is what a text of another event says.
"""

from collections import defaultdict

import pandas as pd

from ..tables import conform
from .moments import find_moments
from .mouths import find_mouths
from .negations import find_negations
from .persons import find_names_apart
from .quantities import find_quantities, item_at
from .strangers import find_strangers
from .tenses import find_tenses


def find_disagreements(items, sentences, articles, values, days, voices, quotes, utterances, similarity=None):
    """Return the table `disagreements`, with `rule`, the reason why two values count as being about one thing.

    about is what the value is of: a measure (dead), a unit (hours, $), a verb, a surname.  item is that of the first
    value that lies in one.  A difference whose values lie in no item is left out: nothing could be said of it.
    """
    passages, coded = list_passages(items), frozenset(items.loc[items["by"] == "hand", "item"])
    found = (find_quantities(values, days, sentences, passages) + find_moments(days, sentences, passages, coded)
             + find_names_apart(articles, sentences) + find_negations(sentences, voices)
             + find_mouths(utterances, quotes, articles) + find_tenses(items, sentences, articles))
    texts = dict(zip(articles["article"].astype(str), articles["text"], strict=True))
    order = {name: number for number, name in enumerate(texts)}
    strange = set(find_strangers(articles, similarity))
    rows = []
    for difference in found:
        places = sorted({place for place in difference.places if place[0] not in strange},
                        key=lambda place: (order[place[0]], place[1]))
        item = next((item for place in places if (item := _find_item(passages, place)) >= 0), -1)
        said = {texts[article][start:end].casefold() for article, start, end in places}
        if item >= 0 and len({article for article, *_ in places}) > 1 and len(said) > 1:
            rows += [(item, difference.kind, article, texts[article][start:end], start, end,
                      difference.about, difference.rule, order[article]) for article, start, end in places]
    columns = ["item", "kind", "article", "value", "start", "end", "about", "rule", "order"]
    table = pd.DataFrame(rows, columns=columns).drop_duplicates(["item", "kind", "article", "start", "end"])
    table = table.sort_values(["item", "kind", "about", "order", "start"], kind="stable")
    return conform("disagreements", table.drop(columns="order").astype({"rule": "str"}), articles)


def list_passages(items):
    """Return {article: [(start, end, item)]} of what is reported, in order."""
    told = items[items["state"] == "reported"]
    found = defaultdict(list)
    columns = told["article"].astype(str), told["start"], told["end"], told["item"]
    for article, start, end, item in zip(*columns, strict=True):
        found[article].append((int(start), int(end), int(item)))
    return {article: sorted(spans) for article, spans in found.items()}


def _find_item(passages, place):
    """Return the item of a place: that of its passage, else of the nearest one around; -1 without one."""
    article, start, _ = place
    item = item_at(passages, article, start)
    if item >= 0:
        return item
    near = [span for span in passages.get(article, ()) if abs(span[0] - start) < 400]
    return min(near, key=lambda span: min(abs(span[0] - start), abs(span[1] - start)))[2] if near else -1
