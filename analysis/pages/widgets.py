"""One widget that offers every picture of an event, and what each picture can be asked for."""

from base64 import b64encode
from html import escape
from inspect import signature
from typing import Any

from ipywidgets import HTML, Dropdown, Layout, VBox

PICTURES = {
    "who prints the words of whom": "draw_strips", "two texts joined": "draw_alignment",
    "what a house changed": "draw_style_sheet", "what was cut": "draw_cuts", "what stands twice": "draw_repeats",
    "how alike the texts are": "draw_similarity", "how long the texts are": "draw_lengths",
    "who prints which remark": "draw_coverage", "one remark, word by word": "draw_rewording",
    "who is heard, and when": "draw_hearing", "who is never named": "draw_absences",
    "whose words fill the text": "draw_voices", "which names they print": "draw_names",
    "what people and things are called": "draw_labels", "by which verbs speech is told": "draw_sayings",
    "where they contradict": "draw_differences",
    "who reports what": "draw_item_matrix", "themes": "draw_shares",
}


def list_choices(event, draw) -> list[tuple[str, dict]]:
    """Return what the picture `draw` can be asked for, as (words, arguments); the first is its own choice."""
    asked = signature(draw).parameters
    choices = [("the picture's own choice", {})]
    if "idf" in asked:
        choices += [(f"words weighed by {idf}", {"idf": idf}) for idf in ("background", "corpus")]
    if "other" in asked:
        names = event.articles["article"].astype(str)
        choices += [(f"{event.name(one)} and {event.name(two)}", {"article": one, "other": two})
                    for one in names for two in names if one < two]
    if "utterance" in asked:
        longest = event.versions.assign(size=event.versions["text"].str.len()).sort_values("size", ascending=False)
        longest = longest[longest["utterance"].duplicated(keep=False)].drop_duplicates("utterance").head(20)
        choices += [(f"{speaker}: {text[:60]}", {"utterance": number}) for number, speaker, text
                    in longest[["utterance", "speaker", "text"]].fillna("").itertuples(index=False, name=None)]
    return choices


def explore(event) -> VBox:
    """Return a widget: a list of all pictures, a list of what the chosen one can be asked for, and the picture."""
    import analysis
    wide = Layout(width="min(100%, 40em)")
    picture = Dropdown(options=list(PICTURES), description="picture", layout=wide)
    of = Dropdown(options=["the picture's own choice"], description="of", layout=wide)
    page, known = HTML(), {}

    def draw(_: Any = None) -> None:
        if of.value not in known:  # the lists are being changed
            return
        chart = getattr(analysis, PICTURES[picture.value])(event, **known[of.value])
        data = b64encode(chart.image()).decode()
        page.value = (f"<img src='data:image/png;base64,{data}' alt='{escape(f'{chart.title}. {chart.alt}')}'"
                      f" width='{round(chart.figure.get_figwidth() * 100)}' style='max-width: 100%'>")

    def choose(_: Any = None) -> None:
        known.clear()
        choices = dict(list_choices(event, getattr(analysis, PICTURES[picture.value])))
        of.options = list(choices)
        known.update(choices)
        draw()

    of.observe(draw, names="value")
    picture.observe(choose, names="value")
    choose()
    return VBox([picture, of, page])
