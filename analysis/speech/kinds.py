"""Tell what a stretch in quotation marks is: a full or a partial quote, a scare quote or a title.

A title is known by its capitals and by what it is the title of (titles.py).  A scare quote has nobody
beside it who says the words; a full quote is a sentence that stands where one can stand.  The rules are asked in
their order; each answers with the kind, or not.
"""

import regex

from ..english.lexicon import is_body_word, is_document_word, is_person_word, is_saying_noun
from ..english.nouns import NAME_NOUNS, NAMES_OWN, POLICIES, SLOGANS
from ..english.verbs import BARGAINING, CHANGING, NAMING
from ..english.words import count_words
from ..rules import Rule, RuleList, Setting
from .sentence.after_quote import Attribution
from .sentence.tagged import Tagged
from .sentence.verbs import is_passive
from .titles import (
    UNLIKELY,
    Marked,
    is_beside_work,
    is_capitalised,
    is_name_in_capitals,
    is_near_cue,
    is_nickname,
    is_on_air,
    is_product,
    is_subject,
    names_a_policy,
)

CATCHWORD = Setting("catchword", 4, "words up to which what stands in quotation marks is a catchword, no remark",
                    measured="PolNeAR dev: longer stretches without a speaker are speech more often than not")
_SENTENCE_AFTER = {"start", "colon", "comma", "dash", "quote", "stop", "cue", "noun", "name", "pronoun", "adverb",
                   "time", "coordinator"}
_FULL_START = regex.compile(r"[\"'“”‘’\[(…. ]*+(?:\p{Lu}|\p{N}|[$€£@#])")
_SLOGAN_NEAR = 6  # tokens between a quote and the word slogan, or the verb that speaks it
_REPLACED = {"reference", "references", "wording", "line", *NAME_NOUNS} - {"name", "label"}
_BEFORE_ADJECTIVE = ("determiner", "preposition", "noun", "verb", "genitive", "coordinator", "number", "adverb")


def find_kind(tagged: Tagged, slot: int, content: str, answer: Attribution | None,
              quoted_before: str | None) -> tuple[str | None, str]:
    """Return (rule, full, partial, scare or title) for the quote at token `slot` of `tagged`.

    `content` is the text inside its marks, `answer` the Attribution of its speaker (or None), `quoted_before` the
    kind of the quote before it in the same sentence (or None).
    """
    return KINDS.decide(_mark(tagged, slot, content, answer, quoted_before))


def _mark(tagged, slot, content, answer, quoted_before):
    return Marked(tagged, slot, content, answer, quoted_before, count_words(content), is_capitalised(content))


def is_title(tagged: Tagged, slot: int, content: str, answer: Attribution | None) -> bool:
    """Tell whether the quote is a name: of a work, a programme, a law, a person (Robert "Bob" Smith)."""
    marked = _mark(tagged, slot, content, answer, None)
    return any(rule.test(marked) == "title" for rule in KINDS if rule.name in _TITLE_RULES)


def _is_full(marked):
    if marked.quoted_before == "full" and marked.before == "comma":
        return "full"
    if not _FULL_START.match(marked.content) or marked.before not in _SENTENCE_AFTER:
        return None
    ended = marked.content.rstrip("\"'”’ )")[-1:] in ".?!,;…—–-"
    return "full" if ended or marked.after in ("stop", "comma", "dash") else None


def _is_short(marked):
    return marked.words <= CATCHWORD.value


def _is_unsaid(marked):
    """Nobody says them: no speaker, an owner at most, or a subject that hardly speaks."""
    answer = marked.answer
    if not _is_short(marked):
        return None
    far = answer is not None and answer.rule == "subject" and answer.cost > UNLIKELY
    return "scare" if answer is None or answer.rule == "owner" or far else None


def _goes_around(marked):
    """What is so-called, notorious or known as something goes around."""
    if not _is_short(marked):
        return None
    before = f"{marked.word(-3)} {marked.word(-2)} {marked.word(-1)}"
    return "scare" if "so-called" in before or "notorious" in before or "known as" in before else None


def _is_named_so(marked):
    """A video called "Behind the oven", is dubbed "tin hen": a name, by nobody in the sentence."""
    if marked.words > CATCHWORD.value + 2 or marked.word(-1) not in NAMING:
        return None
    at = marked.slot - 1
    verb = marked.tagged.cues.get(at)
    passive = is_passive(marked.tagged, at) if verb else True
    participle = at > 0 and marked.tagged.tags[at - 1] == "noun" and not is_person_word(marked.tagged.words[at - 1]) \
        and (is_document_word(marked.tagged.words[at - 1]) or not is_body_word(marked.tagged.words[at - 1]))
    agent = any(marked.tagged.words[place] == "by" for place in range(at, min(len(marked.tagged.words), at + 4)))
    if not (passive or participle):
        return None
    nobody = agent and marked.word(2) in ("nobody", "everybody", "many", "some", "most")
    return None if agent and not nobody else "scare"


def _is_slogan(marked):
    """She runs under the slogan "Boats for all"; "Float again," his slogan: nobody says it on this occasion."""
    tagged, slot = marked.tagged, marked.slot
    if SLOGANS.isdisjoint((word or "").lower() for word in tagged.words[max(0, slot - 2):slot + _SLOGAN_NEAR]):
        return None
    before = [marked.word(-step) for step in (1, 2)]
    linked = before[0] in ("is", "was", "of") or marked.before in ("comma", "colon")
    if before[0] in SLOGANS or (linked and before[1] in SLOGANS):
        return None if any(at in tagged.cues for at in range(max(0, slot - _SLOGAN_NEAR), slot)) else "title"
    near = range(slot + 1, min(slot + _SLOGAN_NEAR, len(tagged.words)))
    at = next((at for at in near if marked.word(at - slot) in SLOGANS), None)
    linked = marked.after == "comma" or marked.word(1) in ("is", "was")
    return "title" if at and linked and tagged.cues.keys().isdisjoint(range(slot, at)) else None


def _is_a_word(marked):
    """He does not use the word "cuts": a word as a word."""
    if not _is_short(marked):
        return None
    named = marked.words < 3 and marked.content[:1].isupper()
    if named and marked.word(-1) == "of" and marked.word(-2) in ("use", *NAMES_OWN):
        return "scare"
    if marked.word(-1) not in NAME_NOUNS:
        return None
    if marked.word(-3) == "of" and marked.word(-4) in NAMES_OWN:  # his trademark of the word "Now"
        return "scare"
    answer = marked.answer
    far = answer is None or answer.rule in ("subject", "owner") or (answer.rule == "according to" and answer.cost)
    return "scare" if far else None


def _is_replaced(marked):
    """They changed the phrase "boats sank" to "boats were lost": words that somebody works on."""
    before = [(word or "").lower() for word in marked.tagged.words[max(0, marked.slot - 7):marked.slot]][::-1]
    changed = next((at for at, word in enumerate(before) if word in CHANGING), None)
    named = changed is not None and not _REPLACED.isdisjoint(before[:changed])
    return "scare" if named and "quote" not in marked.tagged.tags[marked.slot - changed - 1:marked.slot] else None


def _stands_before_noun(marked):
    """In "red" districts, a single "no" vote: it says of what sort a thing is, and no verb of saying is near."""
    if not _is_short(marked) or marked.after not in ("noun", "name") or is_near_cue(marked):
        return None
    if is_saying_noun(marked.word(1)) and marked.word(1) not in POLICIES:
        return None
    answer = marked.answer
    weak = answer is None or answer.rule in ("subject", "cue behind", "owner of the noun")
    return "scare" if weak and marked.before in _BEFORE_ADJECTIVE else None


def _is_planned(marked):
    """They plan a "kiss-in": one thing with an article, and only a cue behind speaks for speech."""
    answer = marked.answer
    one = marked.words <= 2 and marked.before == "determiner" and marked.after in ("preposition", "stop", "that")
    return "scare" if one and answer is not None and answer.rule == "cue behind" else None


def _is_bargained(marked):
    """Offered "dirt" on a rival: a thing that one gives or gets, and the outlet's own sentence goes on about it."""
    bare = marked.words == 1 and marked.content.islower() and marked.content[-1:].isalpha()
    return "scare" if bare and marked.word(-1) in BARGAINING and marked.word(1) in ("on", "about", "against") else None


def _is_known_thing(marked):
    """A year of the "crab relief" that ended, like the "reed fence" built there: a thing that goes by that name."""
    small = marked.words <= 2 and marked.content.islower() and marked.content[-1:].isalpha()
    placed = marked.word(-1) == "the" and marked.word(-2) in ("of", "like")
    placed = placed and marked.after in ("that", "relative", "verb")
    weak = marked.answer is None or marked.answer.rule in ("subject", "cue behind")
    return "scare" if small and placed and weak and not is_near_cue(marked) else None


def example_of(text: str) -> str | None:
    """Return the rule that decides the first quote of an example, by the road of real text."""
    from .quotes import read_example

    rows, _ = read_example(text)
    return next((row[6] for row in rows if row[3] != "indirect"), None)


KINDS = RuleList("What stands in the marks?", (
    Rule("nickname", is_nickname, "Between given name and surname stands a nickname.",
         ('Edward "Ned" Harker ran the ferry.', 'Rosa "Red" Quill left.'), ('Harker said "No" to Quill.',)),
    Rule("beside a work", is_beside_work, "Capitals beside film, song, law or bill are its title.",
         ('The film "Night Ferry" won.',), ('Ann Bellamy said "No Way" to the ferry.',)),
    Rule("on the air", is_on_air, "Capitals behind on, in or an owner's name are a programme's or a book's title.",
         ('She spoke on "Meet the Nation" and left.', 'He was on Radio North\'s "Morning Call" again.'),
         ('Bellamy spoke of "a long night" there.',)),
    Rule("name as subject", is_subject, "Capitals that are the subject of a clause name a thing.",
         ('Bellamy said "Night Ferry" made her cry.',), ('Bellamy said "night ferries" made her cry.',)),
    Rule("product", is_product, "A name between an article and its noun.",
         ('The bar sold a "Bread-for-Boats" sandwich.',), ('Bellamy called it a "boat-for-all" plan.',)),
    Rule("name of a policy", names_a_policy, "Policies and rules bear names in small letters too.",
         ('The town ended the "one boat, one crew" policy.',), ('Bellamy called it a "mad" policy.',)),
    Rule("name in capitals", is_name_in_capitals, "Capitals without a speaker near are a name.",
         ('The ship "Lady Of Ellby" sank.', 'Filmmaker Bo Harker ("The Long Ferry") said no.'),
         ('"Go Home," Ann Bellamy said.',)),
    Rule("named so", _is_named_so, "What is called, dubbed or named something bears that name.",
         ('He posted a video called "behind the oven" on Friday.', 'The heater is dubbed "tin hen" there.'),
         ('Ann Bellamy called it "a mad plan" twice.',)),
    Rule("slogan", _is_slogan, "A slogan or motto is a name, unless somebody says it here.",
         ('Ann Bellamy ran under the slogan "Boats for all."', 'Her motto is "never late."',
          'Ann Bellamy\'s slogan, "Boats for all," is on every wall.', '"Float again" was his campaign slogan.'),
         ('Crowds chanted the slogan "Boats for all."', '"The slogan is mad," Ann Bellamy said.',
          'Ann Bellamy said "no" to the slogan.', '"No," Ann Bellamy said of slogans.')),
    Rule("full", _is_full, "A sentence where one can stand.", ('"We won," Ann Bellamy said.',),
         ('Ann Bellamy said it was "late."',)),
    Rule("goes around", _goes_around, "So-called words are nobody's.", ('The so-called "night boat" is late.',),
         ('The "night boat" is late.',)),
    Rule("a word", _is_a_word, "A word that is spoken of is not spoken.",
         ('Ann Bellamy never used the word "cuts" there.',
          'Hobart planned to charge the firm for his trademark of the word "Now" after all.',
          'He agreed to return the money that he received for the use of "Now."'),
         ('Ann Bellamy said the word "cuts" twice.', 'Ann Bellamy criticized the use of "boats as toys" there.')),
    Rule("replaced", _is_replaced, "Words that somebody changes in a draft are not what he says.",
         ('Officials changed the phrase "the boats were sunk on purpose by them" to something milder.',
          'At noon, Ann Bellamy changed a reference to the Ellby "wreck" in it.'),
         ('Ann Bellamy changed her statement to "no comment" at noon.',)),
    Rule("before its noun", _stands_before_noun, "Marks around an adjective keep distance, without a speaker.",
         ('They spent more in "red" districts than ever.', 'It passed without a single "no" vote.',
          'Thousands of people "liked" photos of the boat.'),
         ('Ann Bellamy criticized the "red" districts.',)),
    Rule("bargained for", _is_bargained, "What is promised, offered or sought is a thing and no speech.",
         ('He was promised "dirt" on the ferry board.', 'He sought "scoops" about the mayor.'),
         ('Ann Bellamy promised "an end" to it.', 'Ann Bellamy promised "useful tips" about it.')),
    Rule("a known thing", _is_known_thing, "What is of or like a thing takes its name from others.",
         ('The town paid for a year of the "crab relief" that ended in May.',
          'The gate is like the "reed fence" built there in spring.'),
         ('Ann Bellamy spoke of the "mad rush" that began in May.',)),
    Rule("planned", _is_planned, "One thing with an article, and nobody who says it.",
         ('They plan a "sing-in" at the pier, urging all to come.',), ('Ann Bellamy called it a "sing-in" at noon.',)),
    Rule("unsaid", _is_unsaid, "A few words that nobody near says.", ('The "boats" were late.',),
         ('Ann Bellamy said the "boats" were late.', 'Ann Roe, head of the board, calls Ellby "a mistake" twice.')),
    Rule("part of a sentence", lambda marked: "partial", "All other words in marks are somebody's.",
         ('Ann Bellamy said it was "late."',), ('The "boats" were late.',)),
), example=example_of, decides="quotes.kind_rule")
_TITLE_RULES = ("nickname", "beside a work", "on the air", "name as subject", "product", "name of a policy",
                "name in capitals")
