"""Actors, names, labels, contrasts, acts, sayings, origins: what texts tell of how things are called."""

import pandas as pd
import pytest

from analysis.answers import find_answer
from analysis.event import Event
from analysis.naming.acts import saying_class
from analysis.naming.openings import find_main_clause
from analysis.naming.same_things import MEETS, _example_thing, list_clues
from analysis.naming.telling import is_plain
from analysis.naming.vocabulary import measure_keyness
from analysis.speech.sentence.tagged import tag_sentence

COURIER = (
    "Council shuts Ellby pool\n"
    "Ellby council shut the town's swimming pool on Monday under the new levy law. Mayor Ann Bellamy said the levy law "
    "left no choice.\n"
    "Bellamy, a former lifeguard, said the law was hard. “We have no money left,” she admitted.\n"
    "The Swimmers and Divers Union (SDU) did not respond to questions. Tom Ellis, 43, a teacher, swims there daily. "
    "Ellis called it sad. Ellis left.\n"
)
LANTERN = (
    "Pool tax closes baths\n"
    "Ellby council shut the town's swimming pool on Monday under the new pool tax law. "
    "The pool tax law passed in May.\n"
    "Town hall boss Ann Bellamy spoke at noon. “We have no money left,” Mrs Bellamy said. "
    "The lifeguard turned away.\n"
    "The Swimmers and Divers Union told Reuters that it would march. The union was angry with Bellamy.\n"
)
GULL = (
    "Mayor defends closing\n"
    "Ellby council closed its only bathing place on Monday. "
    "Norwegian Foreign Minister Ole Dahl, who has never learned to swim, smiled.\n"
    "Bellamy met Dahl. “We have no money left,” said Annabel Bellamy's aide.\n"
)


OPENS = "News\nThe harbour council met on Monday in Ellby. "


def make(*texts, **given):
    rows = [dict(article=name, outlet=name.title(), text=text)
            for name, text in zip(("courier", "lantern", "gull"), texts, strict=False)]
    return Event.from_articles(pd.DataFrame(rows), **given)


@pytest.fixture(scope="module")
def event():
    return make(COURIER, LANTERN, GULL)


def labels_of(event, article):
    rows = event.labels[event.labels["article"].astype(str) == article]
    return dict(zip(rows["label"], zip(rows["thing"], rows["part"].astype(str), strict=True), strict=True))


def test_the_texts_introduce_actors_with_kinds_aliases_and_sides(event):
    actors = event.actors.set_index("actor")
    assert actors.loc["Ann Bellamy", "kind"] == "person"
    assert "Bellamy" in actors.loc["Ann Bellamy", "aliases"].split("|")
    assert actors.loc["Swimmers and Divers Union", "kind"] == "body"
    assert "SDU" in actors.loc["Swimmers and Divers Union", "aliases"].split("|")
    assert (actors.loc["Ole Dahl", "side"], actors.loc["Ole Dahl", "side_source"]) == ("Norway", "text")


def test_people_csv_wins_over_the_texts():
    people = pd.DataFrame({"name": ["The Mayor"], "aliases": ["Ann Bellamy|Bellamy"], "side": ["town"]})
    actors = make(COURIER, LANTERN, people=people).actors.set_index("actor")
    assert (actors.loc["The Mayor", "side"], actors.loc["The Mayor", "side_source"]) == ("town", "people.csv")
    assert "Ann Bellamy" not in actors.index


def test_names_count_zero_where_a_name_is_missing(event):
    names = event.names[event.names["name"] == "Tom Ellis"].astype({"article": str}).set_index("article")
    assert names.loc["courier", "count"] == 3 and names.loc["lantern", "count"] == 0
    assert pd.isna(names.loc["lantern", "first"])
    assert len(event.names) == len(event.actors) * 3


@pytest.mark.parametrize(("article", "label", "thing", "part"), [
    ("courier", "Mayor", "Ann Bellamy", "before"),
    ("courier", "former lifeguard", "Ann Bellamy", "behind"),
    ("lantern", "Town hall boss", "Ann Bellamy", "before"),
    ("lantern", "lifeguard", "Ann Bellamy", "stand-in"),
    ("courier", "teacher", "Tom Ellis", "behind"),
    ("gull", "Norwegian Foreign Minister", "Ole Dahl", "before"),
    ("gull", "who has never learned to swim", "Ole Dahl", "behind"),
])
def test_what_stands_before_behind_and_instead_of_a_name(event, article, label, thing, part):
    assert labels_of(event, article).get(label) == (thing, part)


@pytest.mark.parametrize("text", [
    "Ann Bellamy, the union said, will go to Ellby.",
    "Ann Bellamy, Mayor Tom Ellis and others went to Ellby.",
    "They gave Ann Bellamy a medal in the moment Bellamy left.",
    "“Ann Bellamy is a child of a woman,” said Tom Ellis.",
])
def test_what_is_no_description_of_the_name(text):
    event = make(f"News\nAnn Bellamy is here. {text}\n")
    assert not len(event.labels[event.labels["thing"] == "Ann Bellamy"]), labels_of(event, "courier")


def test_a_label_in_quotation_marks_is_the_speakers():
    event = make("News\nTom Ellis spoke. “The stubborn mayor Ann Bellamy is wrong,” Ellis said. Ann Bellamy left.\n")
    row = event.labels[event.labels["thing"] == "Ann Bellamy"].iloc[0]
    assert row["voice"] == "quoted"


def test_one_thing_under_two_wordings_is_a_contrast(event):
    rows = event.contrasts.astype({"article": str})
    law = rows[rows["label"].str.contains("tax law")]
    assert len(law), rows[["thing", "article", "label"]]
    same = rows[rows["thing"] == law["thing"].iloc[0]]
    assert "levy law" in set(same.loc[same["article"] == "courier", "label"])
    assert not same.duplicated(["article", "label"]).any()


@pytest.mark.parametrize(("first", "second"), [
    ("two hospitals", "five hospitals"), ("the federal law", "the state law"),
    ("the Norwegian ship", "the Danish ship"),
])
def test_things_at_odds_are_never_one(first, second):
    one = f"News\nThey spoke of {first}. They knew {first} well. Nobody left {first} at all.\n"
    two = f"News\nThey spoke of {second}. They knew {second} well. Nobody left {second} at all.\n"
    contrasts = make(one, two).contrasts
    assert contrasts[contrasts["kind"] == "thing"].empty


def test_at_most_six_rows_of_contrasts_an_article(event):
    assert len(event.contrasts) <= 6 * len(event.articles)


def test_acts_stand_between_two_actors(event):
    acts = event.acts.astype({"article": str})
    assert ("gull", "Ann Bellamy", "met", "Ole Dahl") in set(
        zip(acts["article"], acts["actor"], acts["verb"], acts["target"], strict=True)) or acts.empty


@pytest.mark.parametrize(("cue", "kind"), [("said", "neutral"), ("admitted", "admitting"), ("claims", "claiming"),
                                           ("slammed", "attacking"), ("sang", None)])
def test_verbs_of_saying_have_a_class(cue, kind):
    assert saying_class(cue) == kind


def test_sayings_keep_the_verb_with_its_speaker(event):
    rows = event.sayings.astype({"article": str, "class": str})
    assert ("courier", "admitted", "admitting") in set(zip(rows["article"], rows["cue"], rows["class"], strict=True))


def test_origins_name_media_and_missing_answers(event):
    rows = set(zip(event.origins["article"].astype(str), event.origins["origin"], event.origins["how"].astype(str),
                   strict=True))
    assert ("lantern", "Reuters", "via") in rows
    assert ("courier", "did not respond", "no answer") in rows


def test_openings_have_a_row_for_headline_and_lead(event):
    openings = event.openings[event.openings["article"].astype(str) == "courier"]
    assert openings["zone"].astype(str).tolist() == ["headline", "body"] or len(openings) == 1
    assert set(openings["voice"].astype(str)) == {"own"}


@pytest.mark.parametrize(("text", "verb", "subject"), [
    ("Brave federal officers arrested nine men who preyed on Ellby, ending the hunt.", "arrested",
     "Brave federal officers"),
    ("Bellamy vetoes fee, setting up fight", "vetoes", "Bellamy"),
    ("Governor vetoes bill capping fees", "vetoes", "Governor"),
    ("Bowing to the board, Gov. Ann Bellamy on Tuesday struck down a fee.", "struck down", "Gov. Ann Bellamy"),
    ("A judge appointed by the old board gave Hobart the pier.", "gave", None),
    ("The man who police say stole the plans lived alone.", "lived", None),
    ("A former records clerk was arrested on Monday.", "was arrested", None),
    ("At least nine people were killed when a ferry sank, officials said.", "were killed", None),
    ("Clerk held by police", "held", "Clerk"),
    ("The ferry that sank with the loss of 31 lives had been excused.", None, None),
    ("Horror on the lake", None, None),
    ("Tax cuts spark a row in Ellby", None, None),
])
def test_the_verb_of_an_opening_and_its_subject(text, verb, subject):
    clause = find_main_clause(tag_sentence(text, 0, len(text), []))
    assert (clause and clause.verb) == verb
    assert subject is None or text[slice(*clause.subject)] == subject


def test_vocabulary_holds_words_of_one_article_alone(event):
    for row in event.vocabulary.to_dict("records"):
        others = event.articles[event.articles["article"].astype(str) != str(row["article"])]["text"]
        assert not any(row["word"] in text.lower().split() for text in others)


def test_a_name_is_said_to_be_missing_only_where_no_word_of_it_stands():
    often = OPENS + "Tom Ellis spoke. Ellis left. Ellis came. Ellis sat. Ellis stood in the hall.\n"
    once = OPENS + "Tom Ellis spoke to the town about the pool and its roof.\n"
    near = OPENS + "Tom Elis was there, and the town spoke about the pool and its roof.\n"
    none = OPENS + "The town spoke about the pool and its roof, and about the weather.\n"
    said = find_answer("names").say(make(often, once, none))
    assert [row["claim"] for row in said] == [
        "Tom Ellis is named five times in Courier, once in Lantern, nowhere in Gull."]
    assert not find_answer("names").say(make(often, once, near))


def test_labels_are_told_in_the_outlets_own_words_only(event):
    for row in find_answer("labels").say(event):
        assert len(row["claim"].split()) <= 30
        for article, start, end in row["evidence"]:
            text = dict(zip(event.articles["article"], event.articles["text"], strict=True))[article]
            assert text[start:end].split()[0] in row["claim"]


@pytest.mark.parametrize(("text", "words"), [
    ("The newly released memos fell.", ["newly released memos"]),
    ("The law gives families a grant.", ["law", "families", "grant"]),
    ("They are deporting illegal workers.", ["illegal workers"]),
])
def test_noun_phrases(text, words):
    assert [phrase.text for phrase in make(text)._reads[-1].phrases] == words


HEADED = "{}\nThe Ellby council met on Monday. {}\n"


@pytest.mark.parametrize(("headline", "body", "words"), [
    ("Council Shuts Town Pool", "They swam in the town pool.", "Town Pool"),
    ("Mayor Who Settled Pier Case Leaves", "The pier case is old.", "Pier Case"),
    ("Lund Plans To Fund Harbour Wall", "The harbour wall is old.", "Harbour Wall"),
    ("Ellby Wants To Keep Trade Deal", "They like the trade deal.", "Trade Deal"),
    ("Peace Talks Deal Fails", "The peace talks deal was theirs.", "Peace Talks Deal"),
])
def test_verbs_are_no_part_of_what_a_headline_names(headline, body, words):
    event = make(HEADED.format(headline, body))
    assert words in [phrase.text for phrase in event._reads[0].phrases]


@pytest.mark.parametrize(("text", "label"), [
    ("Ann Bellamy -- the nurses' former leader -- spoke.", "nurses' former leader"),
    ("Ann Bellamy (Ellby), one of the union's founders, spoke.", "one of the union's founders"),
    ("They met Ann Bellamy, his longtime lawyer and fixer, at noon.", "longtime lawyer and fixer"),
    ("Former Secretary of State Ann Bellamy spoke.", "Former Secretary of State"),
    ("Ann Bellamy, a nurse and the others left.", "nurse"),
    ("Ann Bellamy spoke for an hour. The tycoon left Ellby.", "tycoon"),
    ("Special counsel Ann Bellamy’s office wrote to Ellby.", "Special counsel"),
    ("An aide to the council has left. Ann Bellamy, the aide, wrote a letter.", "aide"),
    ("The winner was Ann Bellamy, the skipper who came in 12 seconds behind her.",
     "skipper who came in 12 seconds behind her"),
    ("They met Ann Bellamy, a lawyer who lost, himself, and left.", "lawyer who lost"),
])
def test_descriptions_lead_to_the_actor_and_are_read_whole(text, label):
    event = make(f"News\n{text} Bellamy smiled.\n")
    assert label in set(event.labels.loc[event.labels["thing"] == "Ann Bellamy", "label"])


def test_keyness_needs_five_articles_a_side_and_finds_a_planted_word():
    rows = [dict(article=f"a{number}", outlet=f"a{number}", text="News\n" + text * 20) for number, text in
            enumerate(["The reckless council voted for it. "] * 5 + ["The council voted for it today. "] * 5)]
    words = Event.from_articles(pd.DataFrame(rows)).words
    groups = {f"a{number}": "a" if number < 5 else "b" for number in range(10)}
    found = measure_keyness(words, groups)
    first = found.iloc[0]
    assert first["word"] in ("reckless", "today") and first["p"] < 0.05
    assert first["low"] - 1e-6 <= first["difference"] <= first["high"] + 1e-6 and first["low"] * first["high"] > 0
    assert measure_keyness(words, {"a0": "a", "a9": "b"}).empty


@pytest.mark.parametrize("texts", [(), ("",), ("News\n",), ("News\nNothing.\n",), ("A\n" + "Ann Bellamy and " * 400,)])
def test_little_or_strange_text_gives_small_tables(texts):
    if not texts or not texts[0]:
        texts = ("\n",)
    event = make(*texts)
    for name in ("actors", "mentions", "names", "labels", "contrasts", "acts", "sayings", "origins", "openings",
                 "vocabulary"):
        assert len(getattr(event, name)) < 2000


def test_who_gave_no_answer_is_told_with_who_is_quoted_elsewhere():
    asked = "News\nTom Ellis shut the pool on Monday. Ellis did not respond to a request for comment.\n"
    answered = "News\nTom Ellis shut the pool. “We had no money left for the roof,” Ellis said on Monday.\n"
    event = make(asked, answered)
    row = event.origins[event.origins["how"].astype(str) == "no answer"].iloc[0]
    assert (row["who"], row["answered"]) == ("Tom Ellis", "lantern")
    claims = [found["claim"] for found in find_answer("sayings").say(event)]
    assert "Courier writes that Tom Ellis “did not respond”; Lantern quotes Tom Ellis." in claims
    both = make(asked + "“I will speak later, when the roof is dry,” Ellis said.\n", answered)
    assert not [found for found in find_answer("sayings").say(both) if "respond" in found["claim"]]


@pytest.mark.parametrize(("silence", "told"), [
    ("Ellis declined to comment.", True),
    ("Ellis declined to comment on Monday, when the pool was shut.", True),
    ("Ellis declined to comment for this article.", True),
    ("Ellis declined to comment on whether the town would sell the pool.", False),
    ("Ellis did not respond to questions about the roof.", False),
    ("Ellis did not return home on Friday.", False),
    ("Ellis refused to comment further.", False),
    ("Ellis declined to discuss the roof.", False),
    ("On Thursday Ellis declined to comment.", False),
])
def test_who_was_silent_on_one_thing_or_day_may_speak_of_another(silence, told):
    asked = f"News\nTom Ellis shut the pool on Monday. {silence}\n"
    answered = "News\nTom Ellis shut the pool. “We had no money left for the roof,” Ellis said on Monday.\n"
    claims = [found["claim"] for found in find_answer("sayings").say(make(asked, answered))]
    assert any("Lantern quotes Tom Ellis" in claim for claim in claims) == told


def test_a_text_of_another_event_shares_no_thing():
    strange = "Ferry sinks\nTwo sailors drowned off Norhaven when the old ferry sank in a storm on Sunday.\n"
    contrasts = make(COURIER, LANTERN, strange).contrasts.astype({"article": str})
    assert "gull" not in set(contrasts["article"]) and len(contrasts)


def test_thirty_texts_stay_within_six_rows_each():
    rows = [dict(article=f"a{number}", outlet=f"Outlet {number}", text=text) for number, text in
            enumerate([COURIER, LANTERN, GULL] * 10)]
    event = Event.from_articles(pd.DataFrame(rows))
    assert 0 < len(event.contrasts) <= 180


@pytest.mark.parametrize(("one", "other", "wordings"), [
    ("Norhaven illegally annexed the island in May.", "Norhaven claims to have annexed the island.",
     {"illegally annexed", "claims to have annexed"}),
    ("Ann Bellamy wrongly accused the union on Monday.", "Ann Bellamy accused the union on Monday.",
     {"wrongly accused", "accused"}),
])
def test_how_far_a_text_vouches_for_a_verb_is_a_contrast(one, other, wordings):
    contrasts = make(OPENS + one + "\n", OPENS + other + "\n").contrasts
    assert wordings <= set(contrasts.loc[contrasts["kind"] == "act", "label"])


@pytest.mark.parametrize(("one", "other"), [
    ("Norhaven annexed the island in May.", "Norhaven annexed the island in May."),
    ("Norhaven illegally annexed the island.", "Westmark peacefully left the island."),
])
def test_verbs_alike_and_verbs_of_other_acts_are_no_contrast(one, other):
    contrasts = make(OPENS + one + "\n", OPENS + other + "\n").contrasts
    assert contrasts[contrasts["kind"] == "act"].empty


def test_two_spellings_of_a_name_are_counted_for_each_outlet():
    one = "News\nMayor Katarina Lund spoke. Katarina Lund left the hall with Tom Ellis.\n"
    two = "News\nMayor Katharina Lund spoke to Tom Ellis, and Katharina Lund smiled.\n"
    rows = make(one, two).contrasts
    rows = rows[rows["kind"] == "spelling"]
    assert dict(zip(rows["label"], rows["count"], strict=True)) == {"Katarina Lund": 2, "Katharina Lund": 2}


@pytest.mark.parametrize(("one", "other", "thing"), [
    ("Czech Republic", "Czechia", "Czechia"), ("Burma", "Myanmar", "Myanmar")])
def test_two_names_of_a_country_stand_under_the_country(one, other, thing):
    people = pd.DataFrame([{"name": "The government", "aliases": f"{one}|{other}", "type": "institution"}])
    texts = (f"News\n{one} will host the talks.\n", f"News\n{other} will host the talks. {other} has a castle.\n")
    rows = make(*texts, people=people).contrasts
    rows = rows[rows["kind"] == "spelling"]
    assert set(rows["thing"]) == {thing} and set(rows["label"]) == {one, other}


@pytest.mark.parametrize(("one", "other", "told"), [
    ("Council spokeswoman Ann Bellamy", "council spokesperson Ann Bellamy", True),
    ("Chairman Tom Ellis", "chairperson Tom Ellis", True),
    ("Council spokeswoman Ann Bellamy", "council spokeswoman Ann Bellamy", False),
])
def test_a_word_that_tells_the_sex_of_an_office_is_a_contrast(one, other, told):
    filler = "The town of Ellby met on Monday. The pool was full. The roof was wet. The bus was late. "
    contrasts = make(f"News\n{filler}{one} spoke.\n", f"News\n{filler}They heard {other} at noon.\n").contrasts
    assert (set(contrasts["kind"]) == {"actor"}) == told, contrasts


def test_a_title_by_itself_is_no_person():
    text = "News\nThe team of Deputy Assistant Secretary of Harbours Ann Bellamy met. Bellamy left.\n"
    assert "Secretary" not in set(make(text, text.replace("team", "group")).actors["actor"])


@pytest.mark.parametrize("text", [
    "Ann Bellamy spoke for an hour. The next tycoon then left Ellby.",
    "A spokesperson for Ann Bellamy fired back on Monday. The spokesperson also spoke of Bellamy’s record.",
    "They were helping Ann Bellamy, and the daughters join Ann Bellamy at noon.",
    "The nominee for mayor, Ann Bellamy, his opponents or anybody else, left.",
])
def test_descriptions_of_others_do_not(text):
    event = make(f"News\nAnn Bellamy is here. {text}\n")
    assert not set(event.labels.loc[event.labels["thing"] == "Ann Bellamy", "label"]) - {"nominee for mayor", "nominee"}


@pytest.mark.parametrize(("one", "other", "joined"), [
    ("illegal miners", "undocumented miners", True), ("illegal miners", "young miners", False),
    ("1998 blasts", "2004 blasts", False), ("a deadly blast", "a fatal blast", True),
])
def test_modifiers_of_one_sense_join_things(one, other, joined):
    texts = (f"News\nThe council of Ellby spoke of {words} on Monday.\n" for words in (one, other))
    things = make(*texts).labels
    heads = things[things["part"] == "head"]
    assert (one.removeprefix("a ") in set(heads["label"])) == joined


def test_how_far_outlets_vouch_for_a_verb_is_told_in_their_own_words():
    one = OPENS + "Ann Bellamy wrongly accused the union on Monday. Bellamy left.\n"
    two = OPENS + "Ann Bellamy accused the union on Monday. Bellamy left.\n"
    said = [row["claim"] for row in find_answer("labels").say(make(one, two))]
    assert "Courier writes “wrongly accused”, Lantern writes “accused”." in said
    quoted = OPENS + "“Ann Bellamy wrongly accused the union,” Tom Ellis said. Ann Bellamy left.\n"
    assert not [claim for claim in (row["claim"] for row in find_answer("labels").say(make(quoted, two)))
                if "wrongly" in claim]


MINISTER = ("Ferry aground\nThe harbour minister, Colin Tarbert, ruled out new money for the port on Monday. "
            "“There is no more money,” Tarbert said. The harbour at Ellby was shut.")
NAMESAKES = [
    ("Port shut\nThe harbour at Ellby was shut on Monday. The headteacher, {}, who is no relation to the minister, "
     "kept the school shut. “We cannot open,” Tarbert said. Mr Tarbert sent pupils home.", "Brian Tarbert"),
    ("Port shut\nTarbert has seen worse. “I sold my boat,” said {}, a baker in Ellby and not related to the minister. "
     "The harbour was shut.", "Ruth Tarbert"),
    ("Port shut\n{}, 41, a namesake of the minister, waited on the quay at Ellby. Tarbert went home.",
     "Martin Tarbert"),
]


@pytest.mark.parametrize(("text", "name"), NAMESAKES)
@pytest.mark.parametrize("people", [None, pd.DataFrame({"name": ["Colin Tarbert"], "aliases": ["Tarbert"],
                                                        "side": ["government"]})])
def test_another_given_name_is_another_person(text, name, people):
    event = make(MINISTER, text.format(name), "It is cold\nIn Ellby, Tarbert was away.", people=people)
    mentions = event.mentions.astype({"article": str})
    assert {"Colin Tarbert", name} <= set(event.actors["actor"])
    assert set(mentions.loc[mentions["article"] == "courier", "actor"]) == {"Colin Tarbert"}
    assert set(mentions.loc[mentions["article"] == "lantern", "actor"]) == {name}
    assert set(mentions.loc[mentions["article"] == "gull", "actor"]) == (set() if people is None else {"Colin Tarbert"})
    assert labels_of(event, "lantern").get("minister", ("Colin Tarbert",))[0] == "Colin Tarbert"
    heard = event.hearing[event.hearing["named"].notna()].astype({"article": str})
    assert ("lantern", "Colin Tarbert") not in set(zip(heard["article"], heard["who"], strict=True))


@pytest.mark.parametrize(("one", "other"), [
    ("Alasdair Tarbert", "Alastair Tarbert"), ("Marian Tarbert", "Marion Tarbert"), ("Eric Tarbert", "Erik Tarbert"),
    ("Edward Tarbert", "Ted Tarbert"), ("Robert J. Tarbert", "Robert Tarbert"), ("Alasdair Munroe", "Alastair Munro"),
])
def test_spellings_nicknames_and_initials_are_one_person(one, other):
    event = make(f"Ferry aground\nCaptain {one} stayed aboard in Ellby.",
                 f"Ferry ran aground\nCaptain {other} stayed aboard in Ellby.")
    assert len(event.actors[event.actors["kind"] == "person"]) == 1
    assert event.mentions["actor"].nunique() == 1 and len(event.mentions) == 2


@pytest.mark.parametrize("office", ["The chief executive of the ferry company said there was no boat. “We will get "
                                    "people home,” he told reporters.", "“We will get people home,” its head said."])
def test_who_speaks_by_an_office_alone_is_not_named(office):
    told = "Ferry stuck\nOle Tarbert, chief executive of Ellby Ferries, spoke. “We will get people home,” he said."
    other = "Home by dusk\nEllby Ferries was sorry. “Nobody will be left behind,” said Ole Tarbert, its head."
    event = make(told, other, f"No boat\n{office}")
    heard = event.hearing[(event.hearing["who"] == "Ole Tarbert") & event.hearing["named"].notna()]
    assert set(heard["article"].astype(str)) == {"courier", "lantern"}
    assert all("gull" not in row["having"] and "gull" in row["lacking"] + row["unnamed"]
               for row in event._absent if row["who"] == "Ole Tarbert")


def test_two_things_that_a_rule_joins_without_linked_sentences_share_a_clue():
    joined = [example[:2] for rule in MEETS for example in rule.yes if not example[2]]
    assert len(joined) > 5
    for one, other in joined:
        assert not list_clues(_example_thing("a", one)).isdisjoint(list_clues(_example_thing("b", other))), (one, other)


SORTS = [
    ("The closure scheme split Ellby. Auditors found 4,100 pupils and a deficit behind the closure scheme.",
     "The merger plan split Ellby. Auditors found 4,100 pupils and a deficit behind the merger plan.",
     "closure scheme", "merger plan", True),
    ("Ann Bellamy's harsh remarks about the ferrymen drew anger. The remarks came on Monday.",
     "Ann Bellamy's tirade about the ferrymen drew anger. The tirade came on Monday.",
     "Ann Bellamy's harsh remarks", "Ann Bellamy's tirade", True),
    ("The meeting in Ellby ended without a pledge. The frosty meeting was brief.",
     "The showdown in Ellby ended without a pledge. The showdown was brief.", "frosty meeting", "showdown", True),
    ("A car ferry sank off Ellby. The car ferry was hit at dawn by a cargo ship. The cargo ship sailed on.",
     "A car ferry sank off Ellby. The car ferry was hit at dawn by a cargo ship. The rusty ship sailed on.",
     "car ferry", "rusty ship", False),
    ("The Cold War shaped Ellby's harbour. The Cold War ended.", "The war shaped Ellby's harbour. The war goes on.",
     "Cold War", "war", False),
]


@pytest.mark.parametrize(("one", "other", "first", "second", "joined"), SORTS)
def test_nouns_for_one_sort_of_thing_join_what_each_text_has_once(one, other, first, second, joined):
    heads = make(f"News\n{one}\n", f"News\n{other}\n").labels
    heads = heads[heads["part"] == "head"]
    things = [set(heads.loc[heads["label"] == label, "thing"]) for label in (first, second)]
    assert bool(things[0] & things[1]) == joined, heads[["label", "thing"]]


@pytest.mark.parametrize("headline", ["Bellamy attacks judges", "Ellby's nurses strike",
                                      "Bellamy's tirade angers judges"])
def test_a_headline_in_small_letters_has_a_verb(headline):
    body = "Mayor Ann Bellamy of Ellby spoke of judges and nurses on Monday. The judges and the nurses heard her."
    rows = [dict(article=name, outlet=name, headline=line, text=f"{line}\n{body}\n")
            for name, line in (("courier", headline), ("lantern", "News from the harbour"))]
    assert headline not in set(Event.from_articles(pd.DataFrame(rows)).labels["label"])


@pytest.mark.parametrize(("one", "other", "first", "second", "joined"), [
    ("Wardens held 143 workers at a cannery.", "Wardens took away 143 illegals from a cannery.",
     "143 workers", "143 illegals", True),
    ("Wardens say that 12 people were arrested.", "Wardens say that twelve rioters were arrested.",
     "12 people", "twelve rioters", True),
    ("Wardens held 143 workers at a cannery.", "The fee rose for 134 illegals in Norhaven.",
     "143 workers", "134 illegals", False),
    ("The pier has 143 miles.", "Wardens took away 143 illegals from a cannery.", "143 miles", "143 illegals", False),
])
def test_one_number_joins_two_nouns_for_people(one, other, first, second, joined):
    heads = make(f"{OPENS}{one}\n", f"{OPENS}{other}\n").labels
    things = [set(heads.loc[heads["label"] == label, "thing"]) for label in (first, second)]
    assert bool(things[0] & things[1]) == joined, heads[["label", "thing"]]


@pytest.mark.parametrize(("text", "label", "part"), [
    ("Sen. Ann Bellamy, the open-borders advocate, spoke.", "open-borders advocate", "behind"),
    ("A courageous whistleblower, Ann Bellamy, spoke.", "courageous whistleblower", "before"),
    ("They heard a defiant Ann Bellamy on Monday.", "defiant", "before"),
])
def test_what_judges_somebody_is_a_label(text, label, part):
    labels = make(f"{OPENS}{text} Bellamy left.\n", f"{OPENS}Ann Bellamy spoke. Bellamy left.\n").labels
    rows = labels[labels["thing"] == "Ann Bellamy"]
    assert (label, part) in set(zip(rows["label"], rows["part"].astype(str), strict=True))


@pytest.mark.parametrize("behind", ["most of them suffering from cold", "the majority with burns",
                                    "a crossing of an hour"])
def test_an_amount_behind_a_name_is_no_label(behind):
    labels = make(f"{OPENS}They met Ann Bellamy, {behind}.\n", f"{OPENS}Ann Bellamy, a lawyer, spoke.\n").labels
    assert set(labels.loc[labels["thing"] == "Ann Bellamy", "label"]) == {"lawyer"}


@pytest.mark.parametrize(("text", "actor", "named"), [
    ("The Farmers' League met. The League left.", "Farmers' League", 2),
    ("The Farmers' League met. The League left. The Northern League sang.", "Farmers' League", 1),
    ("Corran Energy met. Corran left.", "Corran Energy", 2),
    ("They came to St Ann's Hospital. They left St. Ann's. They love St Ann's.", "St Ann's Hospital", 3),
    ("Olav Trane, who farms there, spoke.", "Olav Trane", 1),
    ("Mayor Ann Bellamy met. Mayor Bellamy left. On Monday Bellamy sang.", "Ann Bellamy", 3),
    ("Tom Ellis met. Democratic Senator Ellis left. They heard Senator Ellis's song.", "Tom Ellis", 3),
    ("The Lady Brennick sank. A hull of the old Lady Brennick was found.", "Brennick", None),
    ("They live in Sant Orrin. Sant Orrin, a captain said, is old.", "Sant Orrin", None),
    ("The White House met. The House left.", "White House", 1),
    ("Corran Bank met. It calls its branches Corran Local. Corran is old.", "Corran Local", None),
    ("Corran Mills sells tea as Corran Gold. Corran sang.", "Corran Gold", None),
    ("Brida Corran met. Brida is old.", "Brida Corran", 1),
])
def test_an_actor_has_its_short_forms_and_is_no_ship_or_town(text, actor, named):
    names = make(text, text).names
    counts = names[names["name"] == actor]["count"].tolist()
    assert counts == ([named] * 2 if named else [])


LEAD = "Bath opens\nThe old bath in Ellby opened on Monday after years of work, and the whole town swam in it.\n"


@pytest.mark.parametrize(("text", "body", "label"), [
    ("The bath was paid for by Open Water, a conservative lobby group, and by all.", "Open Water",
     "conservative lobby group"),
    ("The council thanked the swimmers' group Clean Harbour Now for it.", "Clean Harbour Now", "swimmers' group"),
    ("The group that paid for the bath, Save Our Shore, a charity, was thanked.", "Save Our Shore", "charity"),
])
def test_a_name_that_a_text_calls_an_institution_is_a_body(text, body, label):
    event = make(f"{LEAD}{text} {body} had asked for it.\n", f"{LEAD}They thanked {body}. Nobody else paid.\n")
    assert body in set(event.actors.loc[event.actors["kind"] == "body", "actor"])
    assert label in set(event.labels.loc[event.labels["thing"] == body, "label"])
    assert event.names.loc[event.names["name"] == body, "count"].tolist() == [2, 1]


@pytest.mark.parametrize(("text", "name"), [
    ("In Ellby Strand, a court closed the bath. Ellby Strand slept.", "Ellby Strand"),
    ("Kellmark, a country of lakes, sent swimmers. Kellmark is far.", "Kellmark"),
    ("They thanked the Centre for Strand Policy, a lobby group. Strand Policy is dull.", "Strand Policy"),
    ("On Whit Monday, a committee closed the bath. Whit Monday was wet.", "Whit Monday"),
    ("It was the first report Clean Harbour has had. Clean Harbour is big.", "Clean Harbour"),
    ("They met Harbour Street, a row of sheds by the sea. Harbour Street is long.", "Harbour Street"),
])
def test_a_place_or_day_before_an_institution_is_no_body(text, name):
    event = make(f"{LEAD}{text}\n", f"{LEAD}{text}\n")
    assert name not in set(event.actors["actor"])


@pytest.mark.parametrize(("text", "label"), [
    ("The Norwegian regime shut the border. Norway was silent.", "Norwegian regime"),
    ("Norway's government shut the border.", "Norway's government"),
    ("Oslo said on Monday that Norway would wait.", "Oslo"),
    ("They wrote to Norway. Norway agreed to wait.", "Norway"),
])
def test_a_government_is_called_by_its_nation_and_capital(text, label):
    event = make(f"{LEAD}{text}\n", f"{LEAD}They spoke of Norway.\n")
    assert label in set(event.labels.loc[event.labels["thing"] == "Norway", "label"])


@pytest.mark.parametrize("text", [
    "They live in Norway and in Oslo.", "A Norwegian government agency wrote to Norway.",
    "Sweden's regime shut the border to Norway.", "The streets of Oslo are wet. Ships left Norway.",
])
def test_a_place_is_no_government(text):
    labels = make(f"{LEAD}{text}\n", f"{LEAD}They spoke of Norway.\n").labels
    assert labels[labels["thing"] == "Norway"].empty


def test_a_regime_in_one_text_and_a_government_in_another_are_one_thing():
    rows = make(f"{LEAD}The Norwegian regime shut the border of Norway on Monday.\n",
                f"{LEAD}The Norwegian government shut the border of Norway on Monday.\n").contrasts
    assert set(rows.loc[rows["thing"] == "Norway", "label"]) == {"Norwegian regime", "Norwegian government"}


@pytest.mark.parametrize(("text", "label", "told"), [
    ("Ann Bellamy, the harbour master and the bishop opened the bath.", "harbour master", False),
    ("Ann Bellamy, the harbour master, and the bishop opened the bath.", "harbour master", False),
    ("Ann Bellamy, the harbour master, opened the bath.", "harbour master", True),
    ("Ann Bellamy, the harbour master and former bishop, opened the bath.", "harbour master", True),
    ("Ann Bellamy was the only secretary to stay.", "only secretary", False),
    ("Ann Bellamy sat. They undid controversial Bellamy plans.", "controversial", False),
    ("Ann Bellamy sat. They met a defiant Ann Bellamy.", "defiant", True),
    ("Town prosecutors subpoena Ann Bellamy's letters.", "Town prosecutors subpoena", False),
    ("Ann Bellamy was the secretary of the bath.", "secretary", True),
    ("According to his lawyer, Ann Bellamy, the skipper told the owners of it.", "skipper", False),
    ("His lawyer, Ann Bellamy, the skipper's sister, told the owners of it.", "skipper's sister", True),
    ("The angry ex-employee who took it, Ann Bellamy, was fined.", "angry ex-employee who took it", True),
    ("Ann Bellamy sat. The President of the United States Ann Bellamy came.", "President of the United States", True),
    ("The mayor of Port Ellby, Ann Bellamy, came.", "mayor of Port Ellby", True),
    ("The Norwegian Mayor Ann Bellamy came. Guards met the Norwegian mayor.", "Norwegian mayor", True),
    ("Mayor Ann Bellamy came. Guards met the Danish mayor.", "Danish mayor", False),
    # a verb of saying before a description; a participle behind a day or an adjective is none
    ("“A town is known by its pier,” moaned gruff skipper Ann Bellamy.", "gruff skipper", True),
    ("“It is late!” thundered retired skipper Ann Bellamy, who left.", "retired skipper", True),
    ("It is late, tutted veteran campaigner Ann Bellamy at noon.", "veteran campaigner", True),
    ("On Monday, disgraced skipper Ann Bellamy left.", "disgraced skipper", True),
    ("They met a tired, disgraced skipper Ann Bellamy.", "disgraced skipper", True),
    # one who is compared, and what is no judge
    ("Ann Bellamy was a better skipper than most.", "better skipper", False),
    ("Ann Bellamy, a far more careful judge than Lund, left.", "far more careful judge than Lund", False),
    ("Ann Bellamy was a careful judge.", "careful judge", True),
    ("The families want justice, Ann Bellamy, 44, said.", "justice", False),
    ("Justice Secretary Ann Bellamy left. They asked where the justice was.", "justice", False),
    ("They met the justice, Ann Bellamy, at noon.", "justice", True),
])
def test_a_list_or_another_is_no_wording(text, label, told):
    labels = make(f"{LEAD}{text} Bellamy smiled.\n").labels
    assert (label in set(labels.loc[labels["thing"] == "Ann Bellamy", "label"])) == told


@pytest.mark.parametrize(("text", "phrase", "wrong"), [
    ("The address completes Bellamy’s remarkable journey.", "Bellamy’s remarkable journey", "completes"),
    ("The speech ends Lund's fine career.", "Lund's fine career", "ends"),
    ("They backed a bill letting families sue the town.", "bill", "bill letting families"),
    ("They spoke to those opposing Mayor Lund's visit.", "Mayor Lund's visit", "opposing"),
    ("They own the landing boats of Lund.", "landing boats", "of Lund"),
    ("They saw a swimming pool.", "swimming pool", "saw"),
])
def test_a_verb_is_no_part_of_a_phrase(text, phrase, wrong):
    found = [one.text for read in make(f"{LEAD}{text}\n")._reads for one in read.phrases]
    assert phrase in found and not any(wrong in one for one in found)


@pytest.mark.parametrize(("one", "other", "wordings"), [
    ("The council dismissed Ann Bellamy, its harbour master, on Monday.",
     "The council sacked Ann Bellamy, its harbour master, on Monday.", {"dismissed", "sacked"}),
    ("Tom Ellis withdrew from the race for mayor on Monday.", "Tom Ellis abandoned the race for mayor on Monday.",
     {"withdrew from", "abandoned"}),
])
def test_two_verbs_of_one_class_are_wordings_of_one_act(one, other, wordings):
    rows = make(f"News\n{one} {LEAD[11:]}", f"News\n{other} {LEAD[11:]}").contrasts
    assert wordings <= set(rows.loc[rows["kind"] == "act", "label"])


@pytest.mark.parametrize(("one", "other"), [
    ("Tom Ellis quit on Monday.", "Tom Ellis refused to quit on Monday."),
    ("Tom Ellis resigned on Monday.", "Tom Ellis never quit, he said on Monday."),
    ("Tom Ellis canceled the visit.", "Tom Ellis cancelled the visit."),
    ("Tom Ellis quit on Monday.", "They asked Tom Ellis to step down on Monday."),
])
def test_what_is_not_done_is_no_wording_of_an_act(one, other):
    rows = make(f"News\n{one} {LEAD[11:]}", f"News\n{other} {LEAD[11:]}").contrasts
    assert rows[rows["kind"] == "act"].empty


def test_each_wording_has_its_own_voice_and_count():
    one = f'{LEAD}Ann Bellamy, a former diver, spoke. "Career politician Ann Bellamy is late," Tom Ellis said.\n'
    rows = make(one, f"{LEAD}Mayor Ann Bellamy spoke. Bellamy left.\n").contrasts
    mine = rows[rows["label"].str.contains("diver|politician")].set_index("label")
    assert mine["own"].tolist() == [1, 0] and mine["count"].tolist() == [1, 1]


def test_an_answer_not_given_is_told_with_what_was_asked():
    event = Event.from_articles(pd.DataFrame([("a", "A", "The pier fell. Tom Ellis, the mayor, did not return calls."),
                                              ("b", "B", "The pier fell. Tom Ellis, the mayor, did not return home.")],
                                             columns=["article", "outlet", "text"]))
    assert [tuple(row) for row in event.origins[["article", "origin"]].values] == [("a", "did not return calls")]


TOLD_ALIKE = "News\nThe harbour council met in Ellby on Monday. {0} {1} The harbour council left Ellby.\n"


@pytest.mark.parametrize(("one", "other"), [
    ("Ann Bellamy was sent to prison for six years.", "Ann Bellamy was sent to Ellby prison for six years."),
    ("The rain swept the quay of Ellby away.", "The heaviest rain swept the quay of Ellby away."),
    ("The board of seven rejected the harbour fee.", "Corlin's board rejected the harbour fee."),
    ("The flood closed the Ellby quay.", "The worst flood closed the Ellby quay."),
    ("The jury found Ann Bellamy guilty of fraud.", "The jury found the former mayor guilty of fraud."),
    ("The court declared the ferry firm bankrupt.", "The court declared the old ferry line bankrupt."),
    ("They wrote to the Westmark troops overseas.", "They wrote a letter from overseas."),
    ("Corlin offered 412 pence a share for the ferries.", "Corlin's shares rose after it offered 412 pence."),
    ("The ferry sails at 40 miles an hour to Ellby.", "The ferry sails for an extra hour to Ellby."),
    ("The bribes were paid in 40 instalments.", "The court heard 40 witnesses."),
    ("The march drew 300 marchers.", "The council sent 300 officers."),
    ("Corlin made a takeover offer for the ferries in May.", "Corlin made a firm offer for the ferries in June."),
    ("The ferries signed a merger deal in May.", "The ferries signed a provisional deal in June."),
])
def test_what_places_a_thing_or_joins_by_chance_is_no_contrast(one, other):
    contrasts = make(TOLD_ALIKE.format(one, ""), TOLD_ALIKE.format(other, "")).contrasts
    assert contrasts[contrasts["kind"] == "thing"].empty, contrasts[["thing", "label"]]


@pytest.mark.parametrize(("one", "other", "wordings"), [
    ("The trial opened on Monday.", "The sham trial opened on Monday.", {"trial", "sham trial"}),
    ("The harbour fee is new.", "The shameful harbour fee is new.", {"harbour fee", "shameful harbour fee"}),
    ("Wardens held 143 workers at a cannery.", "Wardens took away 143 illegals from a cannery.",
     {"143 workers", "143 illegals"}),
    ("The plot failed on Monday.", "The Marxist plot failed on Monday.", {"plot", "Marxist plot"}),
])
def test_what_judges_a_thing_stays_a_contrast(one, other, wordings):
    rows = make(TOLD_ALIKE.format(one, one), TOLD_ALIKE.format(other, other)).contrasts
    assert wordings <= set(rows["label"]), rows[["thing", "label"]]


def test_a_name_and_its_part_are_no_contrast():
    texts = [f"News\n{first} Ann Bellamy left. {second} smiled.\n" for first, second in (
        ("Ann Bellamy spoke.", "Bellamy"), ("Bellamy spoke.", "Bellamy"), ("Disgraced tycoon", "Ms Bellamy"))]
    rows = make(*texts).contrasts
    labels = list(rows.loc[rows["thing"] == "Ann Bellamy", "label"])
    assert "Disgraced tycoon Ann Bellamy" in labels
    assert len({"Ann Bellamy", "Bellamy"} & set(labels)) == 1


@pytest.mark.parametrize(("key", "actor", "plain"), [
    ("name bellamy", "Ann Bellamy", True), ("name ann bellamy", "Ann Bellamy", True),
    ("name ann k. bellamy", "Ann Bellamy", True), ("name rovers", "Ellby Rovers", True),
    ("name ms. bellamy", "Ann Bellamy", False), ("name annie", "Ann Bellamy", False),
    ("name annie bellamy", "Ann Bellamy", False), ("former mayor", "Ann Bellamy", False),
])
def test_a_plain_name_tells_nothing(key, actor, plain):
    assert is_plain(key, actor) == plain


@pytest.mark.parametrize(("text", "label", "told"), [
    ("The Corlin Group, the debt-laden asset-stripper led by Tom Ellis, left.", "debt-laden asset-stripper", True),
    ("Ellby fights foreign raider Corlin Group.", "foreign raider", True),
    ("The Corlin Group, a bidder, left. The bidder smiled.", "bidder", True),
    ("Ellby met hungry predator Corlin Group on Monday.", "hungry predator", True),
    ("The Corlin Group, a bidder, left. The rival bidder smiled.", "rival bidder", False),
    ("The Corlin Group left. The predator smiled.", "predator", False),
    ("The Corlin Group, the bidder said, left.", "bidder", False),
    ("Ellby met a bidder for the Corlin Group.", "bidder", False),
])
def test_a_firm_may_be_a_raider(text, label, told):
    rows = make(f"News\nThe Corlin Group came. {text} The Corlin Group smiled.\n").labels
    assert (label in set(rows.loc[rows["thing"] == "Corlin Group", "label"])) == told, rows[["thing", "label"]]


@pytest.mark.parametrize(("text", "actor", "label"), [
    ("Mayor Ann Marrow left. Police chief Marrow, the mayor's brother, wept.", "Karl Marrow", "Police chief Marrow"),
    ("They met Ann Marrow. Karl Marrow left. Mayor Marrow, 44, wept.", "Ann Marrow", "Mayor Marrow"),
    ("They met Karl Marrow. Ann Marrow left. Mr Marrow wept.", "Karl Marrow", "Marrow"),
    ("They met Karl Marrow. Ann Marrow left. Marrow wept.", "Ann Marrow", "Marrow"),
    ("They met Ann Marrow. Police chief Marrow left. Marrow wept.", "Karl Marrow", "Marrow"),
])
def test_a_surname_with_a_post_is_whom_the_quotes_take_it_for(text, actor, label):
    event = make("News\nPolice chief Karl Marrow left. His sister Ann Marrow, the mayor, wept.\n", f"News\n{text}\n")
    start = event.articles["text"].iloc[1].rindex(label) + label.rindex("Marrow")
    rows = event.mentions[event.mentions["article"] == event.articles["article"].iloc[1]]
    assert rows.loc[rows["start"] == start, "actor"].tolist() == [actor]


@pytest.mark.parametrize(("text", "is_witness"), [
    ("They met the chief witness, Corvane's former clerk Leo Marrow.", False),
    ("They met the main witness, Corvane's old boss Leo Marrow.", False),
    ("They met the chief witness, Corvane, at noon.", True),
])
def test_who_employs_a_witness_is_none(text, is_witness):
    event = make(f"News\n{text} Corvane said no. Corvane left.\n", "News\nThe tram builder Corvane said no.\n")
    offices = {one.name: one.offices for one in event._speech.register.people}
    assert ("witness" in " ".join(offices.get("Corvane", ()))) == is_witness


@pytest.mark.parametrize(("outlet", "text", "origins"), [
    ("Ellby Observer", "The pump failed, a clerk told the Observer.", []),
    ("The Guardian", "The pump failed, a clerk told Guardian reporters. He told The Guardian all.", []),
    ("Ellby Gazette", "The pump failed, a clerk told the Observer.", ["Observer"]),
    ("Guardian Observer", "The pump failed, a clerk told the Guardian.", ["Guardian"]),
    ("Ellby Observer", "The pump failed, a clerk told Reuters.", ["Reuters"]),
    ("Ellby Post", "The cash lay in a bar, wrapped in a newspaper, a clerk said.", []),
    ("Ellby Post", "The cash was hidden under a coat in a newspaper, according to the indictment.", ["the indictment"]),
    ("Ellby Post", "A clerk told a newspaper that the pump failed.", ["a newspaper"]),
    ("Ellby Post", "A clerk said on a radio show that the pump failed.", []),
])
def test_an_outlet_is_no_source_of_itself_nor_is_wrapping_paper(outlet, text, origins):
    event = Event.from_articles(pd.DataFrame([("a", outlet, text), ("b", "B", "It rained.")],
                                             columns=["article", "outlet", "text"]))
    assert event.origins["origin"].tolist() == origins


def test_a_group_is_counted_under_its_short_name():
    event = make("Bid\nPellworth rejected its rival Ostrane Group. Ostrane said no.\n",
                 "Bid\nPellworth said no to Ostrane. Ostrane left.\n")
    assert event.mentions.loc[event.mentions["form"] == "Ostrane", "actor"].tolist() == ["Ostrane Group"] * 3


@pytest.mark.parametrize("text", [
    "She spoke of the chief witness, Bellamy's former clerk Tom Ellis.",
    "They met the former mayor, Ann Bellamy's cousin Tom Ellis, at noon.",
    "He wrote to the lawyer, Bellamy’s partner, on Monday.",
    "The court heard the accountant, Ann Bellamy's brother, last.",
])
def test_a_genitive_behind_a_description_is_another(text):
    labels = make(f"News\nAnn Bellamy came to Ellby. {text} Bellamy left.\n").labels
    assert labels[(labels["thing"] == "Ann Bellamy") & (labels["part"] == "stand-in")].empty


@pytest.mark.parametrize("text", [
    "She spoke of the tycoon, Ann Bellamy, at noon.", "The tycoon, Ann Bellamy, spoke.",
    "Ann Bellamy left. The tycoon, Tom Ellis's friend, smiled.", "Ann Bellamy left. The tycoon smiled.",
])
def test_a_description_without_a_genitive_of_the_same_name_is_the_named_ones(text):
    labels = make(f"News\nThe tycoon Ann Bellamy came to Ellby. {text} Bellamy left.\n").labels
    mine = labels[(labels["thing"] == "Ann Bellamy") & (labels["label"] == "tycoon")]
    assert len(mine) > 1, labels[["thing", "label", "part"]]
