"""The one aligner: which words of one wording stay in another, which go, come, or give place to others."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

_LARGEST = 10_000_000  # product of the lengths of two wordings that are aligned (3,000 words each): bounds the cost


class Step(NamedTuple):
    """A stretch of both wordings: words[first:last] became others[other_first:other_last].

    op: equal, replace (words for words), delete (words that go) or insert (words that come).
    """

    op: str
    first: int
    last: int
    other_first: int
    other_last: int


def align(words: Sequence[Hashable], others: Sequence[Hashable]) -> list[Step]:
    """Return the steps from `words` to `others`, in order, so that as many words as possible stay (in their order).

    Two steps of one kind are never neighbours, nor two that change something.  Wordings whose lengths multiply to
    more than ten million are taken as replaced whole: the cost is that product.
    """
    if len(words) * len(others) > _LARGEST:
        return [Step("replace", 0, len(words), 0, len(others))]
    steps: list[Step] = []
    for op in LCSseq.opcodes(words, others):
        step = Step(op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
        if steps and "equal" not in (step.op, steps[-1].op):
            step = Step("replace", steps[-1].first, step.last, steps.pop().other_first, step.other_last)
        steps.append(step)
    return steps


def count_kept(words: Sequence[Hashable], others: Sequence[Hashable]) -> int:
    """Return how many of `words` stay in `others`, in their order: the length of the longest common subsequence."""
    return LCSseq.similarity(words, others)
