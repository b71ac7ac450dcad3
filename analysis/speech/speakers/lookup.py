"""Takes the words that name a speaker apart and looks their parts up: names, titles, employers, office holders."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import regex

from ...english.countries import country_names
from ...english.grammar import NOUN_PREPOSITIONS
from ...english.lexicon import (
    is_body_word,
    is_document_word,
    is_epithet,
    is_medium_name,
    is_message_word,
    is_person_word,
    post_kind,
    word_sex,
)
from ...english.names import LEGAL_FORMS, name_particles
from ...english.nouns import PLURALS
from ...english.words import fold
from ...rules import Rule, RuleList
from .discourse import NOBODY, Speaker
from .forms import LEAD, is_body, is_post, key_of, split_titles, strip_genitive, title_sex
from .names import CLAUSE
from .namesakes import find_named_before, find_told, is_namesake
from .people import Identity, Register

_TAIL = regex.compile(r",?\s+(?:who|which|whom|that)$|,?\s+whose\s.*$|,$")
_TAILS = ("who", "which", "whom", "that", ",")
_CONTRACTED = ("'s", "'d", "'ll", "'ve", "'re")
SPOKEN = regex.compile(r"spokes(?:man|woman|person|people|men)")
_PREPOSITION = regex.compile(rf"(?:,| (?:{'|'.join(sorted(NOUN_PREPOSITIONS - {'close'}))}|by|close to|familiar)\b)")
# What is said of the one who speaks, and is none of the name: the 14th-ranked Roe, a similarly fresh Reuters poll
_PRAISE = regex.compile(r"^(?:(?:\p{Ll}+ly |almost |about )?(?:\p{N}+(?:st|nd|rd|th)?(?:-\p{Ll}+)+"
                        r"|(?:new|fresh|recent|latest|overwhelming|whopping)(?=.* .* )) |then-|late (?=\p{Ll}+$))+")
_ORDINAL = regex.compile(r" (?:first|second|last|once|then|later|also)$")
_FROM = regex.compile(r" from (?:the )?\p{Lu}[\p{L}-]*+(?: \p{Lu}[\p{L}-]*+)*+")
_SENT = regex.compile(_FROM.pattern.replace("from", "(?:from|by)", 1))  # a letter by Ann Roe
_SENDER = regex.compile(r"( (?:from|by) (?:the|an?|its|his|her|their) )([\p{Ll}-]++(?: [\p{Ll}-]++){0,2})")
_EMPLOYER = regex.compile(r" (?:for|of|at|from|with) (.+)")
_JOINED = ("al-", "el-")  # particles that stand with their name

NOBODY_NAMED = Identity("", None, None, (), ())


class Reading(NamedTuple):
    """What one article's mentions are resolved with; `heard` has the last speaker of each kind and head."""

    article: str
    text: str
    register: Register
    aliases: dict
    heard: dict
    known: dict      # span: (rule, Speaker)
    discourse: list  # of one Discourse


class Mention(NamedTuple):
    """The words that name a speaker, taken apart: the minister of ferries is (minister, " of ferries", minister)."""

    reading: Reading
    start: int
    end: int
    words: str   # without "who" behind them
    low: str
    group: str   # up to the first preposition, without an article
    tail: str
    head: str    # the last word of the group


def take_apart(reading: Reading, start: int, end: int) -> Mention:
    words = reading.text[start:end]
    if words.endswith(_TAILS) or "whose" in words:
        words = _TAIL.sub("", words)
    words = " ".join(words.split())
    several = " " in words or words.startswith("then-") or "," in words  # most mentions are one word
    words = _ORDINAL.sub("", words) if several else words
    low = words.lower().replace("’", "'")
    if low.endswith(_CONTRACTED):
        low = low.rpartition("'")[0]
    bare = _PRAISE.sub("", LEAD.sub("", words)) if several else words
    match = _PREPOSITION.search(bare) if several else None
    group, tail = (bare[:match.start()], bare[match.start():]) if match else (bare, "")
    head = strip_genitive(group.split(" ")[-1])[0]
    if not tail and head.islower():
        written = is_document_word(head) or is_message_word(head)
        behind = (_SENT if written else _FROM).match(reading.text, end) if written or is_person_word(head) else None
        tail = behind.group() if behind else _sent_by(reading.text, end) if written else ""
    return Mention(reading, start, end, words, low, group, tail, head)


def _sent_by(text, end):
    """Return the words from "from" to the first that means a body or a person: a statement from his campaign said."""
    sender = _SENDER.match(text, end)
    words = sender.group(2).split(" ") if sender else []
    last = next((at for at, word in enumerate(words) if is_body_word(word) or is_person_word(word)), None)
    return "" if last is None else sender.group(1) + " ".join(words[:last + 1])


def post_of(word: str) -> str | None:
    return "spokesperson" if SPOKEN.fullmatch(word) else word


def last_heard(reading: Reading, *keys) -> tuple[int, Speaker]:
    """Return (offset, Speaker) of the last speaker heard under one of the keys, or (-1, NOBODY)."""
    return max((reading.heard[key] for key in keys if key in reading.heard), default=(-1, NOBODY),
               key=lambda heard: heard[0])


def look_up(reading: Reading, *forms) -> str | None:
    """Return the name in people.csv for the first form that has one, or None."""
    if not reading.aliases:
        return None
    return next((reading.aliases[key] for form in forms if form and (key := key_of(form)) in reading.aliases
                 and not is_namesake(reading.aliases, key, reading.register, reading.article)), None)


def is_name(word: str) -> bool:
    return word[:1].isupper() or word.startswith(_JOINED)


def last_body(reading: Reading, at: int, word: str) -> str | None:
    """Return the name of the last institution before `at` that ends with `word` (the ministry), or None."""
    starts, names = reading.register.articles[reading.article].bodies.get(fold(word), ([], []))
    place = bisect_left(starts, at) - 1
    return names[place] if place >= 0 else None


def called_behind(reading: Reading, at: int, word: str) -> str | None:
    """Return the name in apposition to "the label that ..." just behind `at`, or None."""
    starts, names = reading.register.articles[reading.article].bodies.get(fold(word), ([], []))
    place = bisect_left(starts, at)
    near = place < len(starts) and starts[place] - at < CLAUSE and names[place] in reading.register.called
    return names[place] if near else None


def is_titled(mention: Mention) -> bool:
    """Tell whether the phrase is a name: with a title, or of somebody known whose surname is a word (Ann King)."""
    parts = mention.group.split(" ")
    if len(parts) < 2 or not mention.head[:1].isupper():
        return is_surname(mention)
    if mention.low.startswith("the ") and is_post(parts):
        return False
    return len(split_titles(parts)[1]) < len(parts) or mention.reading.register.find(mention.reading.article,
                                                                         mention.group) is not None


def is_surname(mention: Mention) -> bool:
    """Tell whether one word with a capital and no article is the surname of somebody named in full: Cook, King."""
    if mention.words != mention.head or not mention.head[:1].isupper():
        return False
    person = mention.reading.register.find(mention.reading.article, mention.head)
    return person is not None and person.kind == "person" and person.name.endswith(" " + mention.head) \
        and not is_epithet(mention.head.removesuffix("s"))  # Marlow Democrats


def opens_role(words: str) -> bool:
    """Tell whether words without an article end with what one person is: JPL scientist."""
    last = words.split(" ")[-1]
    role = last.islower() and is_person_word(last) and not ends_as_plural(last)
    return not words.startswith(("the ", "The ", "a ", "A ", "an ", "An ")) and (role or words.islower())


def is_called_body(mention: Mention) -> bool:
    """Tell whether a noun right before a name says that it is a body's: the group Green Valley."""
    words = mention.group.split(" ")
    first = next((at for at, word in enumerate(words) if is_name(word)), 0)
    return first > 0 and words[first - 1].islower() and is_body_word(words[first - 1]) \
        and not is_person_word(words[first - 1]) and mention.words.lower().startswith(("the ", "a ", "an "))


def sex_and_number(head: str) -> tuple[str | None, bool]:
    """Return (sex, plural) that a person word tells."""
    return word_sex(head), ends_as_plural(head) or head in PLURALS


def ends_as_plural(word: str) -> bool:
    """Tell whether a noun has the s of several: bosses, not the boss nor the actress."""
    return word.endswith("s") and not word.endswith("ss")


def resolve_name(mention: Mention, words: str, group: str) -> Speaker:
    """Resolve a name with or without titles: Mr Smith, the ministry spokesman John Smith, the radio's John Smith."""
    reading = mention.reading
    stripped = [strip_genitive(word) for word in group.split(" ")]
    inner = max((at for at, (_, owner) in enumerate(stripped[:-1]) if owner), default=-1)
    parts = [word for word, _ in stripped[inner + 1:]]
    lower = max((at for at, word in enumerate(parts[:-1]) if word[:1].islower() and not _is_particle(word)), default=-1)
    before = tuple(word.lower() for word in parts[:lower + 1])
    titles, rest = split_titles(parts[lower + 1:])
    core = " ".join(rest)
    own = reading.register.articles[reading.article]
    place = bisect_right(own.starts, mention.end) - 1
    if words == mention.words and place >= 0 and own.names[place].start >= mention.start \
            and own.names[place].core in core and own.names[place].titles:
        core, titles = own.names[place].core, list(own.names[place].titles)
    sex = title_sex((*before, *titles))
    full = look_up(reading, core, group)
    if full:
        return Speaker(full, kind_of(reading, full, words if len(parts) == 1 else core), mention.head.lower(), sex)
    firm = None if titles else reading.register.firm(core)
    if firm:
        return Speaker(look_up(reading, firm) or firm, "institution", mention.head.lower())
    shout = core.isupper() and " " in (reading.register.find(reading.article, core) or NOBODY_NAMED).name
    if (not is_body(core) or shout) and not (before and is_called_body(mention)):
        person = find_told(mention, core, words == mention.words) \
            or reading.register.find(reading.article, core, sex, tuple(titles))
        if person and not (is_medium_name(core) or core in own.things):
            full = look_up(reading, person.name) or _lower(person.name)
            if titles or " " in full or not _is_place(reading, core):
                kind = "person" if titles else person.kind
                return Speaker(full, kind, mention.head.lower(), sex or person.sex)
        shared = person is None and reading.register.is_shared(reading.article, core, sex)
        if shared:
            core = find_named_before(mention, core)
            person = reading.register.find(reading.article, core, sex) if core else None
            if person:
                return Speaker(look_up(reading, person.name) or person.name, "person", mention.head.lower(),
                               sex or person.sex)
            return NOBODY._replace(head=mention.head.lower(), sex=sex)
    name = reading.register.body(reading.article, core) or core
    if before and is_called_body(mention):
        return Speaker(look_up(reading, name) or name, "institution", mention.head.lower(), sex)
    kind = "person" if titles and not is_body(core) and not _is_place(reading, core) else kind_of(reading, name, words)
    return Speaker(look_up(reading, name) or name, kind, mention.head.lower(), sex)


def without_form(name: str) -> str:
    """Return a firm's name without its legal form: Norwell Bank PLC is Norwell Bank."""
    first, _, last = name.rpartition(" ")
    return first.rstrip(",") if first and last.lower().rstrip(".") in LEGAL_FORMS else name


def _lower(name):
    """Return a name that stands only in capitals as it is usually written: JONAH ROE is Jonah Roe."""
    return name.title() if " " in name and name.isupper() else name


def _is_particle(word):
    return word in name_particles() or word.startswith(_JOINED)


def _is_place(reading, core):
    return fold(core) in reading.register.articles[reading.article].places


class Called(NamedTuple):
    """A name, the words that name it here, whether it is a place's, whether the text calls it a body or thing."""

    name: str
    words: str
    place: bool
    called: bool

    @property
    def form(self) -> str:
        """The words without an article or genitive."""
        return strip_genitive(LEAD.sub("", self.words))[0]

    @property
    def single(self) -> bool:
        """Whether that is one word."""
        return " " not in self.form


def kind_of(reading: Reading, name: str, words: str) -> str:
    """Return person, institution, country, office or None for a name and the words that name it here."""
    form = strip_genitive(LEAD.sub("", words))[0]
    place = _is_place(reading, form) or fold(form) in country_names()
    return NAME_KINDS.decide(Called(name, words, place, name in reading.register.called))[1]


# --- the rules of NAME_KINDS: each takes a Called and returns a type of speaker or None -----------------------------

def _is_government(called):
    governs = called.single and is_body(called.name) and (called.name.endswith("government") or called.place)
    return "country" if governs else None


def _has_article(called):
    return "institution" if called.form != called.words and called.single and " " not in called.name else None


def _is_post(called):
    last = called.name.split(" ")[-1]
    return post_kind(last) if last.islower() and is_person_word(last) else None


def find_employer(mention: Mention) -> str | None:
    """Return the institution in a phrase for a person: the State Department in "a State Department spokesperson"."""
    reading = mention.reading
    phrases = [" ".join(strip_genitive(word)[0] for word in mention.group.split(" ")[:-1])]
    behind = _EMPLOYER.match(mention.tail)
    if behind:
        phrase = LEAD.sub("", behind.group(1))
        cut = _PREPOSITION.search(phrase)
        phrases.append(phrase[:cut.start()] if cut else phrase)
    for phrase in phrases:
        last = phrase.split(" ")[-1]
        if last and (is_body_word(last) or (SPOKEN.fullmatch(mention.head.lower()) and is_body(phrase))):
            alone = last_body(reading, mention.start, last) if " " not in phrase else None
            return reading.register.body(reading.article, phrase) or alone or phrase
    return None


NAME_KINDS = RuleList("Of what type is a speaker, by its name?", (
    Rule("government", _is_government, "A place that stands for its government speaks for the country.",
         (("Ellby", "Ellby government", "place"),), (("Ellby", "Ellby board", ""),)),
    Rule("the with one word", _has_article, "Persons have no article: the Senate.", (("the Lagting", "Lagting", ""),),
         (("Lagting", "Lagting", ""),)),
    Rule("place", lambda called: "country" if called.single and called.name == called.form and called.place else None,
         "A place that speaks speaks for its country.", (("Norhaven", "Norhaven", "place"),),
         (("Bellamy", "Ann Bellamy", ""),)),
    Rule("document",
         lambda called: "document" if is_document_word(called.name.split(" ")[-1]) and is_body(called.name) else None,
         "What is written speaks for itself.", (("Ferry Report", "Ferry Report", ""),),
         (("Nora Post", "Nora Post", ""),)),
    Rule("institution",
         lambda called: "institution" if is_body(called.name) or is_medium_name(called.name) or called.called else None,
         "By one of its words, as a medium, or as the text calls it.",
         (("Ferry Board", "Ferry Board", ""), ("Blue Heron", "Blue Heron", "called")), (("Ann Roe", "Ann Roe", ""),)),
    Rule("post", _is_post, "A role in small letters.", (("the ferry minister", "ferry minister", ""),),
         (("Ann Minister", "Ann Minister", ""),)),
    Rule("person", lambda called: "person" if " " in called.name else None, "Two words with capitals are a person.",
         (("Bellamy", "Ann Bellamy", ""),), (("Bellamy", "Bellamy", ""),)),
), example=lambda told: NAME_KINDS.decide(Called(told[1], told[0], told[2] == "place", told[2] == "called"))[0])
