"""Verbs of saying (lists/says.csv) and common verbs that report nothing (lists/verbs.csv), with their forms."""

from functools import lru_cache
from typing import NamedTuple

from .grammar import AUXILIARIES, FUTURE
from .stems import first_form
from .wordlists import groups_of, list_rows, listed, read_list

# Verbs that only report: the surest, and more of them, as pages hardly ever use them in their own voice.
SAID = frozenset(["said", "says", "told", "added"])
REPORTING = SAID | {"tells", "asked", "adds", "wrote", "writes", "argued", "announced", "warned", "reported",
                    "found", "ruled", "according"}
# Irregular pasts, and what announces days to come: the nearest of them before a day says which it is.
PASTS = frozenset(["held", "met", "was", "were", "had", "did", "came", "took", "went", "began", "spoke", "wrote",
                   "made", "gave", "left", "found", "broke", "fell", "rose", "won", "lost", "last", "saw", "sent",
                   "put", "hit", "shot", "flew", "grew", "became", "brought", "bought", "thought", "said", "told",
                   "sank", "ran", "stood", "struck", "blew", "died", "fled", "led", "paid", "drew", "drove", "threw"])
COMING = FUTURE | {"could", "should", "due", "scheduled", "expected", "planned", "plans", "plan", "planning", "set",
                   "next", "coming", "upcoming", "until", "till", "invited", "invite", "deadline", "hopes", "hope",
                   "wants", "intends", "slated", "ahead", "begins", "starts", "opens", "expires"}
# What befalls people who are counted without a noun: 14 were hurt.
STRUCK = frozenset(["killed", "hurt", "wounded", "injured", "missing", "evacuated", "arrested", "detained"])
SICK = frozenset(["sick", "ill", "unwell"])  # 29 sick: people
# Verbs that tell nothing of what happened, by their stems: two clauses that have only these may still tell one act;
# and such as say little of who did it.
LIGHT = frozenset(map(first_form, [
    "take", "make", "come", "give", "get", "put", "set", "begin", "start", "hold", "keep", "remain", "stand", "see",
    "need", "use", "used", "want", "show", "find", "call", "become", "involve", "include", "base", "accord", "expect",
    "plan", "due", "happen", "occur", "continue", "follow", "turn", "tell", "add"]))
EMPTY = LIGHT | frozenset(map(first_form, [
    "be", "have", "do", "go", "know", "try", "let", "say", "seem", "appear", "regard", "concern", "cause", "ask",
    "look", "work", "think", "believe", "feel", "hope", "like", "mean", "provide", "bring", "run"]))
# Verbs of saying that name whom they speak to before what is said: told her that.
TO_SOMEBODY = frozenset(["tell", "inform", "assure", "remind", "notify", "brief", "advise", "warn", "urge",
                         "promise", "threaten", "reassure"])
# Loud and low verbs of speaking that take a clause with that: whined that; "the crowd roared that night" is none.
VENTING = frozenset(["whine", "fume", "boast", "brag", "gripe", "grumble", "thunder", "rage", "rant", "snap", "moan",
                     "groan", "crow", "gush", "gloat", "sneer", "scoff", "enthuse", "grouse", "huff", "bluster",
                     "shout", "yell", "scream", "whisper", "mutter", "murmur", "mumble", "bellow", "growl", "hiss"])
# Verbs by which somebody gives his word, and by which he asks others to act: vowed to stay, urged them to stay.
VOWING = frozenset(["vow", "pledge", "promise", "threaten", "swear"])
URGING = frozenset(["urge", "implore", "exhort", "beseech"])
# Verbs that blame or praise, with the word before what for; verbs of judging whose "as" tells a deed: listed as closed.
BLAMING = {"accuse": "of"} | dict.fromkeys(
    ["blame", "criticize", "criticise", "condemn", "praise", "fault", "chide", "scold", "rebuke", "denounce", "mock",
     "ridicule", "applaud", "commend", "berate", "castigate", "slam", "blast", "rip", "lambaste", "laud"], "for")
AS_DEEDS = frozenset(["list", "rank", "rate", "present", "cite", "quote", "lodge", "appeal", "float", "enumerate",
                      "advertise", "greet", "instruct", "request", "propose", "encourage", "express", "apologize",
                      "apologise", "demand", "invoke", "classify", "define", "interpret", "challenge", "oppose",
                      "articulate", "congratulate", "endorse", "nickname"])
# Verbs that only words can do, and such as are verdicts on people, bodies and what was said: slammed the board, a door.
VERDICTS = frozenset(["criticize", "criticise", "denounce", "decry", "deride", "ridicule", "lambaste", "praise", "laud",
                      "rebuke", "berate", "castigate", "disparage", "condemn", "deplore"])
VERDICTS_ON_SPEAKERS = frozenset(["slam", "blast", "mock", "hail", "applaud", "defend", "welcome"])
# Before "to" and an act they tell that nobody did it: declined to say; what a speaker does beside speaking.
REFUSING = frozenset(["decline", "declined", "declines", "declining", "refuse", "refused", "refuses", "refusing",
                      "refusal", "failed", "fails", "failing", "forgot", "neglected", "unwilling", "reluctant",
                      "unable"])
BESIDE_SPEAKING = frozenset(["relying", "citing", "pointing", "referring", "alluding", "quoting", "invoking", "drawing",
                             "speaking", "gesturing", "nodding", "smiling", "laughing", "echoing", "waving",
                             "offering"])
# Verbs behind which an object goes on as the subject of what follows: led him to say.
CAUSING = frozenset(["led", "leading", "leads", "forced", "forcing", "prompted", "prompting", "caused", "causing",
                     "compelled", "pushed", "spurred", "drove", "inspired"])
# Verbs that give a name, that bargain for a thing, that change a wording; participles of those who took part.
NAMING = frozenset(["called", "dubbed", "named", "titled", "entitled", "nicknamed", "christened", "headlined"])
BARGAINING = frozenset(["promise", "promised", "promising", "offer", "offered", "offering", "provide", "provided",
                        "providing", "seek", "sought", "seeking", "obtain", "obtained", "give", "gave", "given",
                        "get", "got"])
CHANGING = frozenset(["changed", "change", "changing", "replaced", "replace", "replacing", "edited", "deleted",
                      "altered"])
TAKING_PART = frozenset(["briefed", "involved", "accused", "charged", "convicted", "suspected", "employed",
                         "interviewed", "surveyed", "polled", "invited", "gathered", "opposed", "linked",
                         "affiliated", "associated"])
# Verbs by which somebody says that something is not so; what one who has spoken does next.
DENYING = frozenset(["deny", "reject", "dispute", "refute", "rebut", "disavow"])
GOING_ON = frozenset(["add", "think", "believe", "recall", "call", "speak"])
# Words beside what somebody admits, denies or knows, which say nothing of it.
PLEADING = frozenset(["admitted", "admits", "confessed", "confesses", "denied", "denies", "charge", "charges", "count",
                      "counts", "known", "know", "learn", "learned", "aware", "told", "heard"])
# What somebody does who is of another mind than the one who spoke before.
OTHER_VIEWS = frozenset(["disagreed", "disagrees", "differed", "differs", "countered", "counters", "defended",
                         "defends", "opposed", "opposes", "doubted", "doubts", "refused", "declined", "dismissed"])
# Words that say no without a not: declined to answer, without an answer, unsafe in place of not safe.
IMPLYING_NO = frozenset(["decline", "declined", "declines", "declining", "refuse", "refused", "refuses", "refusing",
                         "fail", "failed", "fails", "failing", "deny", "denied", "denies", "lack", "lacked", "lacks",
                         "unable", "impossible", "unlikely", "unclear", "unsafe", "unknown", "unaware", "unhurt",
                         "unharmed", "uninjured", "avoid", "avoided", "miss", "missed", "reject", "rejected", "barely",
                         "hardly", "scarcely", "ruled", "dismissed", "absent", "missing", "few", "little", "stopped",
                         "barred", "banned", "safe", "safely", "alive", "peacefully", "free", "zero"])
# Verbs of saying that are deeds as well: "the meeting began on Saturday" and "the court ruled on Friday" tell when.
_DEEDS = frozenset(["began", "held", "continued", "concluded", "rejected", "ruled", "decided", "apologized",
                    "apologised", "offered", "presented", "lodged", "posted", "attacked", "charged", "blasted",
                    "ripped", "dismissed", "greeted", "sang", "painted", "pushed", "pressed", "promoted", "toasted",
                    "ranked", "listed"])
_NO_NOUNS = frozenset(["says", "tells", "writes", "adds", "insists", "argues", "explains", "warns", "comments",
                       "remarks"])
_WHAT_IS_SAID = frozenset(["statement", "interview", "speech", "letter", "tweet", "message", "conference", "comments",
                           "remarks", "briefing"])


class Cue(NamedTuple):
    """A form of a verb that reports: verb, kind (say, find, ask, speak, judge, think), form, also a noun."""

    verb: str
    kind: str
    form: str  # base, third, past (and participle), ing
    noun: bool


@lru_cache
def cue_forms() -> dict[str, Cue]:
    """Return {form: Cue} of all verbs of lists/says.csv; a form that several share goes to the first."""
    forms = {}
    for row in list_rows("says"):
        verb, sort, past = row["verb"], row["kind"], row["past"] or suffix(row["verb"], "ed")
        inflected = {"past": past, "base": verb, "third": suffix(verb, "s"), "ing": _gerund(verb, past)}
        for kind, form in inflected.items():
            forms.setdefault(form, Cue(verb, sort, kind, row["noun"] == "yes" and kind in ("base", "third")))
        forms.setdefault(row["participle"] or past, Cue(verb, sort, "past", False))
    return forms


def suffix(word: str, ending: str) -> str:
    """Return a regular verb or noun with its ending s or ed: deny, denies, denied."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + ("ies" if ending == "s" else "ied")
    if ending == "s":
        return word + ("es" if word.endswith(("s", "x", "ch", "sh", "o")) else "s")
    return word + ("d" if word.endswith("e") else "ed")


def _gerund(verb, past):
    if past.endswith("ed") and len(past) == len(verb) + 3:  # admit, admitted
        return past[:-2] + "ing"
    return (verb if verb.endswith(("ee", "ye")) else verb.removesuffix("e")) + "ing"


@lru_cache
def telling_words() -> frozenset[str]:
    """Return the small-letter words, hyphens parted, without one of which no sentence reports speech."""
    forms = [form for form, cue in cue_forms().items()
             if cue.kind in ("say", "find", "ask", "judge") or cue.verb in VENTING]
    return frozenset(part for form in forms for part in form.split("-")) | {"according", "per"}


@lru_cache
def forms_of(*kinds: str) -> frozenset[str]:
    """Return the past and third-person forms of the verbs of saying of these kinds: said, says, asked, asks."""
    return frozenset(form for form, cue in cue_forms().items() if cue.kind in kinds and cue.form in ("past", "third"))


@lru_cache
def plain_verbs() -> frozenset[str]:
    """Return the finite forms of common verbs that report nothing (lists/verbs.csv)."""
    return listed("verbs")


@lru_cache
def speaking_words() -> frozenset[str]:
    """Return what makes a day beside it that of the words; of present forms only those that are no nouns as well."""
    return frozenset(word for word in _saying() if not word.endswith("s") or word in _NO_NOUNS) - _DEEDS


@lru_cache
def _saying():
    """Return the past and present forms of verbs of saying, and nouns for what is said."""
    forms = frozenset(form for form, cue in cue_forms().items() if cue.form in ("past", "third"))
    return (forms | _WHAT_IS_SAID) - {"talks", "left", "reports", "found"}


@lru_cache
def verb_forms() -> frozenset[str]:
    """Return the forms of irregular and of common verbs, auxiliaries too."""
    return frozenset(groups_of("irregular_verbs")) | listed("verbs") | AUXILIARIES


@lru_cache(maxsize=1 << 16)
def is_verb(word: str) -> bool:
    """Tell whether a folded word looks like the verb of a clause: in -ed, or listed, and no verb of saying."""
    if (len(word) > 4 and word.endswith("ed")) or word in ("died", "sued", "tied", "owed"):
        return True
    return word in _told_forms() and word not in _saying() - _DEEDS


@lru_cache
def _told_forms():
    """Return the listed forms, without first forms and gerunds of irregular verbs, that tell an act."""
    behind = {form for row in read_list("irregular_verbs")["forms"] for form in row.split("|")[1:]}
    told = listed("verbs") | {form for form in behind if not form.endswith("ing")}
    return told - AUXILIARIES - {"done", "doing", "said", "told"}
