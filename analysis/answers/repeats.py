"""What does a text print twice?"""

from .base import Answer, head
from .drawing.canvas import Chart, chart, say_nothing
from .old import say_old

NOTHING = "Nothing of the kind was found in these texts"


@chart
def draw_repeats(event):
    """Return a picture, not yet drawn."""
    title = head(ANSWER.say(event), NOTHING)
    return Chart(say_nothing(title), title, "", "", "Empty")


ANSWER = Answer("repeats", "What does a text print twice?", ("sentences",), "2_similarity", say_old("repeats"), draw_repeats)
