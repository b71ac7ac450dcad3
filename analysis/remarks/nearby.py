"""Nearby: which remarks are worth looking for in a text, so that few of all pairs of remark and text are read.

A remark can only be found where the text shares its runs of words, or its telling words in two neighbouring sentences;
both are counted for all remarks at once.  What is left out here, traces.TRACES would not find.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Set

import numpy as np
from scipy.sparse import csr_array

PART = 0.2  # least share of the weight of a remark's telling words in a sentence that is looked at
_SLACK = 1e-9  # sums of the same weights in another order


class Remarks:
    """Remarks by what they can be found by: `senses` (weights), `runs` and `rare` names and numbers of each."""

    def __init__(self, remarks):
        self.remarks = dict(enumerate(remarks))
        senses = sorted({sense for remark in remarks for sense in remark.senses})
        self.number = {sense: number for number, sense in enumerate(senses)}
        cells = [(row, self.number[sense], weight) for row, remark in self.remarks.items()
                 for sense, weight in remark.senses.items()]
        rows, columns, weights = map(np.array, zip(*cells, strict=True)) if cells else [np.zeros(0, int)] * 3
        self.weights = csr_array((weights.astype(float), (rows, columns)), shape=(len(remarks), len(senses)))
        self.total = np.array([remark.weight for remark in remarks])
        self.having = defaultdict(lambda: defaultdict(list))  # length of a run -> run -> remarks that have it
        for row, remark in self.remarks.items():
            for run in remark.runs:
                self.having[len(run)][run].append(row)
        self.length = [len(remark.keys) for remark in remarks]

    def by_sense(self, held: Mapping[str, list[int]], known: Set[str], rows: int, least: float, enough: float,
                 heavy: float) -> dict[int, list[int]]:
        """Return {number: sentences} of the remarks of which a sentence and one beside it hold `least` of the weight.

        `held` is {sense: sentences that hold it} of a text of `rows` sentences, without those that tell nothing there,
        `known` are all its senses.  Sentences are those in which `least` is all there is: none where two of them hold
        `enough` that weighs `heavy`, or where one has a fifth and the text all rare names and numbers.
        """
        cells = [(self.number[sense], row) for sense, places in held.items() if sense in self.number for row in places]
        if not cells:
            return {}
        sense, row = np.array(cells).T
        here = csr_array((np.ones(len(cells)), (sense, row)), shape=(len(self.number), rows))
        scores = csr_array(self.weights @ here).tocoo()
        part = scores.data / self.total[scores.row]
        numbers = np.unique(scores.row[part >= PART - _SLACK])  # of most remarks no sentence has so much
        kept = np.isin(scores.row, numbers)
        share = np.zeros((len(numbers), rows + 2))
        share[np.searchsorted(numbers, scores.row[kept]), scores.col[kept] + 1] = part[kept]
        single = share[:, 1:-1]
        pair = single + np.maximum(share[:, :-2], share[:, 2:])
        fifth = single >= PART - _SLACK
        near = fifth & (pair >= least - _SLACK)
        much = (pair >= enough - _SLACK) & (pair * self.total[numbers, None] >= heavy - _SLACK)
        sure, close = (np.any(near & kept, axis=1).tolist() for kept in (much, True))
        found = {}
        for row, number in enumerate(numbers.tolist()):
            rare = self.remarks[number].rare
            if sure[row] or (rare and rare <= known):
                found[number] = []
            elif close[row]:
                found[number] = np.flatnonzero(near[row]).tolist()
        return found

    def by_run(self, runs_of: Callable, quoted: list[int | None], least: float, whole: float) -> set[int]:
        """Return the numbers of remarks of which the share `least` of the words stands in runs, or `whole` of a quote.

        `runs_of` gives the runs of the text of one length in their order, `quoted` the quote in which each word stands.
        """
        found, sizes = set(), Counter(quoted)
        for size, having in self.having.items():
            shared, spoken = Counter(), Counter()
            seen = set()
            for place, run in enumerate(runs_of(size)):
                if run not in having:
                    continue
                if run not in seen:
                    seen.add(run)
                    shared.update(having[run])
                for quote in {*quoted[place:place + size]} - {None}:
                    spoken.update((row, quote) for row in having[run])
            found |= {row for (row, quote), times in spoken.items() if times * size >= whole * sizes[quote]}
            found |= {row for row, times in shared.items() if times * size >= least * self.length[row]}
        return found
