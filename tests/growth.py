"""How the time of a step grows with its text."""

from math import inf


def is_linear(seconds, short, floor, rounds=4):
    """Tell whether `seconds(size)` takes less than six times as long for four times the size.

    Times below `floor` seconds count as that.  Measured again only while it seems to grow faster: the best times
    decide, since other work on the machine counts too.
    """
    best = {short: inf, 4 * short: inf}
    for _ in range(rounds):
        best = {size: min(time, seconds(size)) for size, time in best.items()}
        if best[4 * short] < 6 * max(best[short], floor):
            return True
    return False
