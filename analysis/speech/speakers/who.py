"""Name the speakers: from the words that name one here to one name for the whole event.

The words are looked up in people.csv first, then by the rules of WHO, in their order.  Whoever can't be decided
stays missing, and whatever can't speak (CANNOT) is no speaker, on whichever road it was found.
"""

import regex

from ...english.lexicon import is_body_word, is_person_word, post_kind
from ...rules import Rule, RuleList
from .cannot import CANNOT, example_of
from .described import find_epithet, find_famed, find_introduced, find_subject_before, find_varied
from .discourse import NOBODY, Discourse, Speaker
from .documents import speak_for
from .forms import LEAD, is_body
from .lookup import (
    Reading,
    is_name,
    kind_of,
    look_up,
    opens_role,
    post_of,
    resolve_name,
    sex_and_number,
    take_apart,
    without_form,
)
from .offices import find_body, find_named_role, find_officer, find_role_behind, find_spokesperson, find_voice
from .owned import find_one_of, find_owned
from .people import Register
from .pronouns import find_he_or_she, find_it_or_they, find_nobody

_AND = regex.compile(r",? and (?!the same\b)")
_FOR_CAUSE = regex.compile(r" for \p{Lu}")


def name_mentions(article: str, text: str, sentences: list, register: Register, aliases: dict, spans: list) -> list:
    """Return (rule, Speaker) of each span (start, end, or None) as resolve does, in the order in which they stand.

    `sentences` are discourse.Sentences in order, `aliases` as read_people gives them.
    """
    reading = make_reading(article, text, sentences, register, aliases)
    for start, end in sorted({span for span in spans if span}):
        who = resolve(reading, start, end)[1]
        if who.name:
            for key in ("any", ("kind", who.kind), ("head", post_of(who.head))):
                reading.heard[key] = (start, who)
    found = [resolve(reading, *span) if span else (None, NOBODY) for span in spans]
    reading.discourse.clear()  # they know each other: the circle would keep all sentences in memory
    return found


def make_reading(article: str, text: str, sentences: list, register: Register, aliases: dict) -> Reading:
    """Return the Reading of an article, with its Discourse."""
    reading = Reading(article, text, register, aliases, {}, {}, [])
    reading.discourse.append(Discourse(sentences, register.articles[article],
                                       lambda start, end: resolve(reading, start, end)[1]))
    return reading


def resolve(reading: Reading, start: int, end: int) -> tuple[str | None, Speaker]:
    """Return (the rule of WHO that decided, the Speaker) for the words from start to end; of CANNOT for no speaker."""
    if (start, end) not in reading.known:
        reading.known[start, end] = (None, NOBODY)  # a mention that leads back to itself names nobody
        mention = take_apart(reading, start, end)
        rule, who = WHO.decide(mention)
        refused = CANNOT.decide(mention, who)[0] if rule and who.name else None
        if refused:
            rule, who = refused, NOBODY
        if who and who.kind == "institution" and who.name not in reading.aliases.values():
            who = who._replace(name=without_form(who.name))
        reading.known[start, end] = (rule, who or NOBODY)
    return reading.known[start, end]


# --- the rules of WHO: each takes a Mention and returns a Speaker or None ------------------------------------------

def _by_people(mention):
    name = look_up(mention.reading, mention.words)
    if not name:
        return None
    posted = is_body(name) and mention.head.islower() and is_person_word(mention.head)
    kind = post_kind(mention.head) if posted else kind_of(mention.reading, name, mention.words)
    return Speaker(name, kind, mention.head.lower())


def _by_pair(mention):
    """Roe and Poe, the mayor and the union: both, under one name."""
    if " and " not in mention.words:
        return None
    parts = _AND.split(mention.words, maxsplit=1)
    if len(parts) != 2 or not all(parts):
        return None
    at = mention.reading.text.find(parts[1], mention.start + len(parts[0]), mention.end + 8)
    if opens_role(parts[0]) and not parts[1].startswith(("the ", "a ", "an ")):
        return None  # chief warden and biologist Ann Roe, JPL scientist and co-author Ann Roe
    if at < 0 or not (is_name(LEAD.sub("", parts[0])) or is_name(LEAD.sub("", parts[1]))):
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


def _by_name(mention):
    if not is_name(mention.head):
        return None
    if mention.group == mention.head and _FOR_CAUSE.match(mention.tail):  # Boats for Norhaven
        person = mention.reading.register.find(mention.reading.article, mention.head)
        if person is None or person.kind != "person":
            name = mention.group + mention.tail
            return Speaker(look_up(mention.reading, name) or name, "institution", mention.head.lower())
    return resolve_name(mention, mention.words, mention.group)


def _by_what_they_are(mention):
    if not mention.group:
        return None
    whole = mention.words if mention.words.lower().startswith("one ") else mention.group + mention.tail
    return Speaker(whole, "unnamed", mention.head.lower(), *sex_and_number(mention.head.lower()))


WHO = RuleList("Whom do the words name?", (
    Rule("by people.csv", _by_people, "What the reader of the folder says about a name goes before what texts tell.",
         ("[The Ferry Queen] said no.",), ("[The Ferry King] said no.",)),
    Rule("he or she", lambda mention: find_he_or_she(mention, resolve),
         "A pronoun is the last subject of that sex, named or not.",
         ("Ann Bellamy left. [She] said no.",), ("The company left. [It] said no.",)),
    Rule("it or they", find_it_or_they, "A body keeps its pronoun, and several people theirs.",
         ("The Harbour Board met. [It] said no.", "Two officials came. [They] said no."),
         ("Ann Bellamy left. [She] said no.",)),
    Rule("named a sentence later", lambda mention: find_introduced(mention, resolve),
         "Who speaks under a description is named next, where a new full name goes on.",
         ('"We won," said [a professor] of planning. Ann Bellamy, who gave evidence, thinks it is late.',
          '"We won," [the union\'s secretary] told reporters at the gate. "At last." Karl Roe, a former pilot, wept.',
          '"We won," [its director] said. Ann Bellamy added that it was late.',
          'Karl Roe left. "We won," said [his mother]. Ann Roe, 71, had not slept.',
          '"We won," said [a woman whose brother] is here. Ann Roe had been in the hall since six.',
          '"We won," said [one of the two rebels]. Ann Roe, a retired midwife, was close to tears.'),
         ('"We won," said [a professor] of planning. Ann Bellamy, the mayor, wept.',
          '"We won," said [a resident]. Ann Bellamy, who lives there, wept.',
          '"We won," [its director] said. Ann Bellamy disagreed.',
          'Ann Bellamy came. "We won," [its director] said. Ann Bellamy wept.',
          '"We won," [the union\'s secretary] said. Karl Roe, who lives there, said it was late.')),
    Rule("nobody in particular", find_nobody, "I, we, some and who name nobody.",
         ("Ann Bellamy, [whose city] said no, left.", "The boat left. [Somebody] said no.",
          "Karl Hobart left. [Another], Ann Bellamy, said no."),
         ("Karl Hobart, a [US] said no.",)),
    Rule("one of several", lambda mention: find_one_of(mention, resolve), "Who is picked out of several is none of "
         "those named before.",
         ("[One of Ann Bellamy's ministers] said no.", "[another of the clerks] said no."),
         ("[One resident] said no.", "Ann Bellamy came. [One] said no.")),
    Rule("a document", lambda mention: speak_for(mention, resolve),
         "A report speaks for its author, else in its own name.",
         ("The city sued. [The suit] said no.",), ("The city sued. [The city] said no.",)),
    Rule("two together", _by_pair, "A joint statement is both's.",
         ("Ann Bellamy came. [Ann Bellamy and the Ferry Union] said no.",),
         ("The ministry met. [The Department of Trade and Industry] said no.",)),
    Rule("a role with its name", find_named_role, "Between commas behind a role stands the name.",
         ("[The mayor], Ann Bellamy, said no.",), ("Ann Bellamy came. [The mayor] said no.",)),
    Rule("a role behind its name", lambda mention: find_role_behind(mention, resolve),
         "Behind a dash or comma stands who the named one is.",
         ("Enter Ann Bellamy — [a former ferry aide] who said no.",
          "Ann Bellamy of Marlow, [the ferry leader who] sails, said no.",
          "Ann Bellamy, 66, [a retired ferry pilot who] sails, said no."),
         ("Enter Ann Bellamy. [A former ferry aide] said no.", "Karl met Ann Bellamy, [the ferry leader] said.")),
    Rule("somebody's own", lambda mention: find_owned(mention, resolve),
         "What is a named person's, or a body's spokesperson, is called by its owner.",
         ("Karl Roe left. [His campaign] said no.", "Ann Bellamy lost. [Her brother] said no.",
          "The Ferry Board met. [Its spokesman] said no.", "Karl Roe left. [Mr. Roe's campaign] said no."),
         ("Karl Roe left. [The campaign] said no.", "Karl Roe left. [Her brother], Bo Hale, said no.",
          "Karl Roe left. [His letter] said no.")),
    Rule("a body", find_body, "A short form is the institution whose name ends so.",
         ("The Ferry Ministry met. [The ministry] said no.",), ("The Ferry Ministry met. [The minister] said no.",)),
    Rule("a body's spokesperson", find_spokesperson, "Whoever speaks for a body gives its words.",
         ("[A spokesman for the Ferry Ministry] said no.",), ("[A spokesman for the poor] said no.",)),
    Rule("the voice of the body before", find_voice, "Right behind a body's words stand those of who speaks for it.",
         ('The Ferry Board said no. "It leaks," [a spokeswoman] said.',
          'The Ferry Board denied that it leaked. "It is new," said [a spokesman].'),
         ('The Ferry Board met. "It leaks," [a spokeswoman] said.', 'The Ferry Board said no.\n[A spokesman] said no.',
          'Ann Bellamy of the Ferry Board said no. "It leaks," [a spokesman] said.',
          'The Ferry Board said no. "It leaks," [a teacher] said.')),
    Rule("a word for the one in focus", find_epithet, "Papers call a person by what he or she is known for.",
         ("Ann Bellamy came late. [The billionaire] said no.",), ("Ann Bellamy came late. [The judge] said no.",)),
    Rule("a description of the one before", lambda mention: find_varied(mention, resolve),
         "Behind a name papers call its bearer by age, life or children.",
         ('"We won," said Ann Bellamy. [The Ellby-born geologist] said no.',
          "Karl Roe came.\n[The 27-year-old] said no.", "Karl Roe came. [The father of two] said no.",
          "Karl Roe came. [The former bus driver] said no.",
          "Ann Bellamy, 44, met Karl Roe. [The 44-year-old] said no."),
         ("A geologist met Ann Bellamy. [The Ellby-born geologist] said no.",
          "Ann Bellamy came. [The geologist] said no.", "Ann Bellamy came. [The former mayor] said no.",
          "Ann Bellamy came. [The father of two] said no.", "Two boys came. [The 27-year-old] said no.")),
    Rule("known by repute", lambda mention: find_famed(mention, resolve),
         "Only somebody known is disgraced or acclaimed: who alone was named before, else nobody can tell.",
         ("Ann Bellamy, 31, came.\n[The disgraced runner] said no.",
          "Ann Bellamy met Karl Roe. [The acclaimed dancer] said no."),
         ("A runner met Ann Bellamy. [The disgraced runner] said no.", "Ann Bellamy came. [The runner] said no.",
          "Ann Bellamy came. [The injured runner] said no.")),
    Rule("an office of the one before", find_subject_before, "Every body has a leader: of several the one just "
         "spoken of.",
         ("Leader Ann Bellamy came. Leader Karl Roe left.\nAnn Bellamy stood up. [The leader] said no.",
          "Board chairwoman Ann Bellamy came.\nKarl Roe stood up. [The chairwoman] said no."),
         ("Leader Ann Bellamy came.\nIt rained. [The leader] said no.",
          "Gov. Ann Bellamy came.\nKarl Roe stood up. [The governor] said no.",
          "Board leader Ann Bellamy met Karl Roe. He stood up. [The leader] said no.")),
    Rule("an office", find_officer, "The governor is the governor whom the texts name.",
         ("Gov. Ann Bellamy came. [The governor] said no.", "[Officials] said no."),
         ("Gov. Ann Bellamy came. [Governor Bellamy] said no.",)),
    Rule("a name", _by_name, "A surname is the one person of the event who bears it.",
         ("Ann Bellamy came. [Bellamy] said no.",), ("Ann Bellamy came. [The loudest] said no.",)),
    Rule("what they are", _by_what_they_are, "Whoever has no name is called by the words of the text.",
         ("[The loudest of all] said no.",), ("[The judge of all] said no.",)),
), example=example_of, decides="quotes.named_by")
