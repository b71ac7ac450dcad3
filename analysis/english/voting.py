"""Words of votes: who votes, and what is said of any vote."""

# Who votes, by body: a council and a committee vote apart, councillors are the council.
BODIES = {
    "council": ("council", "councils", "councillors", "councilors", "aldermen"),
    "commission": ("commission", "commissioners"),
    "board": ("board", "trustees", "governors"),
    "committee": ("committee", "subcommittee"),
    "chamber": ("senate", "senators", "representatives", "lawmakers", "legislators", "parliament", "deputies", "mps",
                "tds", "assembly", "legislature", "congress"),
    "court": ("court", "justices", "judges", "tribunal", "bench"),
    "jury": ("jury", "jurors"),
    "members": ("crews", "nurses", "union"),
    "public": ("voters", "townspeople", "shareholders", "supporters"),
}
# What is said of any vote and tells nothing of what was voted on.
VOTING = ("vote", "votes", "voted", "voting", "ballot", "ballots", "pass", "passed", "approve", "approved", "approval",
          "reject", "rejected", "back", "backed", "adopt", "adopted", "endorse", "endorsed", "defeat", "defeated",
          "carry", "carried", "support", "supported", "oppose", "opposed", "decide", "decided", "decision", "agree",
          "agreed", "favour", "favor", "against", "majority", "margin", "result", "count", "tally", "certify",
          "certified", "ratify", "ratified", "elect", "elected", "members", "member", "motion", "accept", "accepted",
          "win", "won", "lose", "lost", "endorsement", "rejection")
