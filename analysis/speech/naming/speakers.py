"""Name the speakers: from the words that name one here to one name for the whole event.

The words are looked up in people.csv first, then by the rules of WHO, in their order.  Whoever can't be decided
stays missing, and whatever can't speak (CANNOT) is no speaker, on whichever road it was found.
"""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

import pandas as pd
import regex

from ...english.countries import country_names
from ...english.words import fold
from ...rules import Rule, RuleList
from ..lexicon import (
    find_class,
    is_body_word,
    is_document_word,
    is_epithet,
    is_medium_name,
    is_message_word,
    is_person_word,
    is_saying_noun,
    is_thing_word,
    post_kind,
    word_sex,
)
from .discourse import GROUPS, NOBODY, SEXES, THINGS, Discourse, Speaker
from .documents import SAME_DOCUMENT, find_author
from .names import LEAD, is_body, key_of, split_titles, strip_genitive, title_sex
from .people import Identity, Register

_TAIL = regex.compile(r",?\s+(?:who|which|whom|that)$|,$")
_CONTRACTED = ("'s", "'d", "'ll", "'ve", "'re")
_SPOKEN = regex.compile(r"spokes(?:man|woman|person|people|men)")
_PREPOSITION = regex.compile(r"(?:,| (?:of|for|in|at|from|with|to|on|inside|near|within|behind|against|by|about"
                             r"|close to|familiar)\b)")
_AGE = regex.compile(r"^\p{N}+-year-old |^then-", regex.IGNORECASE)
_ORDINAL = regex.compile(r" (?:first|second|last|once|then|later|also)$")
_PARTY_STATE = regex.compile(r"^\p{Lu}{1,2}-\p{Lu}[\p{L}.]*$|^\p{Lu}\p{L}{0,5}\.(?:\p{Lu}\.)?$")
_AND = regex.compile(r",? and (?!the same\b)")
_OF_NAME = regex.compile(r" (?:of|for) (?:the )?\p{Lu}[\p{L} ]*")
_OF = regex.compile(r"^ (?:of|for|in|at) (?:the )?")
_KEPT = regex.compile(r" (?:of|for|with|at|from|in|close to|familiar)\b")
_BETWEEN = regex.compile(r", (?:(?:the|former|ex-\S+|\p{Lu}[\p{L}.]*) ){0,3}")
_EMPLOYER = regex.compile(r" (?:for|of|at|from|with) (.+)")
_LABELS = {"update", "updated", "correction", "exclusive", "breaking", "analysis", "opinion", "watch", "read",
           "related", "photo", "photos", "video", "image", "source", "credit"}
_GENERIC_BODIES = {"company", "group", "organization", "organisation", "firm", "union", "agency", "department",
                   "ministry", "committee", "council", "board", "bank", "party", "campaign", "court", "office",
                   "government", "institute", "association", "charity", "club", "school", "university", "network",
                   "administration"}


_PLURALS = {"people", "men", "women", "police", "children"}


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


def read_people(people: pd.DataFrame | None) -> tuple[dict, dict]:
    """Return ({name or alias as compared: name}, {name: side}) of people.csv; an alias that two share names neither."""
    owners, sides = {}, {}
    if people is None or people.empty:
        return {}, {}
    for name, aliases, side in zip(people["name"], people["aliases"], people["side"], strict=True):
        sides[name] = side
        for alias in (name, *str(aliases if pd.notna(aliases) else "").split("|")):
            if alias.strip():
                owners.setdefault(key_of(alias), set()).add(name)
    shared = {alias: min(owner) for alias, owner in owners.items() if len(owner) == 1}
    return shared | {key_of(name): name for name in sides}, sides


def name_mentions(article: str, text: str, sentences: list, register: Register, aliases: dict, spans: list) -> list:
    """Return the Speaker of each span (start, end, or None), resolved in the order in which they stand.

    `sentences` are discourse.Sentences in order, `aliases` as read_people gives them.
    """
    reading = make_reading(article, text, sentences, register, aliases)
    for start, end in sorted({span for span in spans if span}):
        who = resolve(reading, start, end)[1]
        if who.name:
            for key in ("any", ("kind", who.kind), ("head", _post(who.head))):
                reading.heard[key] = (start, who)
    return [resolve(reading, *span)[1] if span else NOBODY for span in spans]


def make_reading(article: str, text: str, sentences: list, register: Register, aliases: dict) -> Reading:
    """Return the Reading of an article, with its Discourse."""
    reading = Reading(article, text, register, aliases, {}, {}, [])
    reading.discourse.append(Discourse(sentences, register.articles[article],
                                       lambda start, end: resolve(reading, start, end)[1]))
    return reading


def resolve(reading: Reading, start: int, end: int) -> tuple[str | None, Speaker]:
    """Return (name of the rule of WHO that decided, the Speaker) for the words from start to end."""
    if (start, end) not in reading.known:
        reading.known[start, end] = (None, NOBODY)  # a mention that leads back to itself names nobody
        mention = _take_apart(reading, start, end)
        rule, who = WHO.decide(mention)
        if rule and who.name and CANNOT.decide(mention, who)[0]:
            who = NOBODY
        reading.known[start, end] = (rule, who or NOBODY)
    return reading.known[start, end]


def _take_apart(reading, start, end):
    words = " ".join(_TAIL.sub("", reading.text[start:end]).split())
    words = _ORDINAL.sub("", words)
    low = words.lower().replace("’", "'")
    low = next((low.removesuffix(ending) for ending in _CONTRACTED if low.endswith(ending)), low)
    bare = _AGE.sub("", LEAD.sub("", words))
    match = _PREPOSITION.search(bare)
    group, tail = (bare[:match.start()], bare[match.start():]) if match else (bare, "")
    return Mention(reading, start, end, words, low, group, tail, strip_genitive(group.split(" ")[-1])[0])


def _post(word):
    return "spokesperson" if _SPOKEN.fullmatch(word) else word


def _last_heard(reading, *keys):
    """Return (offset, Speaker) of the last speaker heard under one of the keys, or (-1, NOBODY)."""
    return max((reading.heard[key] for key in keys if key in reading.heard), default=(-1, NOBODY),
               key=lambda heard: heard[0])


def _look_up(reading, *forms):
    """Return the name in people.csv for the first form that has one, or None."""
    if not reading.aliases:
        return None
    return next((reading.aliases[key_of(form)] for form in forms if form and key_of(form) in reading.aliases), None)


def _is_name(word):
    return word[:1].isupper() or word[:3] in ("al-", "el-")


# --- the rules of WHO: each takes a Mention and returns a Speaker or None ------------------------------------------

def _by_pronoun(mention):
    if mention.low in SEXES and mention.words not in ("HE", "SHE"):
        who = mention.reading.discourse[0].find(mention.low, mention.start)
        if not who.name and mention.low in SEXES:
            heard = _last_heard(mention.reading, ("kind", "person"))[1]
            who = heard if heard.sex in (None, SEXES[mention.low]) else NOBODY
        return who._replace(head=mention.low, sex=SEXES[mention.low])
    return None


def _by_group_pronoun(mention):
    if mention.low in THINGS or mention.low in GROUPS:
        if mention.words.isupper() and len(mention.words) > 1:  # IT, the department
            return None
        who = mention.reading.discourse[0].find(mention.low, mention.start)
        if not who.name:
            kinds = ("institution", "country", "document", *(("unnamed",) if mention.low in GROUPS else ()))
            who = _last_heard(mention.reading, *(("kind", kind) for kind in kinds))[1]
        return who._replace(head=mention.low)
    return None


def _by_other_pronoun(mention):
    word = mention.words
    if find_class(mention.low) in ("pronoun", "possessive", "relative", "determiner") and not (
            word.isupper() and 1 < len(word) < 4 and word not in ("ME", "HIM", "HER", "YOU")):
        return NOBODY._replace(head=mention.low)
    return None


def _by_people(mention):
    name = _look_up(mention.reading, mention.words)
    if not name:
        return None
    posted = is_body(name) and mention.head.islower() and is_person_word(mention.head)
    kind = post_kind(mention.head) if posted else _kind_of(mention.reading, name, mention.words)
    return Speaker(name, kind, mention.head.lower())


def _by_pair(mention):
    """Roe and Poe, the mayor and the union: both, under one name."""
    if " and " not in mention.words:
        return None
    parts = _AND.split(mention.words, maxsplit=1)
    if len(parts) != 2 or not all(parts) or is_body(mention.group.split(" and ")[0]) is None:
        return None
    at = mention.reading.text.find(parts[1], mention.start + len(parts[0]), mention.end + 8)
    if parts[0].islower() and not parts[0].startswith(("the ", "a ", "an ")):
        return None  # chief warden and biologist Ann Roe
    if at < 0 or not (_is_name(LEAD.sub("", parts[0])) or _is_name(LEAD.sub("", parts[1]))):
        return None
    if is_body_word(mention.head) and not parts[1].lower().startswith(("the ", "a ", "an ")):
        return None  # the Department of Trade and Industry
    one = resolve(mention.reading, mention.start, mention.start + len(parts[0]))[1]
    two = resolve(mention.reading, at, at + len(parts[1]))[1]
    if not (one.name and two.name):
        return Speaker(LEAD.sub("", mention.words), "person", mention.head.lower(), None, True)
    kind = one.kind if one.kind == two.kind else "institution"
    both = LEAD.sub("", parts[1]) if two.kind == "person" else parts[1]
    name = f"{one.name} and {two.name if two.kind == 'person' else both}"
    return Speaker(name, kind, mention.head.lower(), None, True)


def _by_document(mention):
    """A report, suit or statement speaks for its author where the text names one, else as a document."""
    head = mention.head.lower()
    noun = head if is_document_word(head) or is_message_word(head) or is_saying_noun(head) else None
    if not noun or (mention.head[:1].isupper() and " " in mention.group):
        return None
    author = find_author(mention.reading, mention, noun, resolve)
    if author.name:
        return author._replace(head=head)
    if is_message_word(head):
        return _last_heard(mention.reading, "any")[1]._replace(head=head)
    if not is_document_word(head):
        return None
    whole = mention.group + mention.tail
    noun = SAME_DOCUMENT.get(noun, noun)
    known = mention.reading.heard.get(("document", noun))
    if known and " " not in mention.group and not mention.tail:
        return known[1]
    who = Speaker(whole, "document", head)
    if " " in whole and noun:
        mention.reading.heard.setdefault(("document", noun), (mention.start, who))
    return who


def _by_body(mention):
    """The ministry, the U.S. State Department, the group."""
    reading, group, head = mention.reading, mention.group, mention.head
    if not is_body_word(head) or (len(group.split(" ")) == 2 and not is_body(group)):
        return None
    named = _find_behind(mention) if head.islower() else None
    if named:
        return _name_name(mention, named, named)
    tail = mention.tail
    official = _OF_NAME.match(tail) if head[:1].isupper() else None
    if official:  # the Office of Fair Trade
        group, tail = group + official.group().rstrip(), ""
    name = reading.register.body(reading.article, strip_genitive(group)[0])
    if name is None and group.islower() and " " not in group:
        name = _last_body(reading, mention.start, head)
        if name is None and head in _GENERIC_BODIES and not tail and mention.words[:4].lower() in ("the ", "this"):
            who = _last_heard(reading, ("kind", "institution"))[1]
            found = reading.discourse[0].find("it", mention.start)
            name = found.name if found.kind == "institution" and not is_medium_name(found.name) else who.name
    return Speaker(_look_up(reading, group + tail, group, name) or name or group + tail, "institution", head.lower())


def _last_body(reading, at, word):
    """Return the name of the last institution before `at` that ends with `word` (the ministry), or None."""
    starts, names = reading.register.articles[reading.article].bodies.get(fold(word), ([], []))
    place = bisect_left(starts, at) - 1
    return names[place] if place >= 0 else None


def _is_titled(mention):
    """Tell whether the phrase is a name: with a title, or of somebody known whose surname is a word (Peter King)."""
    parts = mention.group.split(" ")
    if len(parts) < 2 or not mention.head[:1].isupper():
        return False
    return bool(split_titles(parts)[0]) or mention.reading.register.find(mention.reading.article,
                                                                         mention.group) is not None


def _by_role_with_name(mention):
    """The mayor of Lima, Ana Sol, said; said the group's founder, Rev. Ana Sol; chief warden and biologist Ana Sol."""
    if not is_person_word(mention.head) or _is_titled(mention) or mention.head.endswith("s"):
        return None
    named = _find_inside(mention) or _find_behind(mention)
    if not named:
        return None
    return _name_name(mention, named, named)._replace(kind="person")


def _by_employer(mention):
    """A department spokesperson speaks for the department; an official of it is unnamed."""
    reading, head = mention.reading, mention.head.lower()
    if not is_person_word(mention.head) or _is_titled(mention):
        return None
    body = _find_employer(mention)
    if not body:
        return None
    spoken = _SPOKEN.fullmatch(head) is not None
    name = _look_up(reading, mention.group + mention.tail, f"{body} {head}", f"{body} spokesperson" if spoken else None)
    if spoken:
        name = name or _look_up(reading, body) or body
    kind = post_kind(head)
    if not spoken and not name and kind == "office":
        holder = _find_holder(mention, head)
        if holder:
            return holder[1]
    return Speaker(name or mention.group + mention.tail, kind, head, *_tell(head))


def _by_epithet(mention):
    """The mogul is the man in focus: a word for anybody, never brought up as somebody else."""
    if not is_epithet(mention.head) or mention.words[:4].lower() != "the " or mention.tail:
        return None
    low = mention.reading.text[:mention.start].lower()
    if regex.search(rf"\b(?:an?|another|one) (?:[\w-]+ ){{0,3}}{regex.escape(mention.head.lower())}\b", low):
        return None
    if _find_holder(mention, mention.head.lower()):
        return None
    who = mention.reading.discourse[0].find_focus(word_sex(mention.head), mention.start)
    return who if who.kind == "person" else None


def _by_office(mention):
    """The governor is the governor whom the text names; the spokesman the one heard last."""
    reading, head = mention.reading, mention.head.lower()
    if not is_person_word(mention.head) or _is_titled(mention):
        return None
    group, tail = mention.group, mention.tail
    name = _look_up(reading, group + tail, group)
    if name:
        return Speaker(name, post_kind(head) if is_body(name) else "person", head)
    definite = mention.words[:4].lower() == "the " or (mention.words == group and group[:1].isupper())
    if definite:
        at, before = _last_heard(reading, ("head", _post(head)))
        if post_kind(head) == "office" or not head.endswith("s"):
            holder = _find_holder(mention, head)
            if holder and not (at > holder[0] and group.islower() and before.kind != "person"):
                return holder[1]
        if at >= 0 and group.islower() and not tail:
            return before._replace(head=head)
        if group.islower() and " " not in group and not head.endswith("s") and not tail:
            return NOBODY._replace(head=head)
    whole = group + (tail if _KEPT.match(tail) else "")
    if mention.words.lower().startswith("one "):
        whole = mention.words
    return Speaker(whole, post_kind(head) if definite else "unnamed", head, *_tell(head))


def _find_holder(mention, head):
    """Return (offset, Speaker) of the person who holds an office, or None; "of Marlow" must fit nobody else's state."""
    reading = mention.reading
    words = [fold(strip_genitive(word)[0]) for word in mention.group.split(" ")[:-1]]
    modifiers = frozenset(word for word in words if is_person_word(word) or word in _MODIFIERS)
    at, person = reading.register.holder(reading.article, mention.start, head, modifiers)
    if person is None and post_kind(head) == "office":
        person = reading.register.other_holder(reading.article, head, modifiers)
    if person is None or (mention.tail and post_kind(head) == "office"
                          and not _has_place(mention, person)):
        return None
    name = _look_up(reading, person.name) or person.name
    return at, Speaker(name, "person", head, person.sex)


_MODIFIERS = {"prime", "foreign", "vice", "deputy", "former", "attorney", "general", "house", "majority", "minority",
              "finance", "defence", "defense", "interior", "first", "acting", "press", "assistant"}


def _has_place(mention, person):
    """Tell whether the text joins the person's name with the place behind the office: the governor of Marlow."""
    place = _OF.sub("", mention.tail)
    text = mention.reading.text
    surname = person.name.split(" ")[-1]
    return any(place in text[at:min(at + 80, mention.start)] or place in text[max(0, at - 60):at] for at in
               [match.start() for match in regex.finditer(regex.escape(surname), text[:mention.start])][:20])


def _by_name(mention):
    if not _is_name(mention.head):
        return None
    return _name_name(mention, mention.words, mention.group)


def _by_what_they_are(mention):
    if not mention.group:
        return None
    whole = mention.words if mention.words.lower().startswith("one ") else mention.group + mention.tail
    return Speaker(whole, "unnamed", mention.head.lower(), *_tell(mention.head.lower()))


def _tell(head):
    """Return (sex, plural) that a person word tells."""
    plural = (head.endswith("s") and not head.endswith("ss")) or head in _PLURALS
    return word_sex(head), plural


def _name_name(mention, words, group):
    """Resolve a name with or without titles: Mr Smith, the ministry spokesman John Smith, the radio's John Smith."""
    reading = mention.reading
    parts = [strip_genitive(word) for word in group.split(" ")]
    inner = max((at for at, (_, owner) in enumerate(parts[:-1]) if owner), default=-1)
    parts = [word for word, _ in parts[inner + 1:]]
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
    full = _look_up(reading, core, group)
    if full:
        return Speaker(full, _kind_of(reading, full, words if len(parts) == 1 else core), mention.head.lower(), sex)
    shout = core.isupper() and " " in (reading.register.find(reading.article, core) or NOBODY_NAMED).name
    if not is_body(core) or shout:
        person = reading.register.find(reading.article, core, sex, tuple(titles))
        if person and not (is_medium_name(core) or core in own.things):
            full = _look_up(reading, person.name) or _lower(person.name)
            if titles or " " in full or not _is_place(reading, core):
                kind = "person" if titles else person.kind
                return Speaker(full, kind, mention.head.lower(), sex or person.sex)
        if person is None and reading.register.is_shared(reading.article, core, sex):
            return NOBODY._replace(head=mention.head.lower(), sex=sex)
    name = reading.register.body(reading.article, core) or core
    kind = "person" if titles and not is_body(core) and not _is_place(reading, core) else _kind_of(reading, name, words)
    return Speaker(_look_up(reading, name) or name, kind, mention.head.lower(), sex)


def _lower(name):
    """Return a name that stands only in capitals as it is usually written: JONAH ROE is Jonah Roe."""
    return name.title() if " " in name and name.isupper() else name


def _is_particle(word):
    return word in ("de", "von", "van", "al", "bin", "el", "da", "di", "la", "der", "den", "dos", "del", "du", "ibn",
                    "ben") or word[:3] in ("al-", "el-")


def _is_place(reading, core):
    return fold(core) in reading.register.articles[reading.article].places


def _kind_of(reading, name, words):
    """Return person, institution, country, office or None for a name and the words that name it here."""
    form = strip_genitive(LEAD.sub("", words))[0]
    single, place = " " not in form, _is_place(reading, form) or fold(form) in country_names()
    if single and is_body(name) and (name.endswith("government") or place):
        return "country"
    if form != words and single and " " not in name:  # the Senate
        return "institution"
    if single and name == form and place:
        return "country"
    if is_document_word(name.split(" ")[-1]) and is_body(name):
        return "document"
    if is_body(name) or is_medium_name(name):
        return "institution"
    last = name.split(" ")[-1]
    if last.islower() and is_person_word(last):
        return post_kind(last)
    return "person" if " " in name else None


def _find_behind(mention):
    """Return the full name behind a role: the mayor of Lima, Ana Sol, said; said the founder, Rev. Ana Sol."""
    own = mention.reading.register.articles[mention.reading.article]
    at = bisect_left(own.starts, mention.end)
    text = mention.reading.text
    name = own.names[at] if at < len(own.names) else None
    if name is None or name.owner or (name.start > mention.end + 40):
        return None
    between = text[mention.end:name.start]
    titled = _BETWEEN.fullmatch(between)
    closed = text[name.end:name.end + 1] in (",", ".", ";", "") or text[name.end:name.end + 1] == "\n"
    if titled and closed and (" " in name.core or name.titles) and not is_thing_word(name.core.split(" ")[-1]):
        return name.core
    return None


def _find_inside(mention):
    """Return the name in a phrase whose office has a portfolio: US Secretary of Labor [Gordon Pyle]."""
    own = mention.reading.register.articles[mention.reading.article]
    at = bisect_left(own.starts, mention.end) - 1
    name = own.names[at] if at >= 0 else None
    inside = name and name.start > mention.start and name.end <= mention.end and mention.tail.startswith(" of")
    return name.core if inside and mention.head.lower() in name.titles else None


def _find_employer(mention):
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
        if last and (is_body_word(last) or (_SPOKEN.fullmatch(mention.head.lower()) and is_body(phrase))):
            alone = _last_body(reading, mention.start, last) if " " not in phrase else None
            return reading.register.body(reading.article, phrase) or alone or phrase
    return None


def example_of(text: str) -> str | None:
    """Return the name of the rule of WHO that names [the words in brackets] of a text, for the handbook."""
    from ..quotes import resolve_example  # the road of real text leads through quotes

    return resolve_example(text)


WHO = RuleList("Whom do the words name?", (
    Rule("by people.csv", _by_people, "What the reader of the folder says about a name goes before what texts tell."),
    Rule("he or she", _by_pronoun, "A pronoun is the last subject of that sex, named or not.",
         ("Ann Bellamy left. [She] said no.",), ("The company left. [It] said no.",)),
    Rule("it or they", _by_group_pronoun, "A body keeps its pronoun, and several people theirs.",
         ("The Harbour Board met. [It] said no.", "Two officials came. [They] said no.")),
    Rule("nobody in particular", _by_other_pronoun, "I, we, some and who name nobody.",
         ("The boat left. [Somebody] said no.",), ("Karl Hobart, a [US] said no.",)),
    Rule("a document", _by_document, "A report speaks for its author, else in its own name.",
         ("The city sued. [The suit] said no.",)),
    Rule("two together", _by_pair, "A joint statement is both's.",
         ("Ann Bellamy came. [Ann Bellamy and the Ferry Union] said no.",)),
    Rule("a role with its name", _by_role_with_name, "Between commas behind a role stands the name.",
         ("[The mayor], Ann Bellamy, said no.",)),
    Rule("a body", _by_body, "A short form is the institution whose name ends so.",
         ("The Ferry Ministry met. [The ministry] said no.",)),
    Rule("a body's spokesperson", _by_employer, "Whoever speaks for a body gives its words.",
         ("[A spokesman for the Ferry Ministry] said no.",)),
    Rule("a word for the one in focus", _by_epithet, "Papers call a person by what he or she is known for.",
         ("Ann Bellamy came late. [The billionaire] said no.",), ("Ann Bellamy came late. [The judge] said no.",)),
    Rule("an office", _by_office, "The governor is the governor whom the texts name.",
         ("Gov. Ann Bellamy came. [The governor] said no.", "[Officials] said no.")),
    Rule("a name", _by_name, "A surname is the one person of the event who bears it.",
         ("Ann Bellamy came. [Bellamy] said no.",)),
    Rule("what they are", _by_what_they_are, "Whoever has no name is called by the words of the text.",
         ("[The loudest of all] said no.",)),
), example=example_of)


def _is_party_and_state(mention, who):
    return bool(_PARTY_STATE.match(mention.words))


def _is_thing(mention, who):
    last = who.name.split(" ")[-1]
    titled = title_sex(tuple(mention.low.split(" ")[:1]))
    return who.kind in ("person", "unnamed", None) and _is_name(mention.head) and is_thing_word(last) \
        and mention.head.lower() == last.lower() and not titled


def _is_time(mention, who):
    return find_class(mention.head.lower()) in ("time", "number") and who.kind == "unnamed"


def _is_label(mention, who):
    return who.name.lower() in _LABELS


CANNOT = RuleList("What can't speak?", (
    Rule("party and state", _is_party_and_state, "Behind a name stands where it is from: Ann Bellamy (R-Marlow)."),
    Rule("a thing's name", _is_thing, "A day, a show, a street: Pie Sunday, the Northern Music Awards."),
    Rule("a time or a number", _is_time, "At times said, two said."),
    Rule("a label", _is_label, "UPDATE and Photo stand before the text and are none of it."),
))
