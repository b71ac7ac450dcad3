"""Whether two numbers can both be true as they are written: 300 and 312, not 300 and 350."""

import math
from typing import Protocol


class Written(Protocol):
    """What `differ` asks of a value; its ends, how finely it is written, and whether it is qualified."""

    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...
    @property
    def step(self) -> float: ...
    @property
    def rough(self) -> bool: ...


def differ(one: Written, other: Written) -> bool:
    """Tell whether two values (low, high, step, rough) can't both be true: neither range reaches the other.

    A number written more roughly than the other agrees with what rounds to it: 300 with 312 (by at most a
    twentieth, and not below 100, where tens are meant exactly).
    """
    low, high, step = one.low, one.high, one.step
    if high >= other.low and other.high >= low:
        return False
    gap = max(low - other.high, other.low - high)
    coarse = max(step, other.step)
    value = min(number.high if math.isfinite(number.high) else number.low for number in (one, other))
    if value >= 100 or step < 1 or other.step < 1:
        if step != other.step and gap < coarse / 2 and gap <= 0.05 * value:
            return False
        if (one.rough or other.rough) and gap <= 0.02 * value:
            return False
    return True
