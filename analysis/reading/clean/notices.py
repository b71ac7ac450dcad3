"""Sentences that a page says of itself: notes on its article, calls to its readers, offers, errors.

Each rule looks at one text and knows nothing of its place on the page.  A phrase is not enough: somebody must be
spoken to, or the article, the site or the outlet spoken of, since laws forbid cookies and beetles first appear too.
"""

import regex

from ...rules import Rule, RuleList

_I = regex.IGNORECASE
_LABEL = (r"(?:correction|clarification|update|updated|editor['’]?s['’]? note|editors['’] note|note|amendment"
          r"|disclaimer)s?"
          r"\b[^.]{0,40}?[:.–—-]\s*")
_THING = r"(?:article|story|report|piece|post|page|column|headline|item|review|transcript)"
_NOTE = regex.compile(
    rf"(?:{_LABEL}(?:this|the|our|an earlier version of (?:this|the))|(?:this|our|an earlier version of (?:this|the)))"
    rf" {_THING}\b.{{0,60}}?\b(?:was|were|is|has been|have been|had been|will be|contains?|includes?"
    r"|originally|previously|incorrectly|mis\p{L}+|first)\b", _I)
_CHANGED = regex.compile(
    r"\b(?:amended|updated|corrected|changed|edited|revised|published|republished|clarified|removed"
    r"|contains? (?:descriptions|"
    r"details|language|images|spoilers|references|graphic)|to (?:include|reflect|make clear|clarify|correct|add)|said"
    r"|stated|gave"
    r"|named|misspell\p{L}*|misstat\p{L}*|misidentif\p{L}*|earlier version|produced|written|first)\b", _I)
_LABELLED_NOTE = regex.compile(
    r"(?:correction|clarification|editor['’]?s['’]? note|editors['’] note)s?\b[^:]{0,30}:\s", _I)
_ABOUT_TEXT = regex.compile(r"\b(?:article|story|report|version|headline|piece|caption|column|post|misspelled"
                            r"|misstated)\b", _I)
_WRITER = regex.compile(r"about the (?:author|writer|reporter|journalist)s?\s*(?:[:–—-]|(?i:$)|(?-i:\p{Lu}))", _I)
_PAPER = (r"(?:newspaper|magazine|website|news (?:site|website|agency|organi[sz]ation|outlet|service|magazine)|newsroom"
          r"|weekly"
          r"|daily|broadcaster|publication|nonprofit|non-profit|journal|paper)")
_SELF = regex.compile(
    rf"(?:The )?(?:\p{{Lu}}[\p{{L}}’']+ ){{1,4}}is (?:an?|the) (?:\p{{L}}[\p{{L}}-]* ){{0,4}}{_PAPER}\b"
    r".{0,120}\b(?:founded|owned|published|independent|readers|based|covering|dedicated|funded|journalism)\b")
_CALLS = regex.compile(
    r"(?:keep|stay) (?:watching|reading|listening|tuned|with)\b.{0,80}\bfor (?:the latest|more|updates|details|news"
    r"|live)\b"
    r"|(?:watch|tune in to|listen to|check back (?:with|here)?|come back|return)\b.{0,60}\bfor (?:more|the latest"
    r"|updates|details|live)"
    r"|.{3,60}\bwill (?:bring|have|provide|update|keep)\b.{0,20}\b(?:more|you|this (?:story|page|article)"
    r"|updates)\b.{0,40}"
    r"\b(?:as (?:we|they|it|more|soon|details)|when|once|throughout|shortly|soon)\b"
    r"|(?:we|our reporters|our team) will (?:update|bring|keep|have)\b"
    r"|more (?:on this story|details|to follow|updates?)\b.{0,30}(?:follow|soon|come|shortly)", _I)
_MONEY = regex.compile(
    r"(?:our|the) (?:readers?|supporters?|members?|subscribers?|donors?)\b.{0,40}\b(?:make|makes|keep|keeps|pay|pays"
    r"|fund|funds)\b"
    r".{0,40}\b(?:our|us|this|possible|work|journalism|reporting)\b"
    r"|(?:please )?(?:give|donate|contribute|chip in|pledge) (?:what you can|today|now|monthly|a \p{L}+|to (?:us"
    r"|our))\b"
    r"|(?:help|support) (?:us|our (?:work|journalism|reporting|reporters|newsroom))\b"
    r"|(?:if you|you) (?:value|like|enjoy|rely on|read) (?:our|what we|this)\b", _I)
_INVITES = regex.compile(
    r"(?:^|[.!?:–—-] )(?:please )?(?:sign up|subscribe|click|register|join|read (?:more|on)|learn more|find out more"
    r"|enter|log in|tap"
    r"|sign in|follow)(?: \p{L}+){0,3} here\b[.!]?$"
    r"|^please (?:look out for|check (?:your|our)|note that (?:comments|this)|try again|allow|accept|confirm|whitelist"
    r"|add us)\b"
    r"|\bwe could not (?:add|find|process|verify|send)\b.{0,40}\b(?:your|address|account|page)\b"
    r"|^(?:thank you|thanks) for (?:voting|reading|signing|subscribing|your (?:vote|support|interest|feedback))\b"
    r"|\b(?:thank you|thanks) for voting\b", _I)
_CONSENT = regex.compile(
    r"\b(?:partners|vendors|advertisers|we)\b.{0,60}\b(?:store|access|process|collect|share"
    r"|use)s?\b.{0,80}\b(?:on your device|your"
    r" (?:data|device|browser)|cookies|personal data|advertis\p{L}+|identifiers)\b"
    r"|\b(?:cookies?|consent|privacy settings|personal data)\b.{0,60}\b(?:on this (?:site|website|page)|our site"
    r"|your (?:consent|"
    r"choices?|browser|device|privacy))\b", _I)
_LEFT = regex.compile(
    r"\byou(?:['’]ve| have)? .{0,20}\b(?:\d+|one|two|three|four|five|no|used|read|reached)\b.{0,30}\b(?:free"
    r"|complimentary|monthly)?\s*"
    r"(?:stories|articles|story|article|reads?|views?|limit)\b.{0,20}\b(?:left|remaining|this (?:month|week)|of)\b"
    r"|\bthis (?:article|story|content|page) is (?:only |exclusively |reserved )?for (?:paying )?(?:subscribers"
    r"|members)\b", _I)
_NO_TEXT = regex.compile(
    r"(?:(?:the )?full text (?:is )?(?:not|un)\s*available|(?:the )?(?:article|document|text|page|content"
    r"|story)\b.{0,60}\b(?:not (?:be )?"
    r"(?:found|available|exist|displayed|loaded)|no longer (?:available|exists?)|does(?: not|n['’]t) exist|unavailable"
    r"|has been"
    r" (?:moved|removed|deleted|withdrawn)|expired)|page not found|(?:error )?40[34]\b|403 forbidden|access (?:denied"
    r"|to this page)"
    r"|(?:we['’]?(?: a)?re )?sorry,? (?:but )?(?:there (?:is|was) an error|we (?:can|could)(?:not|n['’]t)|this page"
    r"|the page|something)"
    r"|an (?:unexpected )?error (?:has )?occurred|something went wrong|please (?:try again|enable javascript"
    r"|verify (?:that )?you)"
    r"|are you a (?:robot|human)|checking your browser|just a moment|no (?:text|content|article|abstract)s? (?:is "
    r"|are )?available"
    r"|text (?:is )?not available|abstract only|image only)", _I)


def _is_note(text):
    if _NOTE.match(text) and _CHANGED.search(text):
        return True
    return bool(_LABELLED_NOTE.match(text)) and bool(_ABOUT_TEXT.search(text))


def _is_told(text):
    """Tell whether somebody is said to say it, so that it is a quotation of the story."""
    return bool(regex.search(r"[\"“”„]|\b(?:said|says|told|added|laughs|wrote)\b", text))


def _example(text):
    return NOTICES.decide(text)[0]


NOTICES = RuleList("Which sentence does the page say of itself?", (
    Rule("note of correction or update", _is_note,
         "What tells of an earlier version of the article is about the article, whatever its verb of saying.",
         yes=("This story was corrected on 3 May. An earlier version said that the bath would cost nine million.",
              "Correction: The article misspelled the name of the keeper.",
              "Editor's note: This report contains descriptions of a drowning.",
              "UPDATE (10:15): This article has been changed to include a statement of the keeper."),
         no=("A correction by the council followed: an earlier version of the plan had named another price.",
             "This story was told by every swimmer in Ellby.", "The report was published by the council in May.")),
    Rule("note about the writer", lambda text: _WRITER.match(text) and len(text.split()) > 3,
         "What tells of the writer is not the story.",
         yes=("About the author: Bo writes about baths.", "About the Author Bo Hale is a writer in Ellby."),
         no=("About the author nothing is known in Ellby.",)),
    Rule("the outlet about itself", _SELF.match, "What the outlet prints about itself is not the story.",
         yes=("The Ellby Echo is an independent newspaper, founded in 1921 and owned by its readers.",),
         no=("The Ellby Echo is late today.", "Norhaven is a town founded in 1300.")),
    Rule("call to viewers or readers", lambda text: _CALLS.match(text) and not _is_told(text)
         and len(text.split()) < 30,
         "A station that asks to keep watching speaks for itself.",
         yes=("Keep watching Norhaven 5 for the latest on this story.",
              "Norhaven 5 will bring you more as we learn it.",
              "We will update this page when more is known."),
         no=("Keep watching the river, the mayor told them.", "The council will have more money next year.",
             "The police will bring him to court on Monday.")),
    Rule("appeal for money", lambda text: _MONEY.match(text) and not _is_told(text) and len(text.split()) < 40,
         "An appeal for money is the page's.",
         yes=("Our readers make our work possible. Give what you can today.", "Give what you can to our newsroom."),
         no=("The readers of Ellby paid for a new library.", "Give the bath back to the town, she wrote.")),
    Rule("invitation or answer of a form", lambda text: _INVITES.search(text) and not _is_told(text)
         and len(text.split()) < 40, "A form speaks to who fills it in.",
         yes=("Please look out for our letter tonight.", "We could not add your address to our list.",
              "The Tide: our reporters explain the coast, every day at seven. Sign up here.", "Thank you for voting!"),
         no=("She asked them to sign up here and there.", "Thanks for the bath, he said.")),
    Rule("question for consent", lambda text: _CONSENT.search(text) and regex.search(r"\b(?:your|we|our|this site)\b",
                                                                                     text, _I)
         and not _is_told(text), "The question for consent is the page's.",
         yes=("Ellby Echo and its 214 partners store and read information on your device to show you advertisements.",
              "The use of cookies on this site is described in our policy."),
         no=("The bill forbids the use of cookies by shops that sell to children.",
             "The partners of the mayor share his data with shops.")),
    Rule("free stories left", _LEFT.search, "How many free articles are left is the page's.",
         yes=("You have 2 free stories left this month.", "This story is reserved for paying members."),
         no=("You have two sons left, the judge told her.", "The shop has three free places left this month.")),
), _example)


def is_no_article(text: str) -> bool:
    """Tell whether a whole file of few words says only that there is no text: an error, a page that is gone."""
    words = text.split()
    if not 1 < len(words) <= 60 or regex.search(r"\b(?:said|says|told)\b", text):
        return False
    return any(_NO_TEXT.match(line.strip()) for line in regex.split(r"\n|(?<=[.!?])\s", text) if line.strip())
