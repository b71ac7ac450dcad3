import time

import numpy as np
import pandas as pd
import pytest

from analysis.copies.edits import find_edits
from analysis.copies.families import compare_pairs, find_families
from analysis.copies.reuse import link_sentences
from analysis.copies.runs import find_glued, find_tokens, hash_runs, match_runs, pair_owners
from analysis.event import Event
from analysis.tables import empty

# one invented story in the manners of an agency, a daily that cuts it, a broadcaster that rewrites it, and a rival
WIRE = """Harbour officials and union leaders talked for nine hours in Norvik on Monday to end a strike at the port.
Mayor Anna Berg said the first proposals from the owners had given her cause for hope.
The strike, now in its third week, has left 40 ships waiting off the coast and emptied shelves in several towns.
"We will not sign a paper that nobody can live on," union president Olav Lunde told reporters on Monday.
The owners' association said the talks covered wages, night shifts and pensions.
But Berg, who has promised to open the port quickly, rejected calls to send in soldiers to unload the ships.
The port handles about $2.5 billion of trade a year and employs 3,000 people in the region.
In a separate case, a court fined two captains who had tried to land grain at the closed terminal in October.
The two sides said there would be another meeting but a date had not been fixed.
"Our patience is long but it is not endless," association chairman Erik Strand said after the meeting."""
CUT = "\n".join(WIRE.split("\n")[:6]).replace("to end a strike", "toend a strike").replace('"', "”")
HOUSE = """Harbour officials and union leaders have talked for nine hours in the city to end a strike at the port.
Norvik's Mayor Anna Berg said the first proposals from the owners had given her cause for hope.
The strike, now in its third week, has left 40 ships waiting off the coast and emptied shelves in several towns.
"We will not sign a paper that nobody can live on," union president Olav Lunde told journalists today.
The owners' association said the discussions would cover wages, night shifts and pensions.
But Ms Berg, who has promised to open the port quickly, rejected calls to send in troops to unload the ships.
Fishermen in the north have blocked a road in protest at the price of diesel.
The port handles about $2.5 billion of trade a year and employs 3,000 people in the region."""
RIVAL = """A nine-hour meeting brought no end to the dock workers' walkout in Norvik.
"We will not sign a paper that nobody can live on," said Lunde, who leads the union.
The ferry company reported record bookings for the summer."""
OTHER = """Scientists have found a new species of moss on a rooftop in the old town.
It grows only where rain water drips from copper pipes, the museum said."""


def make_event(*texts, **columns):
    """Return the Event of some texts, in articles named a, b, c ..., each of an outlet of its own."""
    names = [chr(ord("a") + place) for place in range(len(texts))]
    table = pd.DataFrame({"article": names, "outlet": [name.upper() for name in names], "text": list(texts)})
    return Event.from_articles(table.assign(**columns))


def relations(one, two):
    """Return {(sentence, other sentence): relation} of two texts."""
    links = make_event(one, two).links
    links = links[links["article"] == "a"].astype({"relation": str})
    return {(link.sentence, link.other_sentence): link.relation for link in links.itertuples()}


@pytest.mark.parametrize(("one", "two", "relation"), [
    ("The council voted to close the bridge.", "The council voted to close the bridge.", "verbatim"),
    ("The U.S. envoy’s plane landed in “Norvik”.", 'The US envoy\'s plane landed in "Norvik".', "verbatim"),
    ("Voters in five towns go to the polls on Sunday.", "VOTERS IN FIVE TOWNS GO TO THE POLLS ON SUNDAY.", "verbatim"),
    ("The mayor decided toopen the bridge to lorries again.", "The mayor decided to open the bridge to lorries again.",
     "verbatim"),
    ("The council voted to close the bridge in May.", "The council has voted to close the bridge in May.", "edited"),
    ("Snow blocked the road, and 12 lorries were stuck for two days.",
     "Snow blocked the road, and 15 lorries were stuck for two days.", "edited"),
    ("For two days 12 lorries were stuck after snow had blocked the mountain road.",
     "After snow had blocked the mountain road 12 lorries were stuck for two days.", "edited"),
    ('The minister, who arrived late from a visit to the flooded north with two aides, called it "a bridge that should '
     'never have been built at all".',
     'Asked by several newspapers about the loan and its terms, a former adviser spoke on Sunday of "a bridge that '
     'should never have been built at all" and of shame.', "fragment"),
    ("A ribbon was cut on the quay by Deputy Assistant Secretary for Transport Anna Maria Berg of the Norvik Ministry.",
     "Fishermen who had lost their licences jeered as Deputy Assistant Secretary for Transport Anna Maria Berg of the "
     "Norvik Ministry drove off without a word.", None),
    ("He did not say when.", "Nobody could say when it began.", None),
    ("Rain fell.", "Rain fell.", None),
])
def test_relation_of_two_sentences(one, two, relation):
    assert relations(one, two).get((0, 0)) == relation


def test_paraphrase_needs_more_than_a_name():
    story = "The strike at the port of Norvik went into its third week on Monday with forty ships waiting outside."
    told = f"{story}\nUnion president Olav Lunde warned that dock workers would reject any cut in their pensions."
    other = ("With forty ships waiting outside, the walkout at the port of Norvik entered a third week.\n"
             "Dockers will refuse any pension cuts, the union's president Lunde warned.\n"
             "Union president Olav Lunde was born in a fishing village and has four children.")
    found = relations(told, other)
    assert found[1, 1] == "paraphrase"
    assert (1, 2) not in found


def test_split_sentence_is_linked_to_both_parts():
    whole = ("Harbour officials and union leaders talked for nine hours on Monday to end a strike at the port, and "
             "Mayor Anna Berg said the first proposals from the owners had given her cause for hope.")
    parts = ("Harbour officials and union leaders have talked for nine hours to end a strike at the port.\n"
             "Mayor Anna Berg said the first proposals from the owners had given her cause for hope.")
    event = make_event(whole, parts)
    links = event.links[event.links["article"] == "a"].sort_values("other_sentence")
    assert links["relation"].astype(str).tolist() == ["edited", "edited"]
    stretches = [whole[start:end] for start, end in zip(links["start"], links["end"], strict=True)]
    assert stretches[0].startswith("Harbour officials") and "Berg" not in stretches[0]
    assert stretches[1] == "Mayor Anna Berg said the first proposals from the owners had given her cause for hope"
    assert links["score"].min() > 0.8


def test_statement_printed_twice_is_linked_twice():
    statement = "The ministry raised concerns about access to the quay and the need for steady staffing at the lock."
    found = relations(f"{statement}\nSnow is expected.\n{statement}", f"A short note.\n{statement}")
    assert found[0, 1] == found[2, 1] == "verbatim"


def test_moved_sentence_is_told_from_those_in_order():
    lines = WIRE.split("\n")
    event = make_event(WIRE, "\n".join([*lines[:2], *lines[3:7], lines[2], *lines[7:]]))
    links = event.links[(event.links["article"] == "a") & (event.links["relation"] == "verbatim")]
    assert links.loc[links["moved"], "sentence"].tolist() == [2]
    assert len(links) == 10


def test_short_sentences_are_linked_beside_copies_only():
    told = "The keeper had warned the harbour board twice in May.\nThey knew.\nNobody closed the gate that night."
    assert relations(told, told.replace("that night", "that evening"))[1, 1] == "verbatim"
    assert (1, 1) not in relations(told, "The bakers of Ellby had a good year.\nThey knew.\nIt rained on the fair.")


@pytest.fixture(scope="module")
def story():
    return make_event(WIRE, CUT, HOUSE, RIVAL, OTHER)


def test_every_link_stands_both_ways(story):
    forth = story.links.astype({"article": str, "other": str})
    back = forth.rename(columns={"article": "other", "other": "article", "sentence": "other_sentence",
                                 "other_sentence": "sentence", "start": "other_start", "other_start": "start",
                                 "end": "other_end", "other_end": "end"})
    keys = ["article", "sentence", "start", "end", "other", "other_sentence", "other_start", "other_end", "relation",
            "longest_run", "moved", "sure"]
    pd.testing.assert_frame_equal(forth[keys].sort_values(keys, ignore_index=True),
                                  back[keys].sort_values(keys, ignore_index=True))
    assert not forth.duplicated(["article", "sentence", "other", "other_sentence"]).any()


def test_offsets_give_back_the_text(story):
    texts = dict(zip(story.articles["article"].astype(str), story.articles["text"], strict=True))
    sentences = story.sentences.astype({"article": str}).set_index(["article", "sentence"])
    for link in story.links.astype({"article": str}).itertuples():
        sentence = sentences.loc[(link.article, link.sentence)]
        stretch = texts[link.article][link.start:link.end]
        assert stretch in sentence["text"] and stretch == stretch.strip() != ""
        assert 0 <= link.score <= 1 and 0 <= link.longest_run <= sentence["words"] + 1  # "toend" is two


def test_order_of_articles_changes_nothing(story):
    names = dict(zip("abcde", "ecdab", strict=True))
    turned = make_event(OTHER, HOUSE, RIVAL, WIRE, CUT)
    keys = ["article", "sentence", "other", "other_sentence"]
    links, known = (event.links.astype({"article": str, "other": str}) for event in (turned, story))
    links = links.replace({"article": names, "other": names})
    links, known = (table.sort_values(keys, ignore_index=True) for table in (links, known))
    pd.testing.assert_frame_equal(links, known)
    roles, known = (event.families.astype(str).set_index("article")["role"] for event in (turned, story))
    assert roles.rename(names).to_dict() == known.to_dict()


def test_other_articles_do_not_change_a_pair(story):
    alone = make_event(WIRE, CUT, HOUSE).links.astype({"article": str, "other": str})
    among = story.links.astype({"article": str, "other": str})
    among = among[among["article"].isin(["a", "b", "c"]) & among["other"].isin(["a", "b", "c"])]
    pd.testing.assert_frame_equal(alone, among.reset_index(drop=True))


@pytest.mark.parametrize(("before", "after", "edits"), [
    ("Berg told the council in Norvik that repairs had begun.",
     "Mayor Berg told the council in Norvik that repairs had begun.",
     [("insert", "", "Mayor", "honorific")]),
    ("The owners and Lunde met at the old customs house.", "The owners and Mr Lunde met at the old customs house.",
     [("insert", "", "Mr", "honorific")]),
    ("The bridge will be closed to lorries on Thursday.", "The bridge will be closed to lorries today.",
     [("replace", "on Thursday", "today", "date")]),
    ("A court fined the captains on October 12 in Norvik.", "A court fined the captains on 12 October in Norvik.",
     [("replace", "October 12", "12 October", "date")]),
    ("Storm waves sank 12 boats in the harbour overnight.", "Storm waves sank 15 boats in the harbour overnight.",
     [("replace", "12", "15", "number")]),
    ("The U.S. embassy in the city honored the old captain.", "The US embassy in the city honoured the old captain.",
     [("replace", "U.S.", "US", "spelling"), ("replace", "honored", "honoured", "spelling")]),
    ("The owners decided to open the near-term talks again.",
     "The owners decided toopen the near term talks again.",
     [("replace", "to open", "toopen", "spelling"), ("replace", "near-term", "near term", "spelling")]),
    ("The ministry said the talks covered wages and pensions.",
     "The ministry said the talks would cover wages and pensions.",
     [("replace", "covered", "would cover", "tense")]),
    ("Dockers and owners held nine hours of talks about pay.",
     "Dockers and owners have held nine hours of talks about pay.",
     [("insert", "", "have", "tense")]),
    ("The union told the press that the strike goes on.", "The union told the media that the strike goes on.",
     [("replace", "press", "media", "style")]),
    ("Allies in the north and Norvik fear a shortage of fuel.",
     "Allies in the north and Sundland fear a shortage of fuel.",
     [("replace", "Norvik", "Sundland", "name")]),
    ("The captains met in Norvik to discuss the price of fish.",
     "The captains met in Sundland to discuss the price of fish.",
     [("replace", "Norvik", "Sundland", "place")]),
    ("The rescue boats reached the ferry before it sank.", "The rescue boats reached the ferry before it sank.", []),
])
def test_edits_and_their_kinds(before, after, edits):
    found = make_event(before, after).edits.astype({"article": str, "op": str, "kind": str})
    columns = ["op", "before", "after", "kind"]
    assert list(found.loc[found["article"] == "a", columns].itertuples(index=False, name=None)) == edits
    turned = {"insert": "delete", "delete": "insert", "replace": "replace"}
    back = [(turned[op], two, one, kind) for op, one, two, kind in edits]
    assert list(found.loc[found["article"] == "b", columns].itertuples(index=False, name=None)) == back


def test_families_and_roles_of_the_story(story):
    families = story.families.astype({"article": str, "role": str}).set_index("article")
    assert families["family"].tolist() == [1, 1, 1, 2, 3]
    assert families["role"].tolist() == ["sibling", "cut", "edited", "unrelated", "unrelated"]


def test_pairs_say_what_speaks_for_them(story):
    pairs = story.pairs.astype({"article": str, "other": str}).set_index(["article", "other"])
    cut = pairs.loc[("b", "a")]
    assert cut["verdict"] == "cut" and cut["direction"] == "a" and cut["reused"] == 1
    assert cut["same_order"] == pytest.approx(1)
    assert cut["evidence"] == (
        "100 % of the words of B stand in A, 60 % the other way (100 % and 59 % of the outlets' own words), in the "
        "same order; B has the slip “toend” for “to end”; B ends where A goes on for 4 sentences.")
    assert pairs.loc[("a", "b"), "verdict"] == "fuller copy"
    edited = pairs.loc[("c", "a")]
    assert edited["direction"] == "unknown" and "“would cover” where A has “covered”" in edited["evidence"]
    assert "too little to tell an earlier version from a shortened one" in edited["evidence"]
    assert pairs.loc[("d", "a"), "verdict"] == "same quotes"
    assert ("d", "e") not in pairs.index


def test_shared_quotes_make_no_family():
    speech = ('"We stand at the edge of a new age for this harbour and for all who live from it," he said. '
              '"No ship will wait for a berth that we can build, and no child will leave this coast for want of work."')
    event = make_event(f"The mayor spoke for an hour.\n{speech}",
                       f"Few came to hear the budget speech at the fish market.\n{speech}")
    assert event.pairs["reused"].min() > 0.6
    assert event.families["family"].tolist() == [1, 2]


@pytest.mark.parametrize(("days", "roles"), [
    (["2031-05-02", "2031-05-03"], ["earlier version", "later version"]),
    (["2031-05-03", "2031-05-02"], ["later version", "earlier version"]),
    (["2031-05-03", None], ["unknown", "unknown"]),
])
def test_what_a_text_knows_tells_versions_apart(days, roles):
    lines = WIRE.split("\n")
    event = make_event("\n".join(lines[:8]), "\n".join([*lines[2:], OTHER]))
    articles = event.articles.assign(knows_until=pd.array(days, dtype="str"))
    pairs = compare_pairs(event.links, event.sentences, event.voices, event.similarity, articles, event.edits)
    assert find_families(pairs, articles)["role"].astype(str).tolist() == roles


def test_families_without_pairs():
    event = make_event(WIRE, CUT)
    families = find_families(empty("pairs", event.articles), event.articles)
    assert families["family"].tolist() == [1, 2] and set(families["role"]) == {"unrelated"}


@pytest.mark.parametrize("texts", [
    (), (WIRE,), ("",), ("", ""), ("...", "!"), ("Rain", "Rain"), ("Rain fell.", "Snow is white."), ("", WIRE, WIRE),
    (WIRE, WIRE),
])
def test_any_input_gives_whole_tables(texts):
    event = make_event(*texts)
    for name in ("links", "edits", "pairs", "families"):
        table = getattr(event, name)
        assert table.columns.tolist() == empty(name).columns.tolist()
        assert (table.dtypes == empty(name, event.articles).dtypes).all()
    assert len(event.families) == len(texts)
    if WIRE in texts[:-1]:
        assert event.families["family"].tolist()[-2:] == [1 + ("" in texts)] * 2
        assert event.edits.empty


def test_repeated_words_cost_no_square():
    seconds = []
    for times in (500, 2000):
        text = "The same words come again and again. " * times
        sentences = pd.DataFrame({"article": ["a", "b"], "sentence": 0, "start": 0, "end": len(text), "zone": "body",
                                  "text": text})
        begun = time.perf_counter()
        link_sentences(sentences, sentences)
        seconds.append(time.perf_counter() - begun)
    assert seconds[1] < 10 * max(seconds[0], 0.05)


def test_find_glued():
    assert find_glued(["toopen", "presidentsaid", "harbour", "norvik", "a1"]) == {"toopen": 2, "presidentsaid": 9}


def test_tokens_keep_the_characters_of_glued_words():
    tokens = find_tokens(pd.DataFrame({"start": [0, 30], "text": ["He asked toopen it.", "Toopen"]}))
    assert tokens.words[tokens.code].tolist() == ["he", "asked", "to", "open", "it", "toopen"]
    assert tokens.start.tolist() == [0, 3, 9, 11, 16, 30]
    assert tokens.end.tolist() == [2, 8, 11, 15, 18, 36]
    assert tokens.first.tolist() == [0, 5, 6]


def test_pair_owners_leaves_out_stock_phrases():
    keys = np.array([7, 7, 7, 8, 8, 9, 9, 9, 9], np.uint64)
    owners = np.array([0, 1, 1, 0, 1, 0, 1, 2, 3])
    assert pair_owners(keys, owners, cap=3, least=2).tolist() == [[0, 1]]
    assert pair_owners(keys, owners, cap=4, least=3).tolist() == [[0, 1]]
    assert pair_owners(keys[:0], owners[:0], cap=4, least=1).tolist() == []


def test_match_runs_gives_every_place():
    tokens = find_tokens(pd.DataFrame({"start": [0, 0], "text": ["a b c a b c", "x a b c"]}))
    keys, places = hash_runs(tokens, 3)
    pair, one, two = match_runs(keys, places, tokens.row[places], np.array([[0, 1]]), cap=5)
    assert list(zip(pair, one, two, strict=True)) == [(0, 0, 7), (0, 3, 7)]
    assert match_runs(keys, places, tokens.row[places], np.array([[0, 1]]), cap=1).shape == (3, 0)


def test_edits_need_links_only(story):
    edits = find_edits(story.links, story.articles)
    pd.testing.assert_frame_equal(edits, story.edits)


@pytest.mark.parametrize(("one", "other", "kin"), [
    ("Forty people were treated at St Orma's Hospital after chlorine leaked into the river Ellwater.",
     "One man died and 60 people were taken to hospital after chlorine leaked into the River Ellwater.", False),
    ("Some 90 rangers cleared Tanner's Field in an operation that began at 3.40 a.m.",
     "Rangers cleared Tanner's Field in an operation that began around 5 a.m., campers said.", False),
    ("Forty people were treated at St Orma's Hospital after chlorine leaked into the river Ellwater.",
     "Forty people were treated at St Orma's Hospital after chlorine leaked into the river Ellwater.", True),
])
def test_one_clause_makes_no_version_of_a_story(one, other, kin):
    event = Event.from_articles(pd.DataFrame([{"article": name, "outlet": name, "text": f"{text}\n"}
                                              for name, text in (("gull", one), ("times", other))]))
    assert event.families["family"].nunique() == (1 if kin else 2)
    assert any("versions of one story" in claim for claim in event.findings["claim"]) == kin
