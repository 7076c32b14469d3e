"""Words by which a question shows that it asks for something else than the field that it looks like."""

import re

#: By field, what else its words are used for. The patterns are held against a question in lower case without marks.
_OTHERS = {
    "availability": (
        r"\b(meals?|menus?|dish|food|eat|diet\w*|lunch (order|choice|option|preference)s?|catering|snacks?|breakfast options?)\b",
        r"\b(busiest|quietest|slowest|best[- ]selling|peak|high|low|off) (season|day|days|month|months|time|times|hours?|weeks?)\b"
        r"|\b(busiest|quietest|slowest)\b|\b(what|which|your|main|sales|tourist|harvest|growing|holiday) seasons?\b",
        r"\b(deliver\w*|shipments?|suppliers?|trucks?|opening hours|open for business|business hours|hours of operation"
        r"|market days?|pay ?days?|trading|open to (the )?(public|customers))\b",
        r"^(?!.*\b(can|could|would|are) you (meet|come|attend|make|join|available|free)\b)"
        r".*\b(events?|conferences?|trade fairs?|fairs?|festivals?|newsletter|podcast|webinars?|book clubs?)\b",
        r"\b(born|birth\w*|founded|start(ed)? (your|the) (business|company)|holidays?|vacations?|arriv\w+|flights?|travell?ing|check[- ]?in)\b",
        r"\bdo you (usually |normally |generally |typically )?(open|close|start|begin|finish|work|get up|eat)\b",
        r"\b(best|good) (time|day|days|times) to (call|phone|reach|ring|contact|text)\b",
        r"\bavailab\w* (funds?|capital|budget|cash|stock|space|rooms?|positions?|jobs?|staff)\b|\bproducts?\b",
        r"\b(most productive|do your best (work|thinking)|wake|get up|go to bed|sleep|exercise|gym|favou?rite)\b",
    ),
    "email": (
        r"\b(share|give|pass on)\b",
        r"\b(newsletters?|marketing|provider|software|per day|a day|platform|campaigns?|signature|opt[- ]?in)\b",
        r"\b(assistant|secretary|spouse|partner|emergency|referr\w+|referee|manager|boss|supervisor|accountant|billing"
        r"|colleague|friend)('?s)?\b.*\be-?mail|\be-?mail\b.*\bof (your|a|the) (assistant|spouse|partner|manager|boss|friend)\b",
    ),
    "organisation": (
        r"\b(web ?site|url|link|linkedin|address|phone|number)\b",
        r"\b(company|business|firm) (car|cars|van|vehicle|size|culture|values?|policy|policies|retreat|trip|phone|laptop|card"
        r"|age|history|story|motto|mission|colou?rs?|structure|type|model|plan|book|books|tool|tools|travel|hours|form)\b",
        r"\b(admire|role model|look up to|dream|inspir\w+|envy|love to (run|own|lead|work)|like to (work|be))\b",
        r"\b(previous|former|earlier|past|last|first|ex|favou?rite|favorite|ideal|partner'?s|spouse'?s|parents?'?)\b.*"
        r"\b(company|business|firm|employer|organi[sz]ation|workplace)\b",
        r"\b(compet\w*|sponsors?|clients?|customers?|suppliers?|vendors?|insur\w+|bank|software|growing|accountant"
        r"|memberships?|donate|support)\b",
    ),
    "industry": (
        r"\b(events?|conferences?|fairs?|awards?|associations?|magazines?|news\w*|podcasts?|contacts|publications?|trends?"
        r"|leaders? (do )?you|bodies|standards?|certificat\w+|experience|insights?|peers|speakers?|jargon|books?)\b",
        r"\b(admire|learn (more )?(from|about)|curious|dream|avoid|previous|former|leave|switch|years|how long)\b",
        r"\btrade (show|union|fair|in|name|mark|secret|school|off|association|magazine)s?\b",
        r"\bfield (trip|visit|of view|day|hockey)s?\b",
    ),
    "role": (
        r"\brole[- ]?(model|play\w*|reversal)s?\b|\bmodel roles?\b",
        r"\b(market|financial|cash|legal|tax) position\b|\bposition (on|in the market|towards)\b|\bpositioning\b",
        r"\b(dream|ideal|next|first|previous|former|favou?rite) (role|job|position|title)\b|\bopen (roles?|positions?)\b"
        r"|\broles? (to fill|you are hiring|are you hiring)\b|\bhir\w+\b",
        r"\b(spouse|partner|parent)s?('?s)? (role|job|position)\b|\btitle of\b|\b(book|film|movie|talk|song)\b",
    ),
    "town": (
        r"\baddress\b",
        r"\b(dream|favou?rite|ideal|best|next|holiday|vacation|travel|visit|born|birth|grew up|grow up|childhood|retire|admire"
        r"|second|expand\w*|like to (live|move|open|be)|love to (live|move|open|be)|would you (move|live))\b",
        r"\b(town|city) (hall|council|centre|center|planning|tax|permit|government|grant|break)s?\b",
        r"\bplace (to|for)\b|\bin (the )?first place\b|\blocations? (do you|you) (run|have|own)\b|\bhow many\b",
        r"\b(bank|supplier|customers?|clients?|warehouse|emergency)\b",
    ),
    "name": (
        r"\b(pet|dog|cat|project|product|brand|spouse|partner|husband|wife|child\w*|kids?|emergency|assistant|manager|boss"
        r"|supervisor|accountant|referr\w+|referee|sponsor|team|book|building|venue|school|course|event|file|domain|account"
        r"|bank|mentor|coach|doctor|group|cohort|chapter)('?s)? (full )?name\b",
        r"\bname of\b|\b(brand|trade|user|file|domain|maiden|nick|stage)[ -]?names?\b",
    ),
    "first_name": (r"\b(emergency|spouse|partner|assistant|manager|recipient|referr\w+)\b",),
    "last_name": (r"\b(emergency|spouse|partner|assistant|manager|recipient|referr\w+)\b",),
    "keep_apart": (
        r"\bsets? (you|us|your|it|them)\b.*\bapart\b|\b(tell|stand|far|fall\w*|come|take) \w* ?apart\b",
        r"\bavoid (burn\w*|waste|mistakes?|costs?|tax\w*|debt|risks?|stress|turnover)\b",
        r"\b(foods?|drinks?|allergens?|topics?|times?|days?|dates?) (you |to |that you )?.*\bavoid\b|\btimes to avoid\b",
        r"\b(who|what) are your (main|biggest|top|key|direct|closest)?( \w+)? ?competitors\b|\b(main|biggest|top|key) competitors?\b"
        r"|\bcompetitors?\b.*\b(better|pric\w+|market|admire|learn|doing|advantage|differ\w*|compare\w*)\b|\bhow many competitors\b",
        r"\b(resolv\w+|handl\w+|manag\w+|deal\w* with) (a |any )?conflicts?\b|\bconflict (resolution|management|style)\b",
        r"\b(customers?|clients?|suppliers?|employees|staff|investors?)\b.*\bavoid\b",
    ),
    "sit_with": (
        r"\b(speakers?|authors?|admire|dream dinner|dinner|lunch|coffee|celebrit\w+|histor\w+|dead|famous|heroe?s?|inspir\w+"
        r"|role models?|idols?|podcast\w*|influenc\w+|book|movie|film|public figure|guest)\b",
        r"\b(hire|employ|customers?|clients?|suppliers?|investors?|do business|trade)\b",
        r"\b(learn (more )?from|be like|become|swap|trade places)\b|\bwho would you (love|like) to meet\b(?!.*\b(group|cohort|circle|table|here)\b)",
    ),
    "offers": (
        r"\b(need|want|get|receive)\b",
        r"\b(share|offer) (an? |the |your )?(office|space|desk|ride|car|room|price|hotel|flat|apartment|photo\w*|e-?mail)\b"
        r"|\bcar ?(share|pool)\w*\b|\b(special|job|discount) offers?\b",
        r"\bwould you like (us )?to (offer|teach|share)\b|\bshould we\b",
        r"\bcustomer experience\b|\bexperience (of|with) (the|this|our|last)\b|\buser experience\b",
    ),
    "obstacles": (
        r"\bsolves?\b|\bsolved?\b|\bproblem solv\w+\b",
        r"\b(charity|ice bucket|fitness|sports?|running|hiking|step) challenges?\b|\bobstacle (course|race|run)\b",
        r"\b(customers?'?|clients?'?) (problems?|challenges?|obstacles?)\b|\bproblems? (do|does) your (customers?|clients?)\b",
    ),
    "opportunities": (
        r"\bequal opportunit\w+\b|\b(job|volunteer\w*|sponsor\w*|advertising|photo) opportunit\w+\b|\bopen (house|day|evening)s?\b",
    ),
    "goals": (
        r"\b(football|soccer|hockey|scored|goalkeep\w*|favou?rite team)\b|\b(newsletter|sales) goals? (met|reached)\b",
    ),
    "team_size": (
        r"^(?!.*\b(employ\w*|work (in|for|at)|staff|paid|ftes?|headcount)\b).*\b(children|kids|grandchildren|siblings?|family|household|pets?|dogs?|cats?|cars?|countries|guests?|bring\w*|plus ones?"
        r"|friends|followers|subscribers|customers?|clients?|books?|hours|days|events?|cohorts?|in your group|group size)\b",
        r"\bpeople (attend|come|visit|live|do you (serve|feed|reach|help|know))\b|\b(serve|know|invite|follow\w*)\b",
        r"\b(should|would you like|ideal)\b",
    ),
    "revenue": (
        r"\b(sales|revenue) (channels?|team|people|person|staff|pitch|process|tools?|tax|software|strategy|training|cycle|funnel|jobs?)\b",
        r"\b(staff|employee|team|member) turnover\b|\bturnover (of|among|in) (staff|your team|employees|people)\b",
        r"\bbudget (approval|holder|cycle|software|tool)s?\b|\bbudget for (?!.*\b(organi|year|last|20\d\d|fiscal|your))|\bsource of (revenue|income)\b"
        r"|\b(training|travel|marketing|household|holiday) budget\b",
    ),
    "years": (
        r"^(?!.*\b(in business|run(ning)?|led|leading|own(ed|ing)?)\b).*\b(abroad|overseas|lived?|living|married|marriage|parent\w*|old|age|school|universit\w*|college|retire\w*|until|driv\w*"
        r"|in (this |the )?(town|city|country|area|region|neighbou?rhood)|play\w*|danc\w+|sport|languages?|smok\w+|member)\b",
        r"\bhow long (does|is|would|should|will|can|do|are)\b(?!.*\b(run|been|led|owned|in business|worked|operat\w+)\b)"
        r"|\b(meetings?|sessions?|commut\w*|lunch|break)\b",
        r"\byears? (from now|ahead|to come|of birth|you were|founded)\b|\bnext \w+ years?\b|\bin (\w+) years\b.*\b(be|see|want)\b",
    ),
    "phone": (
        r"\b(phone|mobile) (system|provider|plan|app|apps|model|brand|calls?|use|usage|network|operator)\b|\bmobile (workforce|phone policy)\b"
        r"|\b(emergency|spouse|assistant|accountant|next of kin)\b|\b(prefer|rather|like)\b.*\b(call|phone|text)\b",
    ),
    "time_zone": (r"\b(dream|wish|love to|like to|favou?rite|prefer to live|customers?|clients?|suppliers?|team)\b",),
    "mode": (
        r"\b(sell|shop|shops|store|stores|customers?|clients?|sales|staff|team|employees|bank\w*|business (is )?(run|done))\b",
    ),
    "earlier_group": (
        r"\b(age|blood|ethnic|income) groups?\b|\bteam (size|retreat|event)\b|\bhow (big|large)\b|\b(revenue|sales|budget|company|employer)\b",
    ),
    "facilitate": (
        r"\blead (gen\w*|time|paint|source|role|scor\w+)\b|\bleads\b|\bweb ?host\w*|\bhost\w* (provider|company|plan|a dinner guest)\b",
    ),
    "access": (
        r"\bhealth (insurance|care|of (your|the))\b|\b(business|financ\w+|market|social) (health|mobility|access)\b|\bmobility sector\b",
    ),
    "share_contact": (r"\b(market|supplier|customer|client)s?\b",),
}
_PATTERNS = {field: re.compile("|".join(f"(?:{pattern})" for pattern in found)) for field, found in _OTHERS.items()}


def rules_out(field: str, question: str) -> bool:
    """Whether a question, in lower case and without marks, shows that it does not ask for a field."""
    return field in _PATTERNS and _PATTERNS[field].search(question) is not None
