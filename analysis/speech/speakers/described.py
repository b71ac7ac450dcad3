"""Who is meant by a description: the mogul, the leader, the 27-year-old, a secretary whom the text names next.

Papers call a person by what he or she is, behind the name ("said Ann Bellamy. The Ellby-born geologist warned") and
before it ("said the union's secretary. Karl Roe, a former pilot, called for ...").
"""

from bisect import bisect_left
from collections.abc import Callable

import regex

from ...english.lexicon import is_body_word, is_epithet, is_person_word, post_kind, word_sex
from ...english.nouns import SOURCES
from ...english.posts import OF_ANY_BODY
from ...english.verbs import GOING_ON, OTHER_VIEWS
from ...english.words import fold, has_word
from ..sentence.verbs import is_finite
from .discourse import NOBODY, Speaker
from .holders import find_holder
from .lookup import SPOKEN, Mention, ends_as_plural

_AGE = regex.compile(r"(\p{N}{2})-year-old$")
# What is told of somebody's life, and makes no office of what follows: the Ellby-born geologist, the former bus driver
_LIFE = regex.compile(r"(?:^|[\s-])(?:born|bred|year-old|former|retired|veteran)(?=\s|$)")
# What is said only of somebody known: the disgraced runner, the acclaimed dancer
_REPUTE = regex.compile(r"(?:acclaimed|beleaguered|celebrated|controversial|disgraced|embattled|fallen|famed|outspoken"
                        r"|renowned|shamed)(?: |-)")
_MOST_TOLD = 60  # names looked at, so that a description costs no more in a long text
_PARENT = regex.compile(r"the (?:grand)?(?:father|mother) of (?:one|two|three|four|five|six|seven|eight|nine|\p{N})",
                        regex.IGNORECASE)
# Of what sort somebody without a name is: a professor of planning, a baker who opens at four
_TOLD_OF = regex.compile(r" (?:(?:of|who|whose)\b|in \p{Ll})")
_ONE_OF = regex.compile(r" of (?:the|its|his|her|their) (?:two|three|four|five|six|\p{Ll})")
_APPOSITION = regex.compile(r", (?!who\b|whose\b|\p{N}{2},|an? (?:former|retired|veteran|\p{N}{2}-year-old)\b)")


def find_epithet(mention: Mention) -> Speaker | None:
    """The mogul is the man in focus: a word for anybody, never brought up as somebody else."""
    if not is_epithet(mention.head) or mention.words[:4].lower() != "the " or mention.tail:
        return None
    low, head = mention.reading.text[:mention.start].lower(), mention.head.lower()
    if head in low and regex.search(rf"\b(?:an?|another|one) (?:[\w-]+ ){{0,3}}{regex.escape(head)}\b", low):
        return None
    if find_holder(mention, head):
        return None
    who = mention.reading.discourse[0].find_focus(word_sex(mention.head), mention.start)
    return who if who.kind == "person" else None


def find_subject_before(mention: Mention) -> Speaker | None:
    """Karl Roe stood up. The leader said no: he, if he is one; else nobody of another paragraph."""
    reading, head = mention.reading, mention.head
    if head not in OF_ANY_BODY or mention.low != f"the {head}" or mention.tail:
        return None
    who = reading.discourse[0].subject_before(mention.start)
    if who.kind != "person" or not who.name:
        return None
    if reading.register.is_holder(who.name, head):
        return who._replace(head=head)
    holder = find_holder(mention, head)
    apart = holder and holder[1].name != who.name and "\n" in reading.text[max(0, holder[0]):mention.start]
    return NOBODY._replace(head=head) if apart else None


def find_varied(mention: Mention, resolve: Callable) -> Speaker | None:
    """Said Ann Bellamy. The Ellby-born geologist warned: a description of the one just named, of age, life or children.

    The 44-year-old is whoever the text says is 44.
    """
    if mention.low[:4] != "the ":
        return None
    age, whole = _AGE.search(mention.head), _PARENT.match(mention.reading.text, mention.start)
    life = _LIFE.search(mention.group.rpartition(" ")[0]) and post_kind(mention.head) == "unnamed" \
        and is_person_word(mention.head) and not ends_as_plural(mention.head)
    if not (age or whole or life) or (mention.tail and not whole):
        return None
    discourse = mention.reading.discourse[0]
    if age:
        known = _find_aged(mention.reading, age.group(1), resolve)
        if known:
            return known if known.kind == "person" else None
    elif life and _is_brought_up(mention, mention.head.lower()):
        return None
    sex = word_sex(mention.head)
    who = discourse.subject_before(mention.start)
    who = who if who.kind == "person" else discourse.find_focus(sex, mention.start)
    if age and who.name and _is_of_age(mention.reading, who.name.split(" ")[-1], age.group(1)) is False:
        return None
    return who if who.kind == "person" and " " in who.name and (sex is None or who.sex in (None, sex)) else None


def find_famed(mention: Mention, resolve: Callable) -> Speaker | None:
    """The disgraced runner: the only person named before, unless called something else; one of several is nobody.

    Where a runner without a name was told of before, the words stay.
    """
    group, head = mention.group, mention.head.lower()
    if mention.low[:4] != "the " or mention.tail or not _REPUTE.match(group) or post_kind(head) != "unnamed" \
            or not is_person_word(head) or ends_as_plural(head):
        return None
    own, sex = mention.reading.register.articles[mention.reading.article], word_sex(head)
    told = own.names[:bisect_left(own.starts, mention.start)][:_MOST_TOLD]
    called = [word for name in told for word in (*name.beside, *name.titles)]
    before = mention.reading.text[:mention.start].lower()
    if called.count(head) < len(regex.findall(rf"\b{regex.escape(head)}\b", before)):
        return None
    people = {who.name: who for name in told for who in [resolve(mention.reading, name.start, name.end)[1]]
              if who.kind == "person" and sex in (None, who.sex or sex)}
    who = next(iter(people.values()), NOBODY) if len(people) == 1 and {head}.issuperset(called) else NOBODY
    return who._replace(head=head) if who.name else NOBODY._replace(head="one")


def _is_of_age(reading, surname, age):
    """Tell by the age behind a surname whether somebody is of that age; None where the text has none."""
    told = regex.search(rf"\b{regex.escape(surname)}(?:,| \(| is|, who is|, who was|, aged) ?(\p{{N}}{{2}})\b",
                        reading.text)
    return told and told.group(1) == age


def _find_aged(reading, age, resolve):
    """Return the one person behind whose name stands an age, NOBODY for several or a person of another age."""
    own, text = reading.register.articles[reading.article], reading.text
    aged = [name for name in own.names if text.startswith(f", {age}", name.end)]
    found = {who.name: who for name in aged for who in [resolve(reading, name.start, name.end)[1]]}
    return found.popitem()[1] if len(found) == 1 else NOBODY if found else None


def _is_brought_up(mention, word):
    """Tell whether the text has a description's noun before: a geologist came, the geologist left."""
    before = mention.reading.text[:mention.start].lower()
    return has_word(before, word)


def find_introduced(mention: Mention, resolve: Callable) -> Speaker | None:
    """"...," said the union's secretary. Karl Roe, a former pilot, called for a vote: the name comes a sentence later.

    A full name that the text has not had, that opens the sentence behind the quotes of a description, as the subject of
    what one who has spoken does next; not of another opinion or report, which may be another's.
    """
    reading, discourse = mention.reading, mention.reading.discourse[0]
    if not (mention.head.islower() or mention.low.startswith("one of ")):
        return None
    tagged = discourse.find_next(mention.start)
    name = tagged and _find_first_name(reading, tagged)
    if not name or not _may_be_named_next(mention):
        return None
    own, place = reading.register.articles[reading.article], bisect_left(tagged.spans, (name.end, 0))
    last, kin = fold(name.core.split(" ")[-1]), mention.low.startswith(("his ", "her ", "their "))
    before = own.names[:bisect_left(own.starts, name.start)]
    if _APPOSITION.match(reading.text, name.end) or not _goes_on(tagged, place) or any(
            one.core == name.core if kin else last in fold(one.core).split() for one in before):
        return None
    who, sex = resolve(reading, tagged.spans[0][0], name.end)[1], word_sex(mention.head)
    fits = who.kind == "person" and (sex is None or who.sex in (None, sex))
    return who._replace(head=mention.head.lower()) if fits else None


def _find_first_name(reading, tagged):
    """Return the Name of two words or more that a sentence opens with, its titles aside, or None."""
    own, start = reading.register.articles[reading.article], tagged.spans[0][0]
    at = bisect_left(own.starts, start)
    name = own.names[at] if at < len(own.names) else None
    first = name and bisect_left(tagged.spans, (name.start, 0))
    opens = name and first < len(tagged.tags) and set(tagged.tags[:first + 1]) == {"name"}
    return name if opens and " " in name.core and not name.owner else None


def _may_be_named_next(mention):
    """Tell whether one person without a name speaks here whom the text has not had before."""
    low, head = mention.low, mention.head
    if low.startswith("one of "):
        return _ONE_OF.match(low, len("one")) is not None
    if not head.islower() or ends_as_plural(head) or SPOKEN.fullmatch(head) or is_body_word(head):
        return False
    text, end = mention.reading.text, mention.end
    told = mention.tail or _TOLD_OF.match(text, end, end + 40) or mention.words.count(" ") < \
        text[mention.start:end].count(" ")  # a woman whose brother is missing
    new = low.startswith(("a ", "an ", "one ", "another "))
    if new and not (told and is_person_word(head) and head not in SOURCES):
        return False
    owned = low.startswith(("the ", "its ", "his ", "her ", "their ", "a ", "an ")) or "'s " in low
    return owned and not _is_brought_up(mention, head) and find_holder(mention, head) is None


def _goes_on(tagged, first):
    """Tell whether what the named one does may go on with what was said: called for, was close to tears, added.

    The verb is the name's own behind an even number of commas, from the token `first` on.
    """
    tags = tagged.tags
    verb = next((at for at in range(first, len(tags)) if is_finite(tagged, at) and tags[at - 1] != "relative"
                 and tags[first:at].count("comma") % 2 == 0), None)
    if verb is None:
        return not tagged.cues  # wept: a verb that no list has
    cue = tagged.cues.get(verb)
    return (cue is None or cue.verb in GOING_ON) and (tagged.words[verb] or "").lower() not in OTHER_VIEWS
