"""Which names does an outlet never print?"""

from .base import Answer, head
from .drawing.canvas import Chart, chart, say_nothing
from .old import say_old

NOTHING = "Nothing of the kind was found in these texts"


@chart
def draw_absences(event):
    """Return a picture, not yet drawn."""
    title = head(ANSWER.say(event), NOTHING)
    return Chart(say_nothing(title), title, "", "", "Empty")


ANSWER = Answer("absences", "Which names does an outlet never print?", ("quotes",), "3_quotes", say_old("absences"), draw_absences)
