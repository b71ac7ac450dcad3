"""One function a figure: each takes an Event and returns a Chart, whose title is what the figure shows."""

from importlib import import_module

_ROOMS = {
    "lengths": ("draw_lengths", "draw_similarity"),
    "reuse": ("draw_strips",),
    "edits": ("draw_alignment", "draw_style_sheet"),
    "voices": ("draw_quoted", "draw_voices"),
    "hearing": ("draw_first_words",),
    "quotes": ("draw_coverage",),
    "rewording": ("draw_rewording",),
    "items": ("draw_item_matrix",),
    "reading": ("draw_lead_body", "draw_reading_depth"),
    "framing": ("draw_barcode", "draw_depth", "draw_shares"),
    "portrait": ("draw_portrait",),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}
__all__ = sorted(_ROOM_OF)


def __getattr__(name):
    if name not in _ROOM_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_ROOM_OF[name]}", __name__), name)


def __dir__():
    return sorted({*globals(), *__all__})
