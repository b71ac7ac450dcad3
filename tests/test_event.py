import pandas as pd
import pytest

from analysis.event import Event
from analysis.reading.files import InputError
from analysis.tables import TABLES, conform, empty

TEXTS = {
    "gull": 'Ferry sinks\nThe ferry sank at noon on Monday near the old port. Nobody was hurt.\n'
    'Mayor Ada Lund said: "We were lucky."',
    "heron": 'The ferry sank at noon on Monday near the old port.\n"We were lucky," Mayor Ada Lund said.',
}


def make_event(texts=TEXTS, **options):
    return Event.from_articles(
        pd.DataFrame({"article": list(texts), "outlet": list(texts), "text": list(texts.values())}), **options
    )


def tables_of(event):
    return {name: getattr(event, name) for name in TABLES if hasattr(Event, name) or name in vars(event)}


def test_every_table_is_as_the_codebook_says(seeds):
    for name, table in tables_of(seeds).items():
        pd.testing.assert_frame_equal(conform(name, table, seeds.articles if "article" in table else None), table)


def test_every_table_of_an_event_without_articles_is_empty_and_whole():
    for name, table in tables_of(make_event({})).items():
        assert table.empty, name
        assert list(table.dtypes)[: len(TABLES[name].columns)] == list(
            empty(name, table.iloc[:0] if "article" in table else None).dtypes
        ), name


def test_offsets_lie_within_the_text(seeds):
    lengths = seeds.articles.set_index("article")["text"].str.len()
    for name, table in tables_of(seeds).items():
        if name != "lines" and {"article", "start", "end"} <= set(table.columns):
            spans = table.dropna(subset=["start"])
            assert (spans["start"] < spans["end"]).all(), name
            assert (spans["end"] <= spans["article"].astype(str).map(lengths).astype("int64")).all(), name


def test_text_columns_repeat_the_article(seeds):
    for name in ("sentences", "quotes"):
        table = getattr(seeds, name)
        assert table["text"].tolist() == seeds.with_text(name)["text"].tolist()


def test_words_add_up(seeds):
    body = seeds.sentences[seeds.sentences["zone"] == "body"].groupby("article", observed=False)["words"].sum()
    spoken = seeds.voices[seeds.voices["zone"] == "body"].groupby("article", observed=False)["words"].sum()
    assert body.tolist() == spoken.tolist() == seeds.articles["words"].tolist() == seeds.lengths["words"].tolist()


@pytest.mark.parametrize("depth", [0, 1, 7, 12, 1000])
def test_depth_cuts_every_body_after_so_many_words(depth):
    event = make_event()
    cut = event.at_depth(depth)
    assert cut.articles["words"].tolist() == [min(depth, words) for words in event.articles["words"]]
    assert all(whole.startswith(text) for whole, text in zip(event.articles["text"], cut.articles["text"], strict=True))
    assert cut.sentences["words"].sum() <= event.sentences["words"].sum()


def test_depth_is_the_shortest_article_unless_told(seeds):
    assert set(seeds.at_depth().articles["words"]) == {seeds.articles["words"].min()}


def test_evidence_gives_the_sentence_behind_a_row():
    event = make_event()
    quote = event.quotes.iloc[0]
    lines = event.evidence(quote)
    assert lines["text"].tolist() == ['Mayor Ada Lund said: "We were lucky."']
    with pytest.raises(ValueError, match="a row with the columns size names no stretch of text"):
        event.evidence(pd.Series({"size": 1}))


def test_every_row_of_every_table_opens_to_its_sentences(seeds):
    for name, table in tables_of(seeds).items():
        if name == "rejects" or table.empty:
            continue
        if name == "lines":
            table = table[table["text_start"].notna()]
        for _, row in table.iloc[:: max(len(table) // 5, 1)].iterrows():
            places = seeds.evidence(row)
            assert set(places.columns) == {"article", "outlet", "start", "end", "sentence", "text"}, name


def test_a_kept_line_opens_to_its_own_sentence_and_a_removed_one_to_none(seeds):
    line = seeds.lines[seeds.lines["text_start"].notna() & (seeds.lines["kind"] == "body")].iloc[-1]
    assert seeds.evidence(line)["text"].iloc[0] in line["text"]
    removed = seeds.lines[seeds.lines["text_start"].isna()].iloc[0]
    with pytest.raises(ValueError, match=r"^line \d+ of .* was removed as .*: it stands in no article$"):
        seeds.evidence(removed)


def test_evidence_names_no_line_twice(seeds):
    for _, row in seeds.families.iterrows():
        lines = seeds.evidence(row)
        assert not lines.duplicated(["article", "sentence"]).any()


def test_what_is_no_row_is_told():
    event = make_event()
    with pytest.raises(TypeError, match=r"^0 is no row: give one row of a table, such as event\.quotes\.iloc\[0\]$"):
        event.evidence(0)
    with pytest.raises(TypeError, match="is no row"):
        event.explain("quotes")
    with pytest.raises(ValueError, match=r"^a row of families is no stretch of text: event\.evidence"):
        event.with_text("families")
    with pytest.raises(ValueError, match=r"^at_depth takes a number of words, not 'x'$"):
        event.at_depth("x")


def test_a_quote_explains_who_speaks_and_what_its_marks_hold():
    articles = pd.DataFrame({"article": ["a"], "outlet": ["a"], "text": [
        'Ann Bellamy left.\n"The pier is shut," she said.\nThe boats were “late.” Karl Roe said that it rained.']})
    event = Event.from_articles(articles)
    told = [event.explain(row) for _, row in event.quotes.iterrows()]
    decided = [{one.column: one.decided for one in (row, *row.others)} for row in told]
    assert decided == [{"rule": "speaker verb", "named_by": "he or she", "kind_rule": "full"}, {"kind_rule": "unsaid"},
                       {"rule": "reported clause", "named_by": "a name"}]
    assert [row.question for row in (told[0], *told[0].others)] == [
        "Who is named right behind the quote?", "Whom do the words name?", "What stands in the marks?"]
    assert "asked before it, and not so: dash, according to, verb speaker" in repr(told[0])


def test_a_misspelt_table_is_guessed():
    with pytest.raises(AttributeError, match=r"^an Event has no qoutes: do you mean event\.quotes\?$"):
        make_event().qoutes  # noqa: B018


def test_tables_are_read_only_and_new_events_take_other_tables():
    event = make_event()
    with pytest.raises(AttributeError, match=r"^event\.frames is read-only: event\.with_frames\(\.\.\.\) gives a new"):
        event.frames = event.frames
    assert event.hits.empty and not event.quotes.empty
    themed = event.with_frames({"harbour": ["port", "ferry"]})
    assert len(themed.hits) == 5 and event.hits.empty
    assert themed.quotes is event.quotes, "what themes do not change is kept"
    people = pd.DataFrame({"name": ["Ada Lund"], "side": ["town"]})
    assert set(event.with_people(people).quotes["side"].dropna()) == {"town"}
    assert event.with_frames({}).shares.empty


def test_a_column_written_into_one_event_stands_in_no_other():
    hand = make_event().hand
    hand["checked"] = True
    assert "checked" not in make_event().hand


def test_another_reader_coding_takes_the_place_of_items_csv(seeds):
    assert set(seeds.items["by"]) == {"hand"}
    machine = seeds.with_hand(seeds.hand.iloc[:0])
    assert set(machine.items["by"]) == {"machine"} and len(machine.items) == len(seeds.items_by_machine)


def test_settings_are_overridden_by_name():
    event = make_event({"gull": "A ferry. It sank on that day. It sank on that day."})
    assert event.sentences["repeat_of"].notna().sum() == 1
    changed = event.with_settings(repeat_words=9)
    assert changed.sentences["repeat_of"].notna().sum() == 0 and changed.settings == {"repeat_words": 9}
    with pytest.raises(ValueError, match=r"^there is no setting 'repeat_word': do you mean 'repeat_words'\?$"):
        event.with_settings(repeat_word=9)


def test_the_repr_teaches_the_tables():
    event = make_event()
    assert len(event.quotes) == 2
    assert "event.quotes" in repr(event) and "a stretch of speech  (2)" in repr(event)


def test_every_word_stands_once_with_its_place(seeds):
    words = seeds.words
    assert words["word"].notna().all()
    per_sentence = words.groupby(["article", "sentence"], observed=True).size()
    wanted = seeds.sentences.set_index(["article", "sentence"])["words"]
    assert (per_sentence.reindex(wanted.index).fillna(0) == wanted).all()
    body = words[words["zone"] == "body"]
    assert (body.groupby("article", observed=True)["position"].max() + 1).tolist() == seeds.articles["words"].tolist()
    spoken = seeds.voices.groupby(["article", "voice"], observed=False)["words"].sum()
    counted = words.groupby(["article", "voice"], observed=False).size()
    assert counted.tolist() == spoken.tolist()


def test_order_of_articles_changes_no_row():
    back = dict(reversed(TEXTS.items()))
    for name in ("sentences", "quotes", "voices", "lengths"):
        first, second = getattr(make_event(), name), getattr(make_event(back), name)
        for article in TEXTS:
            one = first[first["article"] == article].drop(columns=["article", "family"], errors="ignore")
            two = second[second["article"] == article].drop(columns=["article", "family"], errors="ignore")
            assert one.astype(str).to_numpy().tolist() == two.astype(str).to_numpy().tolist(), name


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (pd.DataFrame({"article": ["a"]}), "table families lacks the column family, role"),
        (
            pd.DataFrame({"article": ["a"], "family": [1], "role": ["boss"]}),
            "table families, column role: 'boss' is not one of its values",
        ),
    ],
)
def test_a_table_that_breaks_the_codebook_is_named(frame, message):
    with pytest.raises(ValueError, match=message):
        conform("families", frame)


def test_half_a_surrogate_pair_is_a_lost_letter():
    texts = {"a\ud800": TEXTS["gull"] + "\ud83d “We \udfff swam,” said \ud800Ann.", "b": "\udc80", "c": TEXTS["heron"]}
    columns = {"article": list(texts), "outlet": list(texts), "text": list(texts.values())}
    articles = pd.DataFrame(columns, dtype="object")
    people = pd.DataFrame({"name": ["\ud800Ann"], "side": ["\ud800"]}, dtype="object")
    frames = pd.DataFrame({"frame": ["\ud800"], "function": ["theme"], "term": ["\udfff swam"]}, dtype="object")
    event = Event.from_articles(articles, people, frames)
    assert list(event.articles["article"]) == ["a�", "b", "c"] and event.articles["text"][1] == "�"
    assert "“We � swam,” said �Ann." in event.articles["text"][0]
    for table in tables_of(event).values():
        table.to_csv()


@pytest.mark.parametrize(
    ("articles", "message"),
    [
        ({"outlet": ["A"], "text": ["One."]}, 'articles: no column "article"'),
        ({"article": ["a"], "outlet": ["A"]}, 'articles: no column "text"'),
        ({"article": ["a"], "outlet": ["A"], "text": [None]}, "articles: a has no text"),
        ({"article": ["a", "a"], "outlet": ["A", "B"], "text": ["One.", "Two."]}, "articles: two rows are called a"),
    ],
)
def test_articles_that_are_none_are_one_sentence(articles, message):
    with pytest.raises(InputError, match=f"^{message}$"):
        Event.from_articles(pd.DataFrame(articles))
