"""Offices of people and the bodies they speak for: which words are one office, which two nobody holds."""

# What somebody was or is to be, and is not now.
FORMER = frozenset(["former", "formerly", "then", "ex", "future", "incoming", "outgoing", "next", "late", "onetime",
                    "retired"])
# Before an office: that of another, lower person.
UNDER = frozenset(["vice", "deputy", "assistant", "associate", "junior"])
# Offices that are other things as well, and so in no list.
DOUBTFUL_OFFICES = frozenset(["executive", "general", "head", "deputy", "leader", "founder", "owner", "father",
                              "mother"])
# Offices whose deputies are called by the bare word too: an assistant professor is a professor to a newspaper.
LOOSE_OFFICES = frozenset(["professor", "attorney", "spokesman", "coach", "justice", "judge", "editor",
                           "president"])
# Generals of no army: the attorney general is not the solicitor general.
GENERALS = frozenset(["attorney", "auditor", "comptroller", "inspector", "postmaster", "solicitor", "surgeon"])
# What stands between "chief" and "officer", and the post that it makes: beside the chief executive, who leads.
CHIEFS = {"operating": "coo", "operations": "coo", "financial": "cfo", "finance": "cfo", "technology": "cto",
          "technical": "cto", "medical": "cmo", "information": "cio", "marketing": "chief marketing",
          "legal": "chief legal", "security": "chief security", "scientific": "chief scientific"}
# Posts that every body has: the leader of one text is not that of another, and the chief of a board no other board's.
OF_ANY_BODY = frozenset(["chief", "boss", "head", "leader", "director", "manager", "chairman", "chairwoman", "chair",
                         "chairperson", "captain", "coach", "founder", "owner", "representative", "officer", "editor",
                         "hopeful", "candidate"])
# Who speaks for a firm or club, and words beside these posts that say nothing of whose they are.
SPEAKS_FOR_A_FIRM = OF_ANY_BODY - {"captain", "coach", "candidate", "hopeful", "editor", "officer"} | {
    "executive", "ceo", "president", "vice-president", "spokesman", "spokeswoman", "spokesperson", "secretary"}
OF_NO_FIRM = frozenset(["the", "its", "their", "a", "an", "managing", "general", "former", "deputy", "acting", "new",
                        "commercial", "operating", "operations", "interim", "senior", "regional", "company", "firm",
                        "group", "operator", "contractor", "supplier", "airline", "bank", "publisher", "corporation"])
# Words for one office.
SAME_OFFICE = {"spokeswoman": "spokesman", "spokesperson": "spokesman", "chairwoman": "chairman", "chair": "chairman",
               "chairperson": "chairman", "congresswoman": "congressman", "chief": "head", "boss": "head", "leader":
               "head", "ceo": "executive", "prosecutor": "attorney", "envoy": "ambassador"}
PLAIN = frozenset([*SAME_OFFICE, "senior", "general", "executive", "managing", "acting", "officer"])
# Posts that lists/offices.csv has for nameless people.
MORE_OFFICES = frozenset(["consul", "clerk", "cfo", "coo", "cto", "cio", "constable", "corporal", "major",
                          "operator"])
# Offices that are officers by another word than chief.
OFFICERS = frozenset(["returning", "presiding", "electoral"])
# Sorts of offices, of which nobody holds two of one sort.
OF_STATE = frozenset(["minister", "ambassador", "consul", "premier", "chancellor", "secretary", "governor", "mayor",
                      "commissioner", "attorney", "ombudsman", "auditor", "registrar", "comptroller",
                      *(f"{sort} officer" for sort in OFFICERS)])
OF_FIRMS = frozenset(["general secretary", "manager", "chairman", "president", "executive", "director",
                      "treasurer", "clerk", *CHIEFS.values(),
                      "curator", "principal", "headteacher", "headmaster", "headmistress", "dean", "rector",
                      "provost", "warden", "foreman", "forewoman", "superintendent", "operator", "chaplain", "vicar"])
# Bodies whose head holds an office of state.
DEPARTMENTS = frozenset(["department", "ministry", "embassy", "office", "agency", "bureau", "directorate", "division"])
RANKS = frozenset(["inspector", "sergeant", "constable", "lieutenant", "captain", "major", "colonel", "corporal",
                   "sheriff"])
# Offices of a chamber of a parliament.
OF_CHAMBERS = frozenset(["president", "speaker", "majority", "minority", "leader", "head", "whip"])
# Words of an office beside the noun: the foreign minister, the house majority leader.
PORTFOLIOS = frozenset(["acting", "attorney", "defence", "defense", "energy", "finance", "first", "foreign",
                        "general", "government", "health", "house", "interior", "justice", "labor", "labour",
                        "majority", "military", "ministry", "minority", "opposition", "press", "prime", "state",
                        "trade"])
BESIDE_OFFICES = PORTFOLIOS | UNDER | {"former"}  # words that stand before an office and say which
# Nouns by which a body is called that has been named before: the company said.
FIRMS = frozenset(["agency", "airline", "bank", "charity", "club", "company", "contractor", "firm", "group",
                   "hospital", "operator", "organisation", "organization", "publisher", "school", "supplier",
                   "union", "university"])
GENERIC_BODIES = FIRMS | {"administration", "association", "board", "campaign", "committee", "council", "court",
                          "department", "government", "institute", "ministry", "network", "office", "party"}
# Sorts of bodies: one of a sort may be called by another noun of it (the bureau: the agency), not by those of others.
SORTS = (
    frozenset([*DEPARTMENTS, "administration", "authority", "board", "commission", "inspectorate", "institute",
               "service", "treasury"]),
    frozenset(["board", "commission", "committee", "council", "panel", "tribunal"]),
    frozenset(["administration", "government"]),
    frozenset(["alliance", "association", "campaign", "charity", "club", "coalition", "federation", "foundation",
               "fund", "group", "guild", "institute", "league", "network", "organisation", "organization", "project",
               "society", "trust", "union"]),
    FIRMS - {"charity", "club", "hospital", "school", "union", "university"} | {"corporation", "network"},
)
# Sorts that need not say of themselves what they are: Corran, Norhaven Energy, Open Hands.
UNTOLD = SORTS[3] | SORTS[4] | FIRMS
