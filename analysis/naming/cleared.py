"""Verbs that no list knows, cut from noun phrases by what the event's own texts attest.

A headline in capitals shows no verb: Council Shuts Town Pool.  A word that may be a verb stays in a phrase where the
texts have it before the same noun behind a determiner (the trade deal), or where a preposition goes before it.
"""

from collections import Counter
from functools import lru_cache
from itertools import pairwise

import regex

from ..english.adjectives import PLAIN, is_adjective, is_describing
from ..english.frequency import zipf
from ..english.grammar import DO, HAVE, MODALS, find_class
from ..english.lexicon import is_body_word, is_person_word
from ..english.nouns import singular
from ..english.verbs import cue_forms, plain_verbs
from ..english.words import fold
from ..rules import Setting, remember
from ..speech.sentence.tags import VERBAL
from .phrases import Read, list_phrases
from .settled import PARTICIPLE, looks_verbal, past_forms

DOING = Setting("common_gerund", 3.0, "Zipf frequency of a form in -ing from which its verb is a common one",
                chosen="overriding has 3.1, harshing none")
_BASE_FOLLOWS = MODALS | DO | {"to", "not", "help", "helps", "let", "lets"}
_FINITE_FOLLOWS = {"who", "that", "which"}
_ADVERBIAL = {("in", "particular"), ("in", "general"), ("at", "least"), ("at", "most"), ("at", "last")}
CREDIT = regex.compile(r"(?i)\b(?:image (?:copyright|caption)|getty images|media (?:caption|playback))\b")


def clear_phrases(reads: list[Read], texts: dict[str, str]) -> list[Read]:
    """Return the reads of articles ({article: text}) with such verbs tagged as verbs and their phrases read anew.

    Phrases that hold the credit of a picture are dropped.
    """
    attested, cleared = _attest(reads), []
    credited = {article for article, text in texts.items() if CREDIT.search(text)}
    for read in reads:
        found = [at for phrase in read.phrases if (at := _find_verb(read, phrase, attested)) is not None]
        if found:
            tags = ["verb" if at in found else tag for at, tag in enumerate(read.tags)]
            read = read._replace(tags=tags, phrases=list_phrases(texts[read.article], read.tagged, tags))
        if read.article in credited:
            read = read._replace(phrases=[one for one in read.phrases if not CREDIT.search(one.text)])
        if read.zone == "headline":
            read = read._replace(phrases=[one for one in read.phrases if _is_attested(one, attested[0])])
        cleared.append(read)
    return cleared


def _attest(reads):
    """Return (how often pairs of folded words, nouns) stand behind a determiner in sentences that are no headline."""
    led = [phrase for read in reads for phrase in read.phrases if phrase.opener and not phrase.shouted]
    pairs = Counter(pair for phrase in led if phrase.modifiers for pair in pairwise((*phrase.modifiers, _last(phrase))))
    return dict(pairs), {phrase.head for phrase in led}


def _is_attested(phrase, pairs):
    """Tell whether a headline's phrase is short, or half of its neighbouring words stand together in the texts."""
    words = (*phrase.modifiers, _last(phrase))
    return len(words) < 4 or 2 * sum(pair in pairs for pair in pairwise(words)) >= len(words) - 1


def _last(phrase):
    return fold(phrase.text.rsplit(" ", 1)[-1])


def _find_verb(read, phrase, attested):
    """Return the token of the verb nearest to the end of a phrase, or None."""
    words = phrase.modifiers
    if not words or (phrase.opener and not phrase.shouted and len(words) < 2):
        return None
    end = phrase.tokens[1]
    first = end - len(words)
    (pairs, nouns), last = attested, _last(phrase)
    if read.zone == "headline" and not phrase.opener:
        at = _find_missing((*words, last), attested, any(tag in VERBAL for tag in read.tags))
        if at is not None:
            return first + at
    if not phrase.opener and ((phrase.shouted and _is_past(last)) or (
            last != phrase.head and phrase.head not in nouns and _is_third(last)
            and (phrase.shouted or read.zone == "headline" or len(phrase.names) == len(words))
            and "’s " not in phrase.text)):
        return end  # tram overturns, Bellamy performs, Ann Bellamy Messaged With Ellis
    before = fold(read.tagged.words[first - 1]) if first else ""
    own = int(bool(phrase.opener) and not phrase.shouted)  # a phrase does not attest itself
    for at in range(len(words) - 1, -1, -1):
        after = words[at + 1] if at + 1 < len(words) else last
        if pairs.get((words[at], after), 0) <= own and _is_verb(phrase, words, at, before):
            return first + at
    return None


def _find_missing(words, attested, has_verb):
    """Return the place of the verb of a headline, or None: Mayor attacks judges; Doctors strike.

    Where another word is tagged as a verb (Judge orders camp cleared), only one behind a noun for a person is one.

    Words that the texts print side by side behind a determiner belong together.
    """
    pairs, nouns = attested
    for at in range(1, len(words)):
        before, word, last = words[at - 1], words[at], at + 1 == len(words)
        if (before, word) in pairs or (not last and (word, words[at + 1]) in pairs) or find_class(word):
            continue
        if has_verb and not is_person_word(singular(before)):
            continue
        plural = before.endswith("s") and not before.endswith("ss")
        if plural and is_base(word) and word not in nouns:
            return at
        if (word.endswith("s") and not word.endswith("ss") and not plural and looks_verbal(word)
                and not (last and singular(word) in nouns)) or (last and plural and is_base(word)):
            return at
    return None


def _is_verb(phrase, words, at, before):
    """Tell whether a word before the noun is a verb, or another that does not belong to it; `before` leads up to it."""
    word, small = words[at], phrase.text[:1].islower()
    if at == 0:
        if (before, word) in _ADVERBIAL:
            return True  # in particular Mayor Bellamy
        if phrase.opener:
            return phrase.opener in ("those", "all") and _is_doing(word)  # those opposing Bellamy's visit
        if _is_doing(word) and (small or phrase.shouted):
            return True  # of selling oil
        if find_class(before) == "preposition" and before != "to":
            return False
        if (small or phrase.shouted) and _calls_for(before, word):
            return True
        following = (*phrase.text.split(), "")[1]
        if small and before in ("and", "or") and is_base(word) and (
                following[:1].isupper() or is_describing(following) or following in PLAIN or is_adjective(following)):
            return True  # ... and prompt Mayor Bellamy to leave; or pass additional laws
    elif phrase.opener and not phrase.shouted:  # his address completes Bellamy's journey
        return _acts_on(word, phrase, words, at)
    elif not phrase.shouted and _acts_on(word, phrase, words, at):
        return True  # his lawyers saw Bellamy's statement; Norhaven withdraw 900 troops
    elif phrase.shouted and _is_doing(word):
        return True  # Bill Reopening Harbour
    elif (_is_third(word) and word not in phrase.names and not is_person_word(word)) or (
            phrase.shouted and _is_past(word)):
        return True  # Council Shuts Pool; address completes journey; Bellamy Named Mayor
    return phrase.shouted and is_base(word) and not is_body_word(word) and (at == 0 or words[at - 1].endswith("s"))


def _acts_on(word, phrase, words, at):
    """Tell whether a word inside a phrase is a verb with a name or a number behind it: lawyers saw Bellamy's note."""
    after, before = words[at + 1:at + 2], words[at - 1]
    if word in phrase.names or not after or is_person_word(word):
        return False
    if after[0] in phrase.names:
        return _is_third(word) or (word in past_forms() and before.endswith("s") and before not in phrase.names)
    return after[0][0].isdigit() and len(after[0]) != 4 and is_base(word)


def _is_doing(word):
    """Tell whether a folded word is the form in -ing of a common verb."""
    return (word.endswith("ing") and len(word) > 4 and looks_verbal(word.removesuffix("ing") + "s")
            and zipf(word) >= DOING.value)


def _is_past(word):
    """Tell whether a folded word in -ed is the past of a common verb."""
    return word.endswith("ed") and len(word) > 4 and max(
        _doing(word.removesuffix("ed")), _doing(word.removesuffix("d"))) >= DOING.value


def _calls_for(before, word):
    """Tell whether a verb must follow a word, and the next may be it: has settled; to fund; who settled."""
    if before in HAVE:
        return PARTICIPLE.match(word) is not None
    if before in _FINITE_FOLLOWS:
        return word.endswith("ed") or _is_third(word) or is_base(word)
    return (before in _BASE_FOLLOWS or before.endswith("n't")) and is_base(word)


@lru_cache(maxsize=1 << 14)
def _doing(base):
    """Return the Zipf frequency of a verb's form in -ing."""
    forms = (base + "ing", base.removesuffix("e") + "ing", base + base[-1:] + "ing")
    return max(zipf(form) for form in forms)


@remember(1 << 14)
def _is_third(word):
    """Tell whether a folded form in -s is a verb's rather than a plural: shuts, completes; not: comments."""
    if not word.endswith("s") or word.endswith("ss") or not word.isalpha() or find_class(word):
        return False
    if word in plain_verbs() or (word in cue_forms() and not cue_forms()[word].noun):
        return True
    bases = {word[:-1], *([word[:-2]] if word.endswith(("shes", "ches", "sses", "oes")) else ()),
             *([word[:-3] + "y"] if word.endswith("ies") else ())}
    doing = max(map(_doing, sorted(bases)))
    return doing >= DOING.value and doing > zipf(word)


@remember(1 << 14)
def is_base(word: str) -> bool:
    """Tell whether a folded word may be a verb's first form: fund, override; not: harsh, Ellby."""
    return not word.endswith(("s", "ed", "ing")) and word.isalpha() and not find_class(word) \
        and not is_person_word(word) and _doing(word) >= DOING.value \
        and _doing(word) > zipf(word) - 2
