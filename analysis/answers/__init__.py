"""What a page says: one room a question, with its table, its sentence and its picture.

A room makes a table (an attribute of Event, declared in `tables`), says what may be said of it, and draws it.
Sentence and picture read that one table, and the picture's title is the room's first sentence:

    from analysis.answers import list_answers, find_answer
    for answer in list_answers():            # in the order in which a page asks them
        answer.name                          # "hearing": the room, and the column `answer` of event.findings
        answer.question                      # "Who is heard?"
        answer.tables                        # ("hearing",): the attributes of Event that it reads
        answer.notebook                      # "3_quotes": the notebook that prints these tables
        answer.say(event)                    # a list of findings (writing/base.py); [] where nothing may be said
        answer.draw(event)                   # a Chart: .title .subtitle .caption .alt, .image("png"), .save("x.pdf")
    find_answer("hearing").draw(event)

`event.findings` is the best of what all rooms say, ranked as an editor would (writing/findings.py): finding, claim,
number, unit, notebook, strength, evidence, and beside them `answer` (the room's name) and `checked` (what was looked
at before the sentence was printed, in words for a reader who doubts it).  A row's picture is
`find_answer(row.answer).draw(event)`.  `event.name(article)` is the one name of an article's outlet.
The drawings are public as `analysis.draw_strips(event)` and so on; nothing above this room computes a number that a
page prints.  Importing a room imports no matplotlib.

Each file here is a question; what several of them share stands in writing/ (the record of a finding, its ranking and
evidence, what speaks against printing it) and drawing/ (the canvas, and pictures that belong to no one question).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .writing.base import Answer

# In the order of a page's questions.
ROOMS = ("remarks", "differences", "cuts", "absences", "hearing", "sides", "wording", "labels", "sayings", "names",
         "copied", "style", "items", "themes", "repeats")


def list_answers() -> list[Answer]:
    """Return the answers of all rooms, in the order of a page."""
    return [find_answer(name) for name in ROOMS]


def find_answer(name: str) -> Answer:
    """Return the answer of the room `name`; raises KeyError where there is none."""
    if name not in ROOMS:
        raise KeyError(f"no answer {name}: there are {', '.join(ROOMS)}")
    return import_module(f".{name}", __name__).ANSWER
