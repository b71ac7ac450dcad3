"""How much each setting decides: the rows of public tables that change when it moves by a fifth, down and up.

    python tests/benchmarks/settings.py BASIL tests/benchmarks/settings.csv [WORDS]

BASIL is the folder of the set's articles (GitHub: launchnlp/BASIL).  The file takes a row a setting as soon as it is
measured; settings that stand there with their value are not measured again (delete it to measure all).  WORDS: only
settings whose name holds them.  The texts: the five articles, both invented events, some events of BASIL, saved pages
of tests/saved_pages.py as a folder (their lines), and the set's articles as an archive (their stories).

Only the tables that ask for a setting are made again, and of those made from them only the ones whose input differs
then.  A row counts as changed where no row of the other table has the same cells, numbers of rows and groups aside: one
item more moves those of all that follow.  A table's share is that of the text where it is largest.  Settings that
change nothing are candidates to go, unless they are a cap on what hostile input costs.
"""

import csv
import pickle
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(1, str(Path(__file__).resolve().parents[1]))

import pandas as pd
from basil_data import load_events
from saved_pages import make_copies, make_pages

from analysis import Event, list_thresholds, rules
from analysis.archive.stories import find_siblings, find_stories
from analysis.tables import TABLES

HOME = Path(__file__).resolve().parents[2]
EVENTS = (3, 17, 31)  # places of the events of BASIL
COLUMNS = ("setting", "value", "tables", "findings", "less", "more", "source")
GIVEN = ("lines", "articles", "_rejects", "people", "frames", "hand")
NUMBERS = ["item", "utterance", "quote", "statement", "family", "finding"]
SHOWN = [name for name in TABLES if hasattr(Event, name)]
ASKED = [set()]  # the settings asked for by the tables that are being made, the innermost last


def watch(setting, value=rules.Setting.value.fget):
    """Return the value of a setting, and note that it was asked for."""
    ASKED[-1].add(setting.name)
    return value(setting)


def listen(make, *given):
    """Return (what `make` returns, the settings that it asked for)."""
    ASKED.append(set())
    return make(*given), ASKED.pop()


class Watched(Event):
    """An Event that notes in `asked` which settings each of its tables asks for."""

    def _start(self, settings, whole=None):
        super()._start(settings, whole)
        self.asked = {}

    def _read(self, name, make):
        ASKED.append(self.asked.setdefault(name, set()))
        try:
            return super()._read(name, make)
        finally:
            ASKED.pop()

    def again(self, name, value):
        """Return {table: its value} of what differs where the setting `name` is `value`."""
        given = {table: self._made[table][0] for table in GIVEN}
        event, differs = Watched._of({name: value}, **given), {}
        for table, (before, uses) in self._made.items():  # in the order in which they were made
            if table in event._made:
                continue
            if name in self.asked[table] or uses & set(differs):
                after = getattr(event, table)
                if write(after) != write(before):
                    differs[table] = after
            else:
                event._made[table] = before, uses
        return differs


class Texts:
    """Articles, read from a folder where `make` does; with `lines_only`, pages that are no event."""

    def __init__(self, make, lines_only=False):
        self.make = make
        self.event, self.read = listen(make)
        self.tables = {name: getattr(self.event, name) for name in SHOWN if not lines_only or name == "lines"}

    def compare(self, name, value):
        """Return {table: share of its rows that differ} and how many findings do, where the setting is `value`."""
        if name in self.read:
            with rules.using({name: value}):
                event = self.make({name: value})
            if all(write(event._made[table][0]) == write(self.event._made[table][0]) for table in GIVEN):
                return {}, 0
            after = {table: getattr(event, table) for table in self.tables}
        else:
            after = self.event.again(name, value)
        shares = {table: share(before, after[table]) for table, before in self.tables.items() if table in after}
        claims = [set(tables["findings"]["claim"]) for tables in (self.tables, after) if "findings" in tables]
        return shares, len(claims[0] ^ claims[1]) if len(claims) == 2 else 0


class Archive:
    """Articles as an archive: its stories and siblings."""

    def __init__(self, articles):
        self.articles = articles
        self.tables, self.read = listen(self.find)

    def find(self):
        return {"stories": find_stories(self.articles), "siblings": find_siblings(self.articles)}

    def compare(self, name, value):
        if name not in self.read:
            return {}, 0
        with rules.using({name: value}):
            after = self.find()
        return {table: share(before, after[table]) for table, before in self.tables.items()}, 0


def write(value):
    """Return a table as text, anything else pickled: equal where nothing differs."""
    return value.to_csv() if isinstance(value, pd.DataFrame) else pickle.dumps(value)


def share(before, after):
    """Return the share of the rows of two tables that only one of them has."""
    before, after = (Counter(map(tuple, table.drop(columns=NUMBERS, errors="ignore").astype(str).to_numpy().tolist()))
                     for table in (before, after))
    return ((before - after) + (after - before)).total() / max(before.total() + after.total(), 1)


def load_texts(basil):
    """Return the texts that settings are moved on."""
    rules.Setting.value = property(watch)
    sets = [articles.drop(columns="sentences") for articles in load_events(basil).values()]
    folders = [HOME / "seeds", HOME / "analysis/example", HOME / "tests/example"]
    pages = write_pages()
    archive = pd.concat([table.assign(article=f"{place}/" + table["article"]) for place, table in enumerate(sets)])
    return [*(Texts(lambda settings=None, path=path: Watched(path, settings)) for path in folders),
            *(Texts(lambda settings=None, place=place: Watched.from_articles(sets[place], settings=settings))
              for place in EVENTS),
            Texts(lambda settings=None: Watched(pages, settings), lines_only=True),
            Archive(archive.reset_index(drop=True))]


def write_pages():
    """Return a new folder of twenty saved pages and ten copied from a browser."""
    folder = tempfile.mkdtemp()
    for name, _, text in (*make_pages(20), *make_copies(10)):
        Path(folder, name).write_text(text, encoding="utf-8")
    return folder


def move(value):
    """Return a value a fifth less and a fifth more; a small whole number moves by one."""
    if float(value).is_integer():
        step = max(1, round(abs(value) / 5))
        return int(value - step), int(value + step)
    return value * 0.8, value * 1.2


def measure(texts, name, value):
    """Return (Counter {table: largest share}, findings that change) where the setting `name` is `value`."""
    largest, findings = Counter(), 0
    for text in texts:
        shares, claims = text.compare(name, value)
        findings += claims
        for table, part in shares.items():
            largest[table] = max(largest[table], part)
    return {table: part for table, part in largest.items() if part}, findings


def name_source(source):
    """Return in a word what a setting rests on: measured, cited, chosen, or a cap."""
    basis, _, reason = source.partition(":")
    return "cap" if reason.strip().startswith("a cap:") else basis


def keep_known(out):
    """Leave in the file `out` the rows of settings that are still there with that value, by name; return them."""
    known = list_thresholds().set_index("threshold")
    if not Path(out).exists():
        return pd.DataFrame(columns=COLUMNS)
    rows = pd.read_csv(out, dtype=str, keep_default_na=False)
    rows = rows[[name in known.index and f"{known.loc[name, 'value']:g}" == value for name, value in
                 zip(rows["setting"], rows["value"], strict=True)]].sort_values("setting")
    rows["source"] = [name_source(known.loc[name, "source"]) for name in rows["setting"]]
    rows.to_csv(out, index=False, lineterminator="\n")
    return rows


def sum_up(rows):
    """Print the settings that change a finding, those that change most first, and how many change less."""
    rows = rows.astype({"tables": int, "findings": int})
    moving = rows[rows["findings"] > 0].sort_values(["findings", "tables"], ascending=False, kind="stable")
    print("| setting | value | findings that change | tables | source |\n| --- | --- | --- | --- | --- |")
    for setting, value, tables, findings, *_, source in moving.itertuples(index=False):
        print(f"| {setting} | {value} | {findings} | {tables} | {source} |")
    rest = rows[rows["findings"] == 0]
    idle = rest[rest["tables"] == 0]
    print(f"\nOf {len(rows)} settings {len(moving)} change a finding, {len(rest) - len(idle)} rows of a table only, "
          f"{len(idle)} nothing on these texts: {sum(idle['source'] == 'cap')} of them are caps.")


def main(basil, out, words=""):
    """Write a row a setting to `out`, beside those that stand there."""
    done = set(keep_known(out)["setting"])
    wanted = [row for row in list_thresholds().itertuples(index=False)
              if words in row.threshold and row.threshold not in done]
    texts = load_texts(basil) if wanted else []
    with open(out, "a", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        if not file.tell():
            writer.writerow(COLUMNS)
        for name, value, _, source in wanted:
            less, more = (measure(texts, name, moved) for moved in move(value))
            told = ["; ".join(f"{table} {part:.1%}" for table, part in sorted(shares.items())) for shares, _ in
                    (less, more)]
            tables = len(less[0].keys() | more[0].keys())
            writer.writerow((name, f"{value:g}", tables, max(less[1], more[1]), *told, name_source(source)))
            file.flush()
    sum_up(keep_known(out))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("usage: python tests/benchmarks/settings.py BASIL OUT.csv [WORDS]")
    main(*sys.argv[1:])
