"""The codebook: every table of an `Event`, its columns, dtypes, units and meanings.

`conform(name, frame)` gives a frame the declared columns and dtypes in the declared order, or says
in one sentence what does not fit; every room hands its result through it, so that an empty table
has the same shape as a full one.  `codebook()` is the same declaration as a DataFrame to read.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import pandas as pd

ZONES = ("headline", "body", "heading", "caption")
LINE_KINDS = (*ZONES, "byline", "dateline", "link", "notice", "repeat")
QUOTE_KINDS = ("full", "partial", "scare", "title", "indirect")
SPEAKER_TYPES = ("person", "office", "institution", "country", "document", "unnamed")
VOICES = ("own", "quoted", "paraphrased")
RELATIONS = ("verbatim", "edited", "fragment", "paraphrase")
COPIED_RELATIONS = RELATIONS[:2]  # the sentence itself stands in the other text, as it is or edited
STATES = ("full", "partial", "reworded", "indirect", "absent")
OPS = ("replace", "insert", "delete")
EDIT_KINDS = ("name", "honorific", "place", "date", "number", "spelling", "tense", "style", "version", "other")
ACTOR_KINDS = ("person", "body", "country", "group")
SAYING_CLASSES = ("neutral", "admitting", "claiming", "attacking")
PARTS = ("before", "behind", "stand-in", "head")
ROLES = ("earlier version", "later version", "cut", "edited", "reworded", "sibling", "unrelated", "unknown")
FUNCTIONS = ("theme", "problem", "cause", "judgement", "remedy")
DISAGREEMENTS = ("number", "date", "time", "name", "role", "tense", "negation", "speaker")

TEXT, COUNT, GAP, SHARE, FLAG, MAYBE = "str", "int64", "Int64", "float64", "bool", "boolean"
ARTICLE, LIST = "article", "object"
# The same with and without pyarrow, which takes a microsecond or more for each text that is read from it.
_STRINGS = pd.StringDtype("python", na_value=np.nan)


@dataclass(frozen=True)
class Column:
    """One column: its name, dtype (a pandas dtype, or the tuple of a categorical's values), unit, meaning."""

    name: str
    dtype: str | tuple
    unit: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """One table: what a row is, which room makes it, its columns, and how a row opens to its sentences.

    Each of `opens` is a place: ("here",) the row's own stretch, ("other",) its stretch in the other article,
    ("evidence",) its list of stretches, or (table, key, ...) the stretches of the rows of a table with the same keys.
    """

    row: str
    source: str
    columns: tuple
    opens: tuple = (("here",),)


def _span(where="articles.text"):
    return (
        Column("start", COUNT, "characters", f"first character, offset into {where}"),
        Column("end", COUNT, "characters", f"one past the last character, offset into {where}"),
    )


_ARTICLE = Column("article", ARTICLE, "", "the outlet's slug, or the file's stem")
_OTHER = Column("other", ARTICLE, "", "the other article")
_ZONE = Column("zone", ZONES, "", "where in the article")
_SPEAKER = Column("speaker", TEXT, "", "who speaks, resolved to one name; missing where it can't be decided")
_SIDE = Column("side", TEXT, "", "the speaker's side by people.csv")
_TEXT = Column("text", TEXT, "", "the words, for the eye")


def _other_span():
    return (
        Column("other_start", COUNT, "characters", "first character in the other article's text"),
        Column("other_end", COUNT, "characters", "one past the last character in the other article's text"),
    )


TABLES = {
    "lines": Table("a piece of a raw file", "reading/articles.py", (
        _ARTICLE,
        Column("file", TEXT, "", "the raw file's name"),
        Column("line", COUNT, "", "number of the line in the raw file, from 1"),
        *_span("the raw file"),
        Column("text_start", GAP, "characters", "the same character in articles.text; missing if removed"),
        Column("kind", LINE_KINDS, "", "what the piece is"),
        Column("reason", TEXT, "", "the signals that decided; missing for body text"),
        _TEXT,
    )),
    "articles": Table("an article", "reading/articles.py", (
        _ARTICLE,
        Column("outlet", TEXT, "", "name of the outlet"),
        Column("outlet_source", TEXT, "", "how the outlet is known"),
        Column("headline", TEXT, "", "headline; missing if unknown"),
        Column("headline_source", TEXT, "", "how the headline is known"),
        Column("byline", TEXT, "", "who signed; missing if nobody"),
        Column("credit", TEXT, "", "agency named, in the text or in articles.csv"),
        Column("published", TEXT, "ISO 8601", "day or time of publication, as far as known"),
        Column("knows_until", TEXT, "ISO 8601 day", "the newest day that the text itself speaks of"),
        Column("url", TEXT, "", "address of the page"),
        Column("file", TEXT, "", "the raw file's name"),
        Column("text", TEXT, "", "headline, body, headings and captions, a paragraph a line"),
        Column("words", COUNT, "words", "length of the body"),
    ), opens=(("paragraphs", "article"),)),
    "rejects": Table("a file or row not taken", "reading/articles.py", (
        Column("file", TEXT, "", "name of the file"),
        Column("row", GAP, "", "row of a table, counting its header as row 1; missing for a whole file"),
        Column("reason", TEXT, "", "why, in two or three words"),
        Column("detail", TEXT, "", "one sentence that names file and row"),
    ), opens=()),
    "paragraphs": Table("a line of articles.text", "reading/articles.py", (
        _ARTICLE,
        Column("paragraph", COUNT, "", "number of the line in articles.text, from 0"),
        *_span(),
        _ZONE,
    )),
    "marks": Table("a pair of quotation marks", "text/marks.py", (
        _ARTICLE,
        Column("start", COUNT, "characters", "first character inside the marks"),
        Column("end", COUNT, "characters", "one past the last character inside the marks"),
        Column("opened", COUNT, "characters", "start of the opening mark"),
        Column("closed", COUNT, "characters", "one past the closing mark; equals end where the mark is lost"),
        Column("style", ("double", "single"), "", "kind of the opening mark"),
        Column("depth", COUNT, "", "0, or how many marks it is nested in"),
        Column("continued", FLAG, "", "goes on from the paragraph before"),
        Column("lost", FLAG, "", "no closing mark: ends with its paragraph"),
    )),
    "sentences": Table("a sentence, heading or caption", "text/sentences.py", (
        _ARTICLE,
        Column("paragraph", COUNT, "", "number of the line in articles.text, from 0"),
        Column("sentence", COUNT, "", "number within the article, from 0"),
        *_span(),
        _ZONE,
        Column("words", COUNT, "words", "length"),
        Column("position", COUNT, "words", "body words before it"),
        Column("repeat_of", GAP, "", "number of the earlier sentence of this article that says the same words"),
        _TEXT,
    )),
    "words": Table("a word", "text/words.py", (
        _ARTICLE,
        *_span(),
        Column("word", TEXT, "", "as it is compared: no case, no accents, straight marks"),
        Column("paragraph", COUNT, "", "number of the line in articles.text, from 0"),
        Column("sentence", COUNT, "", "number of the sentence"),
        _ZONE,
        Column("position", COUNT, "words", "body words before it"),
        Column("voice", VOICES, "", "whose words; missing between two stretches"),
        Column("copied", COUNT, "articles", "other articles in which its sentence stands, as it is or edited"),
    )),
    "days": Table("a day that the text names", "text/days.py", (
        _ARTICLE,
        *_span(),
        Column("day", TEXT, "ISO 8601 day", "the day; missing where it can't be reckoned, or is a span of days"),
        Column("act", ("told", "spoken", "published"), "",
               "what it is the day of: an act told, words spoken, publication"),
        Column("relative", FLAG, "", "named by its weekday or distance, not by its date"),
    )),
    "values": Table("a number, sum, share, time, age or count", "text/values.py", (
        _ARTICLE,
        *_span(),
        Column("sentence", COUNT, "", "number of the sentence"),
        Column("kind", ("number", "money", "percent", "time", "age"), "",
               "what sort of value; votes and ranks are numbers"),
        Column("low", SHARE, "unit",
               "least that it may be; a time in minutes after midnight; equal to high where exact"),
        Column("high", SHARE, "unit", "most that it may be; missing where left open (more than 300)"),
        Column("unit", TEXT, "", "what is counted: a noun, a currency, %, hours, votes"),
        Column("about", TEXT, "", "the verb or noun it belongs to"),
        Column("voice", VOICES, "", "whose words"),
        _SPEAKER,
    )),
    "quotes": Table("a stretch of speech", "speech/quotes.py, speech/naming/speakers.py", (
        _ARTICLE,
        Column("quote", COUNT, "", "number within the article, from 0"),
        Column("start", COUNT, "characters", "first character inside the marks, or of the indirect speech"),
        Column("end", COUNT, "characters", "one past the last character inside the marks, or of the indirect speech"),
        _ZONE,
        Column("kind", QUOTE_KINDS, "", "full: a sentence or more; partial: part of one; scare: distancing; "
               "title: a name or heading; indirect: reported without marks"),
        _SPEAKER,
        Column("speaker_type", SPEAKER_TYPES, "", "kind of speaker"),
        _SIDE,
        Column("mention", TEXT, "", "the words that name the speaker here"),
        Column("mention_start", GAP, "characters", "first character of the mention"),
        Column("mention_end", GAP, "characters", "one past the last character of the mention"),
        Column("cue", TEXT, "", "the verb or noun of saying"),
        Column("via", TEXT, "", "the agency or medium the words are quoted from"),
        Column("rule", TEXT, "", "the pattern that decided the speaker"),
        Column("continued", FLAG, "", "goes on from the quote before it"),
        Column("borrowed_from", TEXT, "", "the article whose version names the speaker"),
        Column("words", COUNT, "words", "length"),
        _TEXT,
    )),
    "utterances": Table("a quote, or a sentence of one, in its group", "remarks/utterances.py, remarks/statements.py", (
        Column("utterance", COUNT, "", "number of the group of same utterances"),
        Column("statement", COUNT, "", "number of the speech event it belongs to"),
        _ARTICLE,
        Column("quote", COUNT, "", "the quote it is part of"),
        *_span(),
        Column("rule", TEXT, "", "the rule by which it is a version of the remark; missing for the first one"),
        Column("day", TEXT, "", "the day that the text names for the remark; missing for none"),
        Column("named", TEXT, "", "the speaker named beside these words, where another text names somebody else there"),
    ), opens=(("utterances", "utterance"),)),
    "coverage": Table("an utterance and an article", "remarks/coverage.py", (
        Column("utterance", COUNT, "", "number of the group of same utterances"),
        Column("statement", COUNT, "", "number of the speech event it belongs to"),
        _SPEAKER,
        _ARTICLE,
        Column("state", STATES, "", "how the article has it; missing where that can't be told"),
        Column("reason", TEXT, "", "why it may be absent, or what comes near it"),
        Column("quote", GAP, "", "the quote that has it; missing if absent"),
        Column("cue", TEXT, "", "the verb or noun of saying"),
        Column("kept", SHARE, "share of words", "words of the longest version that stand here too"),
        Column("dropped", TEXT, "", "words of the longest version that are missing here"),
        Column("replaced", TEXT, "", "words put in place of others, as before > after"),
        Column("altered", TEXT, "",
               "negations, numbers and names that differ from the longest version; missing if none"),
        Column("added", TEXT, "", "words that the longest version does not have"),
        Column("start", GAP, "characters", "first character of what the article has; missing if absent"),
        Column("end", GAP, "characters", "one past the last character of it"),
    ), opens=(("utterances", "utterance"),)),
    "voices": Table("a stretch with one voice", "speech/voices.py", (
        _ARTICLE,
        *_span(),
        _ZONE,
        Column("voice", VOICES, "", "whose words"),
        _SPEAKER,
        _SIDE,
        Column("words", COUNT, "words", "length"),
    )),
    "actors": Table("a person, body, country or group", "naming/actors.py", (
        Column("actor", TEXT, "", "its name: that of people.csv, else the most frequent full form in the texts"),
        Column("kind", ACTOR_KINDS, "", "what it is"),
        Column("side", TEXT, "", "its side; missing where nothing tells"),
        Column("side_source", ("people.csv", "text"), "", "how the side is known: by people.csv, or by what stands "
               "beside the name"),
        Column("aliases", TEXT, "", "the forms it is called by, parted by |"),
        Column("articles", COUNT, "", "how many articles name it"),
        Column("role", TEXT, "", "its office by people.csv; missing without it"),
    ), opens=(("mentions", "actor"),)),
    "mentions": Table("an actor named", "naming/mentions.py", (
        _ARTICLE,
        *_span(),
        Column("actor", TEXT, "", "name in actors"),
        Column("side", TEXT, "", "the actor's side"),
        Column("form", TEXT, "", "the words used"),
        Column("voice", VOICES, "", "whose words"),
        _SPEAKER,
        Column("position", COUNT, "words", "body words before it"),
    )),
    "names": Table("an actor and an article", "naming/mentions.py", (
        Column("name", TEXT, "", "name in actors"),
        _ARTICLE,
        Column("count", COUNT, "", "mentions; 0 where the article has none"),
        Column("first", GAP, "words", "body words before the first one; missing for none"),
        Column("own", COUNT, "", "mentions in the outlet's own words"),
        Column("quoted", COUNT, "", "mentions inside quotation marks"),
        Column("actor", TEXT, "", "the same as name: mentions are found by it"),
    ), opens=(("mentions", "actor", "article"),)),
    "labels": Table("a wording for a person, body or thing", "naming/labels.py, naming/things.py", (
        _ARTICLE,
        *_span(),
        Column("label", TEXT, "", "the wording"),
        Column("thing", TEXT, "", "what it names: an actor, or a thing by its most frequent wording"),
        Column("part", PARTS, "", "before or behind a name, in its place (stand-in), or a thing's own noun (head)"),
        _ZONE,
        Column("voice", VOICES, "", "whose words"),
        _SPEAKER,
        Column("marked", FLAG, "", "stands in quotation marks of distance"),
    )),
    "acts": Table("a verb between two actors, in a headline or opening", "naming/acts.py", (
        _ARTICLE,
        *_span(),
        Column("actor", TEXT, "", "who acts"),
        Column("verb", TEXT, "", "the verb, with its preposition"),
        Column("target", TEXT, "", "on whom"),
        _ZONE,
    )),
    "sayings": Table("a verb or noun that introduces somebody's words", "naming/acts.py", (
        _ARTICLE,
        *_span(),
        _SPEAKER,
        Column("cue", TEXT, "", "the verb or noun of saying"),
        Column("class", SAYING_CLASSES, "", "what it says of the words; missing where the list does not know it"),
        _ZONE,
        Column("kind", QUOTE_KINDS, "", "of the words that it introduces"),
    )),
    "origins": Table("where an article has it from", "naming/origins.py", (
        _ARTICLE,
        *_span(),
        Column("origin", TEXT, "", "medium, agency or document; of no answer the words that say so"),
        Column("how", ("credit", "via", "according to", "first reported", "no answer"), "", "how the article says so"),
    )),
    "openings": Table("a headline or a first sentence", "naming/openings.py", (
        _ARTICLE,
        *_span(),
        _ZONE,
        Column("actor", TEXT, "", "the first actor named in it"),
        Column("label", TEXT, "", "the first wording for an actor in it"),
        Column("verb", TEXT, "", "the first act between actors in it"),
        Column("voice", VOICES, "", "whose words most of it are"),
        _SPEAKER,
        _TEXT,
    )),
    "vocabulary": Table("a word that one article alone has, in a sentence that others have too",
                        "naming/vocabulary.py", (
        _ARTICLE,
        *_span(),
        Column("word", TEXT, "", "folded, in the singular"),
        Column("others", COUNT, "articles", "that have the sentence without the word"),
        Column("voice", VOICES, "", "whose words"),
        _SPEAKER,
    )),
    "contrasts": Table("a thing that articles word differently, and an article", "naming/contrasts.py", (
        Column("thing", TEXT, "", "an actor, or a thing by its most frequent wording"),
        _ARTICLE,
        Column("label", TEXT, "", "the article's wordings, the most telling first, parted by |"),
        Column("count", COUNT, "", "places where it uses one of them"),
        Column("own", COUNT, "", "those of them in the outlet's own words"),
        Column("strength", SHARE, "0 to 1", "how rare and how different the wordings are, over all articles"),
        Column("kind", ("actor", "thing", "act"), "", "what is worded"),
        *_span(),
    )),
    "similarity": Table("two articles, each pair both ways", "copies/similarity.py", (
        _ARTICLE,
        _OTHER,
        Column("cosine", SHARE, "0 to 1", "cosine of the TF-IDF vectors"),
        Column("idf", ("background", "corpus"), "",
               "words weighed by how rare they are in general English, or in this folder"),
    ), opens=(("links", "article", "other"),)),
    "links": Table("a sentence and its counterpart, once per ordered pair", "copies/reuse.py", (
        _ARTICLE,
        Column("sentence", COUNT, "", "number of the sentence"),
        *_span(),
        _OTHER,
        Column("other_sentence", COUNT, "", "number of the other article's sentence"),
        *_other_span(),
        Column("relation", RELATIONS, "", "how the two are alike"),
        Column("score", SHARE, "0 to 1", "likeness by the measure of the relation"),
        Column("longest_run", COUNT, "words", "longest run of words in both"),
        Column("moved", FLAG, "", "stands out of the order in which the other has it"),
        Column("sure", FLAG, "", "beyond the uncertain band"),
    ), opens=(("here",), ("other",))),
    "edits": Table("one word-level change", "copies/edits.py", (
        _ARTICLE,
        Column("sentence", COUNT, "", "number of the sentence"),
        _OTHER,
        Column("other_sentence", COUNT, "", "number of the other article's sentence"),
        Column("op", OPS, "", "replace, insert or delete, read from article to other"),
        Column("before", TEXT, "", "words in article"),
        Column("after", TEXT, "", "words in other"),
        Column("kind", EDIT_KINDS, "", "what sort of change"),
    ), opens=(("links", "article", "sentence", "other", "other_sentence"),)),
    "pairs": Table("two articles that share something", "copies/families.py", (
        _ARTICLE,
        _OTHER,
        Column("cosine", SHARE, "0 to 1", "TF-IDF cosine, background idf"),
        Column("reused", SHARE, "share of words", "words of article that stand in other too"),
        Column("reused_own", SHARE, "share of words", "the same, of the article's own-voice words"),
        Column("retold", SHARE, "share of sentences",
               "body sentences with a counterpart in the other, paraphrases too"),
        Column("longest_run", COUNT, "words", "longest run of words in both"),
        Column("same_order", SHARE, "-1 to 1", "Kendall's tau of the linked sentences' order"),
        Column("verdict", TEXT, "", "what the two are to each other"),
        Column("direction", TEXT, "", "which is nearer to the source, or unknown"),
        Column("evidence", TEXT, "", "what speaks for verdict and direction"),
    ), opens=(("links", "article", "other"),)),
    "families": Table("an article", "copies/families.py", (
        _ARTICLE,
        Column("family", COUNT, "", "number of the text family, from 1 in the order of the articles"),
        Column("role", ROLES, "", "what the article is within its family"),
    ), opens=(("links", "article"),)),
    "lengths": Table("an article's counts", "answers/lengths.py", (
        _ARTICLE,
        Column("outlet", TEXT, "", "name of the outlet"),
        Column("family", COUNT, "", "number of the text family"),
        Column("words", COUNT, "words", "length of the body"),
        Column("sentences", COUNT, "sentences", "of the body"),
        Column("paragraphs", COUNT, "paragraphs", "of the body"),
        Column("lead", COUNT, "words", "length of the first paragraph"),
        Column("quoted", COUNT, "words", "inside quotation marks, whoever speaks; nested quotes count once"),
    ), opens=(("paragraphs", "article"),)),
    "items": Table("a reported item and an article", "facts/items.py", (
        Column("item", COUNT, "", "number of the item"),
        Column("label", TEXT, "", "its most typical wording, or the reader's"),
        _ARTICLE,
        Column("state", ("reported", "absent"), "", "whether this text has it"),
        Column("reason", TEXT, "", "why it may be absent"),
        Column("sentence", GAP, "", "the sentence that has it; missing if absent"),
        Column("start", GAP, "characters", "first character, offset into articles.text"),
        Column("end", GAP, "characters", "one past the last character, offset into articles.text"),
        Column("position", GAP, "words", "body words before it"),
        Column("score", SHARE, "0 to 1", "likeness to the item's typical wording"),
        Column("by", ("machine", "hand"), "", "who decided"),
    ), opens=(("items", "item"),)),
    "disagreements": Table("a value in a linked item", "facts/disagreements.py", (
        Column("item", COUNT, "", "number of the item"),
        Column("kind", DISAGREEMENTS, "", "what differs"),
        Column("about", TEXT, "", "what the value is of: a measure, a unit, a verb, a surname"),
        _ARTICLE,
        Column("value", TEXT, "", "what this article says"),
        *_span(),
    )),
    "copied": Table("an article and another, or all others at once", "answers/copied.py", (
        _ARTICLE,
        Column("other", ARTICLE, "", "the other article; missing for all others at once"),
        Column("words", COUNT, "words", "length of article's body"),
        Column("shared", COUNT, "words", "words of its sentences that stand in other too, as they are or edited"),
        Column("verbatim", COUNT, "words", "words of those that stand there word for word"),
        Column("share", SHARE, "share of words", "shared / words"),
    ), opens=(("links", "article", "other"),)),
    "cuts": Table("a shortened copy and a speaker whose words went", "answers/cuts.py", (
        _ARTICLE,
        _OTHER,
        Column("words", COUNT, "words", "length of article's body"),
        Column("other_words", COUNT, "words", "length of the fuller copy's body"),
        Column("who", TEXT, "", "quoted there and not here in any form; missing where nobody is"),
        Column("quoted", COUNT, "words", "his words in quotation marks there"),
        Column("unnamed", FLAG, "", "no word of his name stands here"),
        Column("other_start", GAP, "characters", "his first quote there, offset into the other article's text"),
        Column("other_end", GAP, "characters", "one past the last character of it"),
    ), opens=(("links", "article", "other"),)),
    "repeats": Table("a stretch that an article prints twice", "answers/repeats.py", (
        _ARTICLE,
        *_span(),
        Column("first_start", COUNT, "characters", "where the same words stood before"),
        Column("first_end", COUNT, "characters", "one past the last character of it"),
        Column("words", COUNT, "words", "length"),
    )),
    "style": Table("a change of words between two articles", "answers/style.py", (
        _ARTICLE,
        _OTHER,
        Column("kind", EDIT_KINDS, "", "what sort of change"),
        Column("before", TEXT, "", "words in article; empty for none"),
        Column("after", TEXT, "", "words in other; empty for none"),
        Column("times", COUNT, "", "how often"),
    ), opens=(("links", "article", "other"),)),
    "sides": Table("the words of an article in one voice, of one side", "answers/sides.py", (
        _ARTICLE,
        Column("voice", VOICES, "", "whose words"),
        Column("side", TEXT, "", "the speaker's side; missing for own words and where none is known"),
        Column("words", COUNT, "words", "words of the body; the rows of an article add up to its words"),
    ), opens=(("voices", "article", "voice"),)),
    "versions": Table("a quoted remark as an article prints it", "answers/versions.py", (
        Column("utterance", COUNT, "", "number of the group of same utterances"),
        _ARTICLE,
        *_span(),
        Column("words", COUNT, "words", "length, all its pieces"),
        _SPEAKER,
        Column("cue", TEXT, "", "the verb of saying right beside it"),
        Column("text", TEXT, "", "its words in the body, pieces joined by …"),
    )),
    "hearing": Table("a side or speaker and an article", "answers/hearing.py", (
        Column("who", TEXT, "", "the side, or the speaker"),
        _ARTICLE,
        Column("named", GAP, "words", "body words before it is first named; missing for never"),
        Column("paraphrased", GAP, "words", "body words before it is first paraphrased; missing for never"),
        Column("quoted", GAP, "words", "body words before it is first quoted; missing for never"),
        Column("words_paraphrased", COUNT, "words", "words of its reported speech"),
        Column("words_quoted", COUNT, "words", "words of its speech in quotation marks"),
        Column("kind", ("side", "speaker"), "", "what `who` is"),
        Column("start", GAP, "characters", "where it is first quoted, else paraphrased, else named; missing for never"),
        Column("end", GAP, "characters", "one past the last character of that place"),
    )),
    "hits": Table("a theme's term", "themes/hits.py", (
        _ARTICLE,
        Column("sentence", COUNT, "", "number of the sentence"),
        *_span(),
        Column("frame", TEXT, "", "name in frames.csv"),
        Column("function", FUNCTIONS, "", "theme, or what it does in Entman's sense"),
        Column("term", TEXT, "", "the term in frames.csv"),
        Column("voice", VOICES, "", "whose words"),
        _SPEAKER,
        Column("valid", MAYBE, "", "checked by hand; missing if not"),
    )),
    "shares": Table("a theme, an article and a voice", "themes/hits.py", (
        Column("frame", TEXT, "", "name in frames.csv"),
        _ARTICLE,
        Column("voice", VOICES, "", "whose words"),
        Column("words_hit", COUNT, "words", "words of the voice in sentences with a hit"),
        Column("words", COUNT, "words", "words of the voice"),
        Column("low", SHARE, "share of words",
               "least of words_hit / words over the full list and the runs with terms dropped"),
        Column("high", SHARE, "share of words", "most of the same"),
    ), opens=(("hits", "frame", "article", "voice"),)),
    "findings": Table("a sentence of the front page", "answers/findings.py", (
        Column("finding", COUNT, "", "rank, from 1"),
        Column("claim", TEXT, "", "the sentence"),
        Column("number", SHARE, "see unit", "the number in it"),
        Column("unit", TEXT, "", "its unit"),
        Column("notebook", TEXT, "", "the notebook that shows it"),
        Column("strength", SHARE, "0 to 1", "how much it separates the families, and how surely"),
        Column("evidence", LIST, "", "a list of triples article, start, end, one for each quote"),
        Column("answer", TEXT, "", "the room of analysis/answers that says it"),
        Column("checked", TEXT, "", "what was looked at before it was printed"),
    ), opens=(("evidence",),)),
}


def find_table(columns):
    """Return the name of the table that a row with these columns is from, the one with most of them; or None."""
    held = [(len(table.columns), name) for name, table in TABLES.items()
            if all(column.name in columns for column in table.columns)]
    return max(held)[1] if held else None


def conform(name, frame, articles=None):
    """Return `frame` with the columns and dtypes that the codebook declares for the table `name`.

    Declared columns come first, in order; extra columns follow.  `articles` (any table with the
    column `article`, or None) gives the categories of `article` and `other`, so that an article
    without rows is still drawn as empty.  Raises ValueError naming the table and the column where
    a column is missing or holds a value that its dtype does not allow.
    """
    declared = TABLES[name].columns
    missing = [column.name for column in declared if column.name not in frame.columns]
    if missing:
        raise ValueError(f"table {name} lacks the column {', '.join(missing)}")
    given = {column: values.array for column, values in frame.items()}
    known = None if articles is None else _name_categories(articles["article"])
    table = {}
    for column in declared:
        try:
            table[column.name] = _cast(given.pop(column.name), column.dtype, known)
        except (ValueError, TypeError) as error:
            raise ValueError(f"table {name}, column {column.name}: {error}") from None
    with pd.option_context("mode.string_storage", "python"):
        return pd.DataFrame({**table, **given}, copy=False)


def _name_categories(names):
    if isinstance(names.dtype, pd.CategoricalDtype):
        return names.dtype
    return pd.CategoricalDtype(names.astype(str).drop_duplicates().array)  # no name: tables of one event are equal


def _cast(values, dtype, articles):
    """Return an array with the dtype declared for it; `articles` is the dtype of the column article, or None."""
    if dtype == ARTICLE:
        dtype = articles or (values.dtype if isinstance(values.dtype, pd.CategoricalDtype) else "category")
    elif isinstance(dtype, tuple):
        dtype = _categories(dtype)
    elif dtype == TEXT:
        dtype = _STRINGS
    if values.dtype == dtype and (dtype is not _STRINGS or values.dtype.storage == "python"):
        return values
    values = pd.Series(values, copy=False)
    if isinstance(dtype, pd.CategoricalDtype) and dtype.categories is not None:
        codes = dtype.categories.get_indexer(values)
        strange = values[(codes < 0) & values.notna().to_numpy()]
        if len(strange):
            raise ValueError(f"{strange.iloc[0]!r} is not one of its values")
        return pd.Categorical.from_codes(codes, dtype=dtype)
    return values.astype(dtype).array


@lru_cache(maxsize=64)
def _categories(values):
    return pd.CategoricalDtype(list(values))


def empty(name, articles=None):
    """Return the table `name` without rows, all columns and dtypes in place."""
    return conform(name, pd.DataFrame({column.name: [] for column in TABLES[name].columns}), articles)


def codebook():
    """Return the declaration as a DataFrame: table, row, source, column, dtype, unit, meaning."""
    return pd.DataFrame([
        (name, table.row, table.source, column.name, _dtype_name(column.dtype), column.unit, column.meaning)
        for name, table in TABLES.items()
        for column in table.columns
    ], columns=["table", "row", "source", "column", "dtype", "unit", "meaning"])


def _dtype_name(dtype):
    return "one of " + ", ".join(dtype) if isinstance(dtype, tuple) else {ARTICLE: "category"}.get(dtype, dtype)
