"""Where do accounts contradict?"""

from .base import Answer, head
from .drawing.canvas import Chart, chart, say_nothing
from .old import say_old

NOTHING = "Nothing of the kind was found in these texts"


@chart
def draw_differences(event):
    """Return a picture, not yet drawn."""
    title = head(ANSWER.say(event), NOTHING)
    return Chart(say_nothing(title), title, "", "", "Empty")


ANSWER = Answer("differences", "Where do accounts contradict?", ("disagreements",), "4_framing", say_old("differences"), draw_differences)
