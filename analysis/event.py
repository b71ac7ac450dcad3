"""Event: all tables of one folder of articles, each made when first asked for.

The list of tables below is the architecture: each line names the room that makes it and the tables it is made from.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import wordfreq  # isort: skip  # noqa: F401  # first: it looks through all that is imported before and around it
import pandas as pd

from .answers.absences import Offices, find_absences
from .answers.copied import measure_copied
from .answers.cuts import find_speakers_cut
from .answers.differences import list_differences
from .answers.hearing import find_hearing
from .answers.repeats import find_repeats
from .answers.sides import sum_sides
from .answers.style import sum_style
from .answers.writing.alterations import list_altered
from .answers.writing.base import name_articles
from .answers.writing.evidence import Explanation, add_text, explain_row, find_places, quote_lines
from .answers.writing.findings import rank_findings
from .answers.writing.lengths import measure_lengths
from .answers.writing.near import Texts
from .answers.writing.versions import group_versions, list_versions
from .copies.edits import find_edits
from .copies.families import compare_pairs, find_families
from .copies.reuse import link_sentences
from .copies.runs import find_tokens
from .copies.similarity import compare_articles, weigh_articles
from .english.wording import count
from .facts.disagreements import find_disagreements
from .facts.hand import part_checks, place_hand
from .facts.items import find_items
from .facts.strangers import find_strangers, leave_coded
from .naming.actors import find_actors
from .naming.acts import find_acts, find_sayings
from .naming.contrasts import find_contrasts
from .naming.deeds import find_deeds, word_deeds
from .naming.introduced import read_cast
from .naming.labels import label_actors
from .naming.mentions import count_names, find_mentions, keep_listed, spans_by_article
from .naming.nations import word_nations
from .naming.openings import find_openings_of
from .naming.origins import find_origins
from .naming.reads import pair_sentences, read_sentences
from .naming.standins import stand_in
from .naming.things import find_things
from .naming.vocabulary import find_vocabulary
from .naming.wordings import find_labels
from .reading.articles import find_paragraphs, load_articles
from .reading.given import (
    GIVEN,
    complete_frames,
    complete_table,
    cut_articles,
    join_rejects,
    leave_articles,
    take_articles,
)
from .remarks.attribution import borrow_speakers, read_attributions
from .remarks.coverage import cover_utterances
from .remarks.utterances import group_utterances
from .rules import check_settings, using
from .speech.quotes import find_quotes, read_speech
from .speech.voices import find_voices
from .tables import TABLES, empty
from .tables.making import making_tables, note_table
from .tables.part import APART, CUT, cut_table, join_tables, part_articles
from .text.days import find_days
from .text.marks import find_marks
from .text.sentences import split_sentences
from .text.values import find_values, list_ages
from .text.words import complete_words, count_body, find_cuts, list_words
from .themes.hits import check_hits, find_hits, share_themes

SEEDS = Path(__file__).resolve().parent.parent / "seeds"


class _Table:
    """A table of an Event: made under its settings when first read, kept, and noted with what it was made from."""

    def __init__(self, make: Callable[[Event], Any]):
        self.make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.__doc__ = TABLES[name].row if name in TABLES else None

    def __get__(self, event: Event | None, owner: type | None = None) -> Any:
        return self if event is None else event._read(self.name, self.make)

    def __set__(self, event: Event, value: object) -> None:
        hint = f"event.with_{self.name}(...)" if self.name in ("people", "frames") else "Event.from_articles(...)"
        raise AttributeError(f"event.{self.name} is read-only: {hint} gives a new event")


class Event:
    """All tables of one event; `analysis.codebook()` says what each column means.

    `Event(folder)` reads a folder of articles, files up to `largest` bytes (default: the setting largest_file);
    `settings` overrides thresholds by name (`analysis.list_thresholds()`).  Raises InputError (a ValueError) with one
    sentence where the folder can't be read, ValueError for a setting that there is none of.  Tables are read-only:
    `with_frames`, `with_people`, `with_settings` and `at_depth` return new events.
    """

    def __init__(self, folder: str | Path = SEEDS, settings: Mapping[str, float] | None = None,
                 largest: int | None = None):
        self._start(check_settings(settings))
        with using(self.settings):
            lines, articles, rejects = load_articles(folder, largest)
            self._give(lines=lines, articles=articles, _rejects=rejects,
                       **{name: load(folder) for name, load in GIVEN.items()})

    @classmethod
    def from_articles(cls, articles: pd.DataFrame, people: pd.DataFrame | None = None,
                      frames: pd.DataFrame | None = None, hand: pd.DataFrame | None = None,
                      settings: Mapping[str, float] | None = None) -> Event:
        """Return the Event of a DataFrame with the columns article, outlet, text, whose text is taken as it is.

        Other columns of the table `articles` may be there.  See `reading.given.take_articles` for what raises.
        """
        lines, articles = take_articles(articles)
        given = {name: complete_table(name, table) for name, table in zip(GIVEN, (people, frames, hand), strict=True)}
        return cls._of(check_settings(settings), lines=lines, articles=articles, _rejects=empty("rejects"), **given)

    @classmethod
    def _of(cls, settings: Mapping[str, float], whole: Event | None = None, **given: Any) -> Event:
        event = cls.__new__(cls)
        event._start(settings, whole)
        event._give(**given)
        if whole is None:  # a part has its words from there
            event._give(articles=given["articles"].assign(words=count_body(event.sentences, given["articles"])))
        return event

    def _start(self, settings: Mapping[str, float], whole: Event | None = None) -> None:
        self.settings = dict(settings)
        self._made: dict[str, tuple[Any, set[str]]] = {}
        self._reading: list[set[str]] = []
        self._whole = whole  # the event that this is a part of

    def _give(self, **given: Any) -> None:
        self._made.update({name: (value, set()) for name, value in given.items()})

    def _read(self, name: str, make: Callable[[Event], Any]) -> Any:
        if self._reading:
            self._reading[-1].add(name)
        if name not in self._made:
            self._reading.append(set())
            try:
                with using(self.settings), making_tables():
                    value = self._make(name, make)
            except AttributeError as error:  # or __getattr__ would speak of a table that there is none of
                raise RuntimeError(f"table {name}: {error}") from error
            finally:
                uses = self._reading.pop()
            self._made[name] = value, uses
        return note_table(self._made[name][0])

    def _make(self, name: str, make: Callable[[Event], Any]) -> Any:
        if self._whole is not None:
            return cut_table(getattr(self._whole, name), self.articles["article"].dtype) if name in CUT else make(self)
        return join_tables(name, self._parts, self.articles) if name in APART and self._parts else make(self)

    def _with(self, **given: Any) -> Event:
        """Return a new event with other given tables; what was not made from them is kept, but of a part."""
        if self._whole is not None:
            return self.with_settings()._with(**given)
        stale = set(given)
        while more := {name for name, (_, uses) in self._made.items() if uses & stale} - stale:
            stale |= more
        event = type(self).__new__(type(self))
        event._start(self.settings)
        event._made = {name: made for name, made in self._made.items() if name not in stale}
        event._give(**given)
        return event

    def with_frames(self, frames: pd.DataFrame | Mapping[str, list[str]]) -> Event:
        """Return the same event with other themes: a DataFrame frame, term (function, note), or {theme: [terms]}."""
        return self._with(frames=complete_frames(frames))

    def with_people(self, people: pd.DataFrame) -> Event:
        """Return the same event with another who is who: a DataFrame name (aliases parted by |, role, side, type).

        Raises InputError where a name or alias belongs to two rows.
        """
        return self._with(people=complete_table("people", people))

    def with_hand(self, hand: pd.DataFrame) -> Event:
        """Return the same event with another reader's coding: a DataFrame with the columns of items.csv."""
        return self._with(hand=complete_table("hand", hand))

    def with_settings(self, **settings: float) -> Event:
        """Return the same articles with other settings beside those in force; every table is made anew."""
        given = {name: self._made[name][0] for name in ("lines", "articles", "_rejects", *GIVEN)}
        return type(self)._of(check_settings({**self.settings, **settings}), **given, _names=self._names)

    def at_depth(self, words: int | None = None) -> Event:
        """Return the same event with every body cut after `words` words (default: those of the shortest article).

        The cut may fall in mid-sentence; headings and captions that stand behind it go too.
        """
        lines, articles = cut_articles(self.lines, self.articles, find_cuts(self._tokens, self.articles, words))
        given = {name: self._made[name][0] for name in ("_rejects", *GIVEN)}
        return type(self)._of(self.settings, lines=lines, articles=articles, _names=self._names, **given)

    @property
    def together(self) -> Event:
        """The event without texts of another event: what is said of all texts is said of these.

        Each such text is read by itself: no name, remark or fact of the event's is looked for in it (tables/part.py).
        """
        return self._parts[0] if self._whole is None and self._parts else self

    def without(self, articles: Iterable[str]) -> Event:
        """Return the event of the other articles, each under the name that it has here; itself without any of these."""
        left = set(articles)
        return type(self)._of(self.settings, **self._leave(left)) if left else self

    def _leave(self, left: Collection[str]) -> dict[str, Any]:
        """Return what the event of the other articles is given."""
        given = leave_articles({name: getattr(self, name) for name in ("lines", "articles", *GIVEN)}, left)
        return given | {"_names": {article: name for article, name in self._names.items() if article not in left}}

    def with_text(self, name: str) -> pd.DataFrame:
        """Return the table `name` with a last column `text`: the words of each row, for the eye."""
        return add_text(name, getattr(self, name), self.articles)

    def evidence(self, row: pd.Series) -> pd.DataFrame:
        """Return the sentences behind `row`, a row of any table: article, outlet, start, end, sentence, text."""
        return quote_lines(find_places(self, row), self.articles, self.sentences)

    def explain(self, row: pd.Series) -> Explanation:
        """Return the rule that decided `row`, its examples, and what else was weighed."""
        return explain_row(row)

    def save(self, folder: str | Path, tables: str = "csv") -> list[str]:
        """Write tables (csv or parquet), pictures, annotations and the method to `folder`; return the files' names."""
        from .pages.export import save_event
        return save_event(self, folder, tables)

    def name(self, article: str) -> str:
        """Return the name of the outlet of `article`, as every page writes it; two articles of one outlet differ."""
        return self._names[str(article)]

    def __repr__(self) -> str:
        width = max(map(len, TABLES))
        lines = [f"Event of {count(len(self.articles), 'article')}.  One row of ... is (rows where already made):"]
        for name, table in TABLES.items():
            if isinstance(getattr(type(self), name, None), _Table):
                rows = f"  ({len(self._made[name][0]):,})" if name in self._made else ""
                lines.append(f"  event.{name:{width}}  {table.row}{rows}")
        lines.append("event.evidence(row): its sentences.  event.explain(row): the rule behind it.  "
                     "codebook(): what columns mean.")
        return "\n".join(lines)

    def __getattr__(self, name: str) -> Any:
        near = [] if name.startswith("_") else get_close_matches(name, dir(type(self)), 1)
        raise AttributeError(f"an Event has no {name}" + (f": do you mean event.{near[0]}?" if near else ""))

    lines, articles, people, frames, hand = (_Table(lambda event: None) for _ in range(5))  # given, never made
    _placed = _Table(lambda e: place_hand(e.hand, e.articles))
    rejects = _Table(lambda e: join_rejects(e._made["_rejects"][0], e._placed[1]))

    paragraphs = _Table(lambda e: find_paragraphs(e.articles, e.lines))
    marks = _Table(lambda e: find_marks(e.articles, e.paragraphs))
    sentences = _Table(lambda e: split_sentences(e.articles, e.paragraphs, e.marks))
    _tokens = _Table(lambda e: list_words(e.articles, e.sentences))
    words = _Table(lambda e: complete_words(e._tokens, e.voices, e.links, e.articles))

    _speech = _Table(lambda e: read_speech(e.articles, e.paragraphs, e.marks, e.sentences))
    quotes = _Table(lambda e: borrow_speakers(find_quotes(
        e.articles, e.paragraphs, e.marks, e.sentences, e.people, e._speech), e.sentences, e.articles))
    voices = _Table(lambda e: find_voices(e.articles, e.paragraphs, e.quotes, e._tokens))
    _cast = _Table(lambda e: read_cast(e.articles, e.sentences, e._speech.register))
    actors = _Table(lambda e: find_actors(e.articles, e._cast, e.people))
    mentions = _Table(lambda e: find_mentions(e.articles, e.paragraphs, e._tokens, e.voices, e.actors, e._cast[1]))
    names = _Table(lambda e: count_names(e.mentions, e.actors, e.articles))
    _listed = _Table(lambda e: keep_listed(e.mentions, e.people))

    days = _Table(lambda e: find_days(e.articles, e.sentences))
    values = _Table(lambda e: find_values(e.articles, e.sentences, e.voices))
    _ages = _Table(lambda e: list_ages(e.values))

    _weighed = _Table(lambda e: weigh_articles(e.articles))
    similarity = _Table(lambda e: compare_articles(e.articles, e._weighed))
    _runs = _Table(lambda e: find_tokens(e.sentences))
    _other = _Table(lambda e: frozenset(find_strangers(e.articles, e._weighed[1])))
    _strange = _Table(lambda e: e._other and leave_coded(e._other, e._reader[0]))
    _parts = _Table(lambda e: [e._of(e.settings, e, **e._leave(one)) for one in part_articles(e.articles, e._strange)])
    links = _Table(lambda e: link_sentences(e.sentences, e.articles, e._runs))
    edits = _Table(lambda e: find_edits(e.links, e.articles, e.voices))
    pairs = _Table(lambda e: compare_pairs(e.links, e.sentences, e.voices, e.similarity, e.articles, e.edits, e._runs))
    families = _Table(lambda e: find_families(e.pairs, e.articles))
    lengths = _Table(lambda e: measure_lengths(e.articles, e.paragraphs, e.sentences, e.quotes, e.families))

    _attributions = _Table(lambda e: read_attributions(e.quotes, e.sentences))
    utterances = _Table(lambda e: group_utterances(e.quotes, e.sentences, e.articles, e._placed[0], e._attributions))
    coverage = _Table(lambda e: cover_utterances(e.utterances, e.quotes, e.sentences, e.articles, e.families,
                                                 e._attributions))

    _reader = _Table(lambda e: part_checks(e._placed[0]))
    items = _Table(lambda e: find_items(e.articles, e.sentences, e._listed, e.families, e.links, e.days,
                                        e.utterances, e._reader[0], e.values, e.mentions))
    items_by_machine = _Table(lambda e: find_items(e.articles, e.sentences, e._listed, e.families, e.links,
                                                   e.days, e.utterances, None, e.values, e.mentions))
    disagreements = _Table(lambda e: find_disagreements(e.items, e.sentences, e.articles, e.values, e.days,
                                                        e.voices, e.quotes, e.utterances))

    _reads = _Table(lambda e: read_sentences(e.sentences, e.articles))
    _spans = _Table(lambda e: spans_by_article(e.mentions, e.articles))
    _beside = _Table(lambda e: label_actors(e._reads, e.articles, e._spans, e.actors))
    _wordings = _Table(lambda e: [
        *e._beside, *stand_in(e._reads, e._beside, e.articles, e._spans, e.actors, e._cast[1]),
        *word_nations(e._reads, e.mentions, e.actors)])
    _linked = _Table(lambda e: pair_sentences(e._reads, e.links, e.items))
    _things = _Table(lambda e: find_things(e._reads, e._wordings, e.mentions, e._linked))
    labels = _Table(lambda e: find_labels(e._wordings, e._things, e.sentences, e.voices, e.quotes, e.articles))
    _deeds = _Table(lambda e: word_deeds(find_deeds(e._reads, e._spans, e._things, e.articles), e._linked))
    acts = _Table(lambda e: find_acts(e._reads, e._spans, e.articles))
    openings = _Table(lambda e: find_openings_of(e.articles, e.sentences, e.mentions, e.labels, e._reads, e.voices))
    origins = _Table(lambda e: find_origins(e.articles, e.sentences, e.quotes, e.mentions))
    vocabulary = _Table(lambda e: find_vocabulary(e.articles, e.sentences, e.links, e.mentions, e.voices))
    sayings = _Table(lambda e: find_sayings(e.quotes, e.articles, e.paragraphs, e.people, e._speech))
    contrasts = _Table(lambda e: find_contrasts(e.labels, e.mentions, e._deeds, e.sentences, e.voices, e.articles))

    hits = _Table(lambda e: check_hits(find_hits(e.articles, e.sentences, e.voices, e.frames), e._reader[1]))
    shares = _Table(lambda e: share_themes(e.hits, e.words, e.frames, e.articles))

    copied = _Table(lambda e: measure_copied(e.sentences, e.links, e.articles))
    cuts = _Table(lambda e: find_speakers_cut(
        e.families, e.pairs, e.quotes, e.coverage, e.utterances, e.articles, e._near))
    repeats = _Table(lambda e: find_repeats(e.sentences, e.utterances, e.quotes, e.articles))
    style = _Table(lambda e: sum_style(e.edits, e.articles))
    sides = _Table(lambda e: sum_sides(e.voices, e.people, e.articles))
    versions = _Table(lambda e: list_versions(e.utterances, e.quotes, e.articles))
    _versions = _Table(lambda e: group_versions(e.versions))
    _altered = _Table(lambda e: list_altered(e._versions, e.families, e.utterances))
    hearing = _Table(lambda e: find_hearing(e.quotes, e.voices, e.mentions, e.people, e.articles, e._tokens))
    _near = _Table(lambda e: Texts(e.articles, e.sentences))
    _offices = _Table(lambda e: Offices(e))
    _absent = _Table(lambda e: find_absences(e))
    _differences = _Table(lambda e: list_differences(e))
    findings = _Table(lambda e: rank_findings(e))
    _names = _Table(lambda e: name_articles(e.articles))
