"""What tables are declared with: dtypes, the values of categoricals, columns that many tables have."""

from dataclasses import dataclass

ZONES = ("headline", "body", "heading", "caption")
LINE_KINDS = (*ZONES, "byline", "dateline", "link", "notice", "repeat")
QUOTE_KINDS = ("full", "partial", "scare", "title", "indirect")
SPEAKER_TYPES = ("person", "office", "institution", "country", "document", "unnamed")
VOICES = ("own", "quoted", "paraphrased")
RELATIONS = ("verbatim", "edited", "fragment", "paraphrase")
COPIED_RELATIONS = RELATIONS[:2]  # the sentence itself stands in the other text, as it is or edited
STATES = ("full", "partial", "reworded", "indirect", "absent")
OPS = ("replace", "insert", "delete")
EDIT_KINDS = ("name", "honorific", "place", "date", "number", "spelling", "tense", "remark", "style", "version",
              "other")
ACTOR_KINDS = ("person", "body", "country", "group")
SAYING_CLASSES = ("neutral", "admitting", "claiming", "attacking")
PARTS = ("before", "behind", "stand-in", "head")
ROLES = ("earlier version", "later version", "cut", "edited", "reworded", "sibling", "unrelated", "unknown")
FUNCTIONS = ("theme", "problem", "cause", "judgement", "remedy")
DISAGREEMENTS = ("number", "date", "time", "name", "role", "tense", "negation", "speaker")

TEXT, COUNT, GAP, SHARE, FLAG, MAYBE = "str", "int64", "Int64", "float64", "bool", "boolean"
ARTICLE, LIST = "article", "object"


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


def span_columns(where: str = "articles.text") -> tuple[Column, Column]:
    """Return the columns start and end, offsets into `where`."""
    return (
        Column("start", COUNT, "characters", f"first character, offset into {where}"),
        Column("end", COUNT, "characters", f"one past the last character, offset into {where}"),
    )


def other_span_columns() -> tuple[Column, Column]:
    """Return the columns other_start and other_end, offsets into the other article's text."""
    return (
        Column("other_start", COUNT, "characters", "first character in the other article's text"),
        Column("other_end", COUNT, "characters", "one past the last character in the other article's text"),
    )


ARTICLE_COLUMN = Column("article", ARTICLE, "", "the outlet's slug, or the file's stem")
OTHER_COLUMN = Column("other", ARTICLE, "", "the other article")
ZONE_COLUMN = Column("zone", ZONES, "", "where in the article")
SPEAKER_COLUMN = Column("speaker", TEXT, "", "who speaks, resolved to one name; missing where it can't be decided")
SIDE_COLUMN = Column("side", TEXT, "", "the speaker's side by people.csv")
TEXT_COLUMN = Column("text", TEXT, "", "the words, for the eye")
