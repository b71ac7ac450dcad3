"""Laid: remarks and texts as numbers, end to end, so that what they share is counted for all of them at once.

Words are numbers, and a run of words is one.  The sentences of the texts are numbered through, with an empty one
between two texts, so that no two of them are neighbours.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np

from ..english.stems import name_sense
from ..speech.identity import Who, list_related
from .wordings import RUN


class Laid:
    """The `remarks` and `texts` of remarks.traces: a remark and a text go by their number.

    words, piece: of each word of them all its number and that of the remark or text, texts behind remarks; begin: where
    the words of the texts begin; sizes: words of each remark and text; row: the sentence of each word of the texts;
    first: the number of each text's first sentence; rows: how many there are.
    """

    def __init__(self, remarks: Sequence[Any], texts: Sequence[Any]):
        self.remarks, self.texts = remarks, texts
        self.keys: dict[str, int] = {}
        pieces = [[self.keys.setdefault(key, len(self.keys)) for key in one.keys] for one in (*remarks, *texts)]
        self.words = np.array([key for piece in pieces for key in piece], np.int64)
        self.sizes = np.array([len(piece) for piece in pieces], np.int64)
        self.piece = np.repeat(np.arange(len(pieces)), self.sizes)
        self.begin = int(self.sizes[:len(remarks)].sum())
        self.first = np.cumsum([0, *(len(text.heard) + 1 for text in texts)])
        self.rows = int(self.first[-1])
        self.row = np.array([row + first for text, first in zip(texts, self.first.tolist(), strict=False)
                             for row in text.rows], np.int64)

    def text_of(self, rows: np.ndarray) -> np.ndarray:
        """Return the text of each sentence."""
        return np.searchsorted(self.first, rows, side="right") - 1

    @cached_property
    def runs(self) -> tuple[list[np.ndarray], list[np.ndarray]]:
        """[remark, run] of each run of RUN words in remarks, or of all words where they are fewer; [place, run, size].

        The latter are the places (in `words`) of the texts where such a run begins.
        """
        size_of = np.minimum(self.sizes, RUN)
        size_of[len(self.remarks):] = 0
        place = np.arange(len(self.words))
        left = np.repeat(np.cumsum(self.sizes), self.sizes) - place  # words from here to the end of the piece
        told, said, known, runs = [], [], 0, self.words
        for size in range(1, RUN + 1):
            if size > 1:
                behind = np.append(self.words[size - 1:], np.zeros(min(size - 1, len(place)), np.int64))
                runs = np.unique(runs * len(self.keys) + behind, return_inverse=True)[1]
            mine = np.flatnonzero((size_of[self.piece] == size) & (left >= size))
            wanted, of = np.unique(runs[mine], return_inverse=True)
            number = np.full(len(place) + 1, -1)
            number[wanted] = np.arange(known, known + len(wanted))
            theirs = np.flatnonzero((number[runs] >= 0) & (left >= size) & (place >= self.begin))
            told.append((self.piece[mine], of + known))
            said.append((theirs, number[runs[theirs]], np.full(len(theirs), size)))
            known += len(wanted)
        return ([np.concatenate(parts) for parts in zip(*told, strict=True)],
                [np.concatenate(parts) for parts in zip(*said, strict=True)])

    @cached_property
    def runs_by_piece(self) -> tuple[list[list[int]], list[dict[int, list[int]]]]:
        """Of each remark its runs in their order; of each text {run that remarks have: its words that begin one}."""
        (remark, run), (place, shared, _) = self.runs
        told: list[list[int]] = [[] for _ in self.remarks]
        said: list[dict[int, list[int]]] = [defaultdict(list) for _ in self.texts]
        for number, one in zip(remark.tolist(), run.tolist(), strict=True):
            told[number].append(one)
        piece, first = self.piece[place], np.cumsum(self.sizes) - self.sizes
        for text, at, one in zip((piece - len(told)).tolist(), (place - first[piece]).tolist(), shared.tolist(),
                                 strict=True):
            said[text][one].append(at)
        return told, said

    @cached_property
    def senses(self) -> tuple[dict[str, int], np.ndarray, np.ndarray]:
        """({sense that remarks have: number}, sentences, senses): which sentence of the texts holds which."""
        number: dict[str, int] = {}
        for remark in self.remarks:
            for sense in (*remark.senses, *sorted(remark.rare)):
                number.setdefault(sense, len(number))
        of_key = np.array([number.get(name_sense(key), -1) for key in self.keys], np.int64)
        sense = of_key[self.words[self.begin:]]
        held = sense >= 0
        return number, *np.divmod(np.unique(self.row[held] * len(number) + sense[held]), max(len(number), 1))

    @cached_property
    def held(self) -> list[dict[str, list[int]]]:
        """Of each text {sense that remarks have: its sentences that hold it}, numbered from 0."""
        number, rows, senses = self.senses
        names, texts = list(number), self.text_of(rows)
        held: list[dict[str, list[int]]] = [defaultdict(list) for _ in self.texts]
        for text, row, sense in zip(texts.tolist(), (rows - self.first[texts]).tolist(), senses.tolist(), strict=True):
            held[text][names[sense]].append(row)
        return held

    @cached_property
    def speakers(self) -> tuple[np.ndarray, frozenset[int], frozenset[int]]:
        """(number of each remark's speaker, the sentences that name him, those that he or an ally speaks in).

        A speaker and a sentence are one number: the speaker's times `rows` plus the sentence's.
        """
        number: dict[Who, int] = {}
        of_remark = np.array([number.setdefault(remark.who, len(number)) for remark in self.remarks], np.int64)
        last = {remark.who: self.keys.get(remark.name, -1) for remark in self.remarks}
        wanted = np.zeros(len(self.keys) + 1, bool)
        wanted[list(last.values())] = True
        wanted[-1] = False
        words = self.words[self.begin:]
        places, heard = defaultdict(set), defaultdict(list)
        for key, row in zip(words[wanted[words]].tolist(), self.row[wanted[words]].tolist(), strict=True):
            places[key].add(row)
        for text, first in zip(self.texts, self.first.tolist(), strict=False):
            for row, speakers in enumerate(text.heard, first):
                for who in speakers:
                    heard[who].append(row)
        related = list_related(list(number), list(heard))
        cells = [(who, place * self.rows) for who, place in number.items()]
        return (of_remark, frozenset(cell + row for who, cell in cells for row in places[last[who]]),
                frozenset(cell + row for who, cell in cells for one in related[who] for row in heard[one]))
