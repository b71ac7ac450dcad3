"""What was cut?"""

from .base import Answer, head
from .drawing.canvas import Chart, chart, say_nothing
from .old import say_old

NOTHING = "Nothing of the kind was found in these texts"


@chart
def draw_cuts(event):
    """Return a picture, not yet drawn."""
    title = head(ANSWER.say(event), NOTHING)
    return Chart(say_nothing(title), title, "", "", "Empty")


ANSWER = Answer("cuts", "What was cut?", ("pairs", "families", "quotes"), "2_similarity", say_old("cuts"), draw_cuts)
