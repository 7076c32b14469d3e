"""The words by which people say how they are bound to somebody, how firmly they ask, and that they ask nothing."""

import re
from typing import NamedTuple

from ok_match.model import Strength


class Bond(NamedTuple):
    """How two people are bound: a stable code, how firmly it asks to keep them apart, and the words that tell it.

    ``plain`` bonds are told in any answer; the others only where the answer is about whom to keep apart, or says
    that the other applies too.
    """

    code: str
    strength: Strength
    plain: bool
    cue: re.Pattern[str]


def _words(*cues: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?:{cue})" for cue in cues), re.IGNORECASE)


_EX = r"\b(?:ex|former|old|previous|late|one-?time)[- ]?"
_BUSINESS = r"(?:business[- ]?partners?|co-?founders?|co-?owners?|partners? in the (?:business|firm|company))"

#: In the order in which they are looked for; of two that start at one place the first is taken.
BONDS = (
    Bond("court", Strength.MUST, True, _words(
        r"\blaw ?suits?\b", r"\bsu(?:ed|ing|es|e)\b(?! \w+ (?:and|is|was)\b)", r"\bin court\b", r"\blitigat\w+",
        r"\blegal (?:dispute|action|battle|fight)", r"\badverse to\b", r"\brestraining order\b", r"\bmediation with\b",
        r"\bcourt case\b", r"\barbitration\b",
    )),
    Bond("ex-spouse", Strength.MUST, True, _words(
        _EX + r"(?:husband|wife|spouse|girlfriend|boyfriend|fianc[eé]e?|marriage)\b", r"\bdivorc\w+",
        r"\bused to be married\b", r"\bwere married\b", r"\bmy ex\b(?![- ])", r"\bused to date\b", r"\bsplit up\b",
        r"\bwe dated\b",
    )),
    Bond("former-partner", Strength.MUST, True, _words(
        _EX + r"(?:" + _BUSINESS + r"|partners?)\b", r"\b(?:were|was) (?:my )?(?:business )?partners?\b",
        r"\bused to be (?:my )?(?:business )?partners?\b", r"\bpartners? (?:until|till|til|from \d|before|once)\b",
        r"\bpartnership (?:ended|broke|fell|went|dissol\w+)", r"\bbought (?:me|him|her|them) out\b",
        r"\b(?:he|she|they) and i (?:started|founded|owned)\b",
    )),
    Bond("former-colleague", Strength.MUST, True, _words(
        r"\bused to (?:work|cook|wait|drive|manage|be employed)\b", _EX + r"(?:boss|employer|employees?|manager|colleague"
        r"|coworker|co-worker|assistant|supervisor|staff)\b", r"\b(?:i|we) (?:fired|let go of|laid off)\b",
        r"\b(?:fired|laid off) (?:me|by)\b", r"\b(?:left|quit) (?:me|us|my (?:shop|firm|company)) (?:to|and|for)\b",
        r"\bwas my (?:\w+ ){0,2}(?:chef|manager|assistant|foreman|employee|boss|supervisor|apprentice|intern)\b",
        r"\bworked (?:for|under) (?:me|us|him|her|them)\b",
    )),
    Bond("hierarchy", Strength.MUST, True, _words(
        r"\bmy (?:\w+[- ]){0,2}(?:boss|supervisor|employees?|manager|assistant|foreman|direct reports?|report|staff"
        r"|employer|ed|exec(?:utive)? director|director|deputy|ceo|chef|apprentice|line manager|board chair"
        r"|second[- ]in[- ]command|operations lead|ops manager|gm|general manager|office manager|bookkeeper on staff)\b",
        r"\breports? (?:directly )?to (?:me|us|her|him)\b", r"\bi report to\b", r"\bworks? (?:for|under) (?:me|us)\b",
        r"\bi work (?:for|under)\b", r"\bi(?:'m| am) (?:\w+ )?(?:boss|manager|supervisor)\b", r"\bsigns? (?:his|her|their|my) (?:reviews?|pay)",
        r"\bis (?:also )?(?:my|our) (?:\w+ ){0,2}(?:boss|manager|director|supervisor|employee)\b", r"\bon my (?:payroll|staff|team)\b",
        r"\bi(?:'m| am) (?:his|her|their) (?:boss|manager|supervisor|assistant)\b", r"\bsame (?:company|firm|office|organi[sz]ation|employer)\b",
        r"\bwe work together\b", r"\b(?:my|our) (?:colleagues?|co-?workers?)\b", r"\bi (?:manage|supervise|employ)\b",
    )),
    Bond("spouse", Strength.MUST, False, _words(
        r"\b(?:my|his|her) (?:husband|wife|spouse|partner(?! in)|fianc[eé]e?|girlfriend|boyfriend|other half)\b", r"\bmarried\b",
        r"\bwe live together\b", r"\bdating\b", r"\bsignificant other\b",
    )),
    Bond("family", Strength.MUST, False, _words(
        r"\b(?:my|our|his|her|a) (?:\w+ )?(?:step-?)?(?:sister|brother|mother|father|mom|mum|dad|son|daughter|cousin|uncle|aunt|niece"
        r"|nephew|sibling|parent|in-?law|twin|grand\w+)s?(?:-in-law)?\b", r"\bin-?laws?\b", r"\brelatives?\b", r"\brelated\b(?! to the)",
        r"\bfamily\b(?! (?:business|farm|firm|owned|company|friend))", r"\b(?:sisters?|brothers?|cousins?|siblings)\b",
    )),
    Bond("competitor", Strength.MUST, False, _words(
        r"\bcompet\w+", r"\brivals?\b", r"\bsame (?:customers?|clients?|market|niche|business|trade|stuff|thing|line)\b",
        r"\bsells? (?:exactly )?the same\b", r"\bbids? (?:on|against)\b", r"\bacross the street from (?:me|us|my)\b", r"\bundercut\w*",
        r"\bhead[- ]to[- ]head\b", r"\bpoach\w*",
    )),
    Bond("falling-out", Strength.MUST, True, _words(
        r"\bfall(?:ing)?[- ]out\b", r"\bfell out\b", r"\bbad (?:terms|blood|history)\b", r"\bend(?:ed)? (?:well|badly|poorly)\b",
        r"\bnot (?:speaking|on speaking|on good terms)\b", r"\bdon'?t speak\b", r"\b(?:can'?t|cannot) stand\b", r"\bhistory (?:with|between)\b",
        r"\b(?:have|has|had|with|got) (?:a )?history\b", r"\bwent (?:badly|south|sour)\b", r"\bburn(?:ed|t) (?:me|us)\b", r"\bdon'?t get (?:along|on)\b",
        r"\bdidn'?t get (?:along|on)\b", r"\bharass\w*", r"\bthreat\w*", r"\bstole\b", r"\bdispute\b", r"\bfeud\w*", r"\bconflict with\b",
        r"\bbeef with\b", r"\bclash\w*", r"\braw\b", r"\bsplit .{0,30}\bbadly\b", r"\bmessy\b", r"\bunpleasant\b", r"\bnot friends\b",
    )),
    Bond("landlord", Strength.SHOULD, False, _words(
        r"\blandlords?\b", r"\blandlad(?:y|ies)\b", r"\btenants?\b", r"\brents? (?:from|to)\b", r"\bour lease\b", r"\bleases? (?:from|to|me|us)\b",
        r"\bowns? (?:my|our) building\b", r"\bpay (?:him|her|them) rent\b", r"\bsublet\w*",
    )),
    Bond("debt", Strength.MUST, True, _words(r"\bow(?:es?|ed|ing) (?:me|us|him|her|them|money)\b", r"\bstill owes?\b", r"\bnever paid\b", r"\bunpaid\b",
        r"\bstiffed\b")),
    Bond("adviser", Strength.SHOULD, False, _words(
        r"\b(?:do|does|did|keep|keeps|handles?|run|runs) (?:\w+ ){0,2}(?:books?|taxes|tax|payroll|accounts?|accounting|bookkeeping|legal|insurance|i\.?t\.?|website|marketing)\b",
        r"\b(?:my|our|his|her|their) (?:\w+[- ])?(?:book-?keeper|accountant|cpa|lawyer|attorney|banker|lender|loan officer|insurance agent|coach|therapist|doctor|dentist"
        r"|adviser|advisor|consultant|mentor|agent|broker|realtor|auditor)\b", r"\b(?:i|we) (?:represent|advise|audit|insure|coach|counsel)\b",
        r"\b(?:insures|advises|coaches|represents|audits) (?:me|us|my|our)\b", r"\bholds? (?:my|our|the|their|his|her) (?:\w+ )?(?:loans?|mortgages?|notes?)\b",
        r"\b(?:loan|mortgage) (?:with|from|to)\b", r"\b(?:books|taxes|payroll) for\b", r"\bcloses? (?:most|all|many|some) of (?:my|our)\b", r"\bclient of (?:the|my|our) (?:firm|office|practice)\b",
        r"\bour (?:lawyer|accountant|bookkeeper|banker)s?\b", r"\blend(?:s|ing)? (?:to|me|us)\b",
    )),
    Bond("customer", Strength.SHOULD, False, _words(
        r"\b(?:customers?|clients?|patients?|suppliers?|vendors?|distributors?|contractors?|subcontractors?|subs?|sponsors?|donors?|funders?|investors?|grantees?|guests?)\b(?! service)",
        r"\b(?:buys?|bought|order|orders|purchase|source|sources) .{0,25}\b(?:from|off)\b", r"\bsells? (?:to|\w+ to) (?:me|us|him|her|them)\b", r"\bsuppl(?:y|ies|ied)\b",
        r"\bhires? (?:me|us|him|her|them|my)\b", r"\b(?:a )?parents? of (?:one|some|a)\b", r"\brefers?\b", r"\bsends? (?:me|us) \b", r"\bfunds? (?:me|us|our)\b",
        r"\bprovides? (?:me|us)\b", r"\bserves? (?:me|us|them)\b", r"\bwe (?:clean|cater|deliver|build|print|fix|service|design) (?:for )?(?:his|her|their)\b",
    )),
    Bond("board", Strength.SHOULD, False, _words(
        r"\bon (?:the|my|our|his|her|their) board\b", r"\bboard (?:member|chair|president|treasurer|of)\b", r"\bserve on\b", r"\bsame grant\b",
    )),
    Bond("partner", Strength.MUST, False, _words(
        r"\b(?:my|our) " + _BUSINESS, r"\b" + _BUSINESS, r"\bpartners? with\b", r"\bown .{0,30} together\b", r"\bjoint venture\b", r"\bin business together\b",
    )),
    Bond("friend", Strength.SHOULD, False, _words(
        r"\b(?:best |close |good |old |family )?friends?\b", r"\bneighbou?rs?\b", r"\broom-?mates?\b", r"\bknow (?:each other|him|her|them) (?:too )?well\b",
    )),
)  # fmt: skip

#: Says that somebody applies too, which makes a bond worth telling in an answer about something else.
PRESENT = _words(
    r"\balso (?:\w+ )?(?:appl\w+|join\w+|sign\w+|in (?:this|here)|register\w+|tak\w+ part|enrol\w+|participat\w+|doing this|coming|attend\w+|on (?:this|the) list)",
    r"\b(?:is|are|was|were|has|have|'s|just|already) (?:\w+ )?(?:appl(?:ying|ied)|join(?:ing|ed)|sign(?:ing|ed) up|register(?:ing|ed)|enrol\w+|participating)\b",
    r"\b(?:in|into|of|for|doing|on) this (?:too|one|program\w*|group|season|cohort|circle|list|as well)\b", r"\bin (?:the|your) (?:program\w*|group|cohort|circle)\b",
    r"\b(?:appl(?:ied|ying|y)|sign(?:ed|ing) up|join(?:ed|ing)|in here) (?:too|as well)\b", r"\b(?:applied|signed up)\b", r"\bin every room\b", r"\bone of (?:you|the applicants)\b",
    r"\b(?:in|at) the same (?:group|table|room|circle|cohort|team|one)\b", r"\b(?:sit|be|put|placed|seated) (?:together|apart|with (?:him|her|them))\b",
)  # fmt: skip
#: Asks to be kept apart, in so many words.
APART = _words(
    r"\b(?:keep|kept|put|split|place|seat|separate)\b.{0,40}\b(?:apart|away|separate\w*|up|different)\b", r"\bkeep (?:me|us) (?:apart|away|separate)\b",
    r"\b(?:not|n'?t|never) (?:\w+ ){0,3}(?:be |sit |put |seated |placed )?(?:in|with|at|near|next to|alongside)\b", r"\bplease,? (?:no|not)\b", r"\b(?:no|not)\b[^.]{0,30}\bplease\b",
    r"\bdifferent (?:group|table|circle|cohort|team)s?\b", r"\bseparate (?:group|table|circle|cohort)s?\b", r"\bhave to be separate\b|\bhas to be separate\b", r"\bavoid\b",
    r"\bnot the same (?:group|table|circle|one)\b", r"\bshould(?: not|n'?t) be\b", r"\bsplit us up\b", r"\bnot (?:speak|talk|be) (?:freely|openly|honest)\w*", r"\bhard to (?:be|speak|talk)\b",
    r"\bwere not (?:at|in)\b", r"\brather not\b",
)  # fmt: skip
#: Insists, whatever the reason.
FIRM = _words(
    r"\bplease,? (?:no|not|keep|don'?t|do not|never)\b", r"\bhard no\b", r"\b(?:can'?t|cannot|can not|must not|mustn'?t|won'?t|will not|could not|couldn'?t)\b(?! think| remember| recall| say| complain)",
    r"\bpolicy\b", r"\bhas to be\b|\bhave to be separate\b", r"\bunder no circumstances\b", r"\bno way\b", r"\babsolutely (?:not|no)\b", r"\bdefinitely not\b", r"\bnot going to work\b", r"\bsplit us\b",
    r"\bkeep (?:me|us|him|her|them)\b.{0,25}\b(?:apart|away|separate)", r"\bnever\b", r"\bdeal ?breaker\b(?<!not a dealbreaker)(?<!not a deal breaker)", r"\bstrictly\b", r"\bnot (?:ever|under any)\b",
    r"\b(?:do not|don'?t) (?:put|seat|place|want)\b",
)  # fmt: skip
#: Leaves it to the facilitator, whatever else is said.
HEDGE = _words(
    r"\brather not\b", r"\bprefer\w*", r"\bif (?:at all )?(?:it'?s |that'?s )?possible\b", r"\bif (?:you|we|it|there|that)(?:'s| is)? (?:can|could|\w+ to|be|a choice|an option|okay|ok)\b", r"\bideally\b", r"\bmaybe\b", r"\bperhaps\b",
    r"\bprobably\b", r"\bmight\b", r"\bnot the end of the world\b", r"\bsoft no\b", r"\bnot a (?:big|huge) (?:deal|problem)\b", r"\b(?:would|'d) be (?:\w+ )?nice\b", r"\bnot a deal ?-?breaker\b",
    r"\bnot ideal\b|\bwouldn'?t be ideal\b", r"\bi guess\b", r"\b(?:i'?d|would) like to avoid\b", r"\bwhere possible\b", r"\bno hard feelings\b", r"\bi think (?:he|she|they) (?:isn'?t|aren'?t|is not|may)\b", r"\bsurviv\w+",
    r"\b(?:could|can) live with\b", r"\bnot (?:super |very |so )?(?:keen|thrilled)\b", r"\bunless (?:you|there)\b",
)  # fmt: skip
#: Tells unease: asks softly, where neither the bond nor the words insist.
QUALM = _words(
    r"\bawkward\w*", r"\bweird\b", r"\b(?:would|'d|may|might|could) (?:be|feel) (?:\w+ )?(?:odd|strange|funny)\b", r"\buncomfortable\b", r"\bnervous\b", r"\bhesita\w+", r"\bcareful\b", r"\bnot (?:super |very |so |too )?comfortable\b", r"\bslight\w*",
)  # fmt: skip
_GOOD = r"(?:fine|ok(?:ay)?|good|great|happy|glad|cool|comfortable|delighted|welcome|easy|no problem|lovely)"
#: Says that there is nothing against somebody.
WELCOME = _words(
    r"\b(?:no|not (?:a|any)|zero|without|never (?:had )?(?:a|any)|don'?t have (?:a|any)|haven'?t (?:a|any)|have no) (?:\w+ ){0,2}(?:problems?|issues?|objections?|concerns?|trouble|worries|qualms|complaints?|beef)\b",
    r"(?<!not )(?<!n't )(?<!n’t )(?<!be )\b" + _GOOD + r" (?:to (?:be|sit|work|share)|with|being|sharing|sitting)\b",
    r"\b(?:do not|don'?t|doesn'?t|wouldn'?t|would not) (?:mind|care|matter|bother)\b", r"(?<!not )\b(?:sit|be|work|happy|along) with (?:any|every|who)(?:one|body|ever)\b(?! (?:from|in|at|who|else|but|except))", r"\b(?:is|are|am|i'm|it's|that's|he's|she's|they're|we're|be) (?:all |totally |absolutely |just |also |both |perfectly |probably )?" + _GOOD + r"\b(?! friends? and)",
    r"(?<!n't )(?<!not )(?<!n’t )\bget(?:s|ting)? (?:along|on)\b", r"\b(?:would|'d|we'd|i'd) (?:even |actually |really )?(?:love|like) (?:to be|to sit|one|being|having)\b", r"\b(?:love|loved|enjoy|admire) (?:to|working|being|learning|him|her)\b",
    r"\bnothing against\b", r"\beither way\b", r"\bprobably (?:fine|ok(?:ay)?)\b", r"\b(?:please|pls) (?:put|seat|keep) (?:me|us) (?:with|together)\b", r"\bwant to (?:be|sit) with\b", r"\btogether (?:is|would be) (?:fine|ok|great|good)\b",
    r"\ball good\b", r"\bsame (?:group|table|circle|cohort) (?:is|would be) (?:fine|ok|okay|great|good)\b", r"\bno need to (?:separate|split|keep)\b", r"\bneedn'?t be\b",
)  # fmt: skip
#: After "but": takes the welcome back.
UNEASE = _words(
    r"\b(?:awkward|weird|odd|uncomfortable|nervous|strange|careful|hesita\w+|hard|tense|difficult)\b", r"\brather not\b", r"\bprefer\b", r"\bapart\b", r"\bavoid\b", r"\bseparate\b", r"\bnot (?:with|together|the same|at|in)\b",
    r"\b(?:he|she|they|it) (?:isn'?t|is not|aren'?t|are not|wouldn'?t|might not|may not|doesn'?t|won'?t)\b", r"\bplease (?:no|not|keep|don'?t)\b", r"\bdifferent (?:group|table|circle|cohort)s?\b", r"\bdon'?t want\b",
)  # fmt: skip
#: Nobody is to be kept apart: an answer, or the start of one, that says so.
NOBODY = re.compile(
    r"""\W*(?:
      (?:no|nope|nah|none|nil|nobody|no[- ]?one|not\ (?:really|applicable|that\b.*|at\ all|yet|currently|one)|n/?a|nothing|never|negative
       |no\ (?:thanks?(?:\ you)?|conflicts?(?:\ of\ interest)?|preferences?|restrictions?|issues?|problems?|concerns?|objections?|worries|competitors?)
       |(?:i\ )?(?:can'?t|cannot|couldn'?t|can\ not)\ think\ of\ (?:any\w*|no\w*|some\w*)(?:\ .*)?
       |(?:nobody|no\ one|none|nothing)\ (?:comes|springs|that|here|in|i|at|to|who|yet|really|special|specific|particular).*
       |any(?:one|body)\ (?:is|will\ be|works|would\ be)\b.*|every(?:one|body)\ (?:is|will)\b.*
       |(?:i'?m|i\ am|we'?re|all)\ (?:good|fine|easy|open|ok(?:ay)?|set|happy)\b.*|happy\ (?:with|to\ be\ with)\ (?:any|every|who)\w*.*
       |don'?t\ (?:care|mind|know\ any\w*|think\ so)\b.*|i\ (?:don'?t|do\ not)\ (?:think\ so|have\ any\w*|know\ (?:any|of)\w*|mind|care|believe\ so)\b.*
       |whoever\b.*|up\ to\ you\b.*|open\ to\ (?:any|every)\w*.*|no\ (?:one|body)\ i\ know\ of.*|not\ to\ my\ knowledge
       |ningun\w*|ninguén|nadie\b.*|ning[uú]n\w*\ .*|aucun\w*|personne|niemand\w*|keine\w*|kein\w*|nessuno
      ))(?:[,\s]+(?:thanks?(?:\ you)?|really|at\ all|here|sir|please|tbh|haha|lol|i'?m\ (?:good|easy|open)|all\ good))*\W*""",
    re.IGNORECASE | re.VERBOSE,
)  # fmt: skip
#: "No one but Greg", "anyone except Greg is fine": what follows is meant all the same.
EXCEPT = re.compile(
    r"\b(?:any ?one|any ?body|every ?one|every ?body|no[- ]?one|nobody|none)\b.{0,20}?\b(?:but|except(?: for)?|other than|apart from|besides|save|bar)\b",
    re.IGNORECASE,
)  # fmt: skip
#: "Not Ivan himself": an exception from what was asked.
SPARED = re.compile(r"\bnot (?P<who>[^,.;:!?]{2,40}?),? (?:him|her|them)sel(?:f|ves)\b", re.IGNORECASE)
