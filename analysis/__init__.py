"""How each outlet told one event: every step from a folder of articles to findings.

`Event(folder)` holds all tables; the steps that make them are public too, for those who want one
table and no more.  Names are looked up when first used, so that importing this package is quick.
"""

import gc
from importlib import import_module

_ROOMS = {
    "event": ("SEEDS", "Event"),
    "reading.files": ("InputError",),
    "reading.articles": ("find_paragraphs", "load_articles"),
    "reading.sidetables": ("load_frames", "load_hand", "load_people"),
    "english.words": ("count_words", "find_words"),
    "text.marks": ("find_marks",),
    "text.sentences": ("split_sentences",),
    "speech.quotes": ("find_quotes",),
    "speech.voices": ("find_voices",),
    "naming.mentions": ("count_names", "find_mentions"),
    "naming.vocabulary": ("measure_keyness",),
    "copies.similarity": ("check_similarity", "compare_articles", "explain_pair", "find_likest_pair"),
    "copies.reuse": ("link_sentences",),
    "copies.edits": ("find_edits",),
    "copies.families": ("compare_pairs", "find_families"),
    "answers.writing.lengths": ("measure_lengths",),
    "answers": ("find_answer", "list_answers"),
    "answers.drawing.alignment": ("draw_alignment",),
    "answers.absences": ("draw_absences",),
    "answers.copied": ("draw_strips",),
    "answers.cuts": ("draw_cuts",),
    "answers.differences": ("draw_differences",),
    "answers.hearing": ("draw_hearing",),
    "answers.items": ("draw_item_matrix",),
    "answers.labels": ("draw_labels",),
    "answers.names": ("draw_names",),
    "answers.sayings": ("draw_sayings",),
    "answers.drawing.likeness": ("draw_lengths", "draw_similarity"),
    "answers.remarks": ("draw_coverage",),
    "answers.repeats": ("draw_repeats",),
    "answers.sides": ("draw_voices",),
    "answers.style": ("draw_style_sheet",),
    "answers.themes": ("draw_shares",),
    "answers.wording": ("draw_rewording",),
    "themes.hits": ("find_hits", "measure_precision", "share_themes"),
    "pages.show": ("readable", "show_findings", "show_headlines", "tell"),
    "pages.widgets": ("explore",),
    "pages.reader": ("choose_evidence", "choose_pair", "read_side_by_side", "show_evidence"),
    "themes.concordance": ("list_cases",),
    "facts.agreement": ("compare_with_reader",),
    "pages.coding": ("draw_sheet", "list_hit_units", "list_item_units", "list_label_units", "list_quote_units",
                     "make_sheets", "read_sheet", "write_sheet"),
    "pages.agreement": ("compare_sheets", "measure_agreement"),
    "archive.stories": ("find_siblings", "find_stories"),
    "archive.pictures": ("plot_reuse", "plot_speakers", "share_reuse"),
    "archive.results": ("load_results", "map_archive", "read_story", "save_story"),
    "tables": ("codebook",),
    "rules": ("list_thresholds",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}
__all__ = sorted(_ROOM_OF)


def __getattr__(name):
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    collects = gc.isenabled()
    gc.disable()  # what is imported stays: the collector would look through it three hundred times meanwhile
    try:
        return getattr(import_module(f".{_ROOM_OF[name]}", __name__), name)
    finally:
        if collects:
            gc.enable()


def __dir__():
    return sorted({*globals(), *__all__})
