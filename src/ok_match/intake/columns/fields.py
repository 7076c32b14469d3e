"""The fields that a column can be, who may see them, and the words by which a header gives itself away."""

from typing import NamedTuple

from ok_match.model import Visibility

COHORT, FACILITATOR = Visibility.COHORT, Visibility.FACILITATOR


class Field(NamedTuple):
    """One field: its name, whether several columns may feed it, who may see it, and its cues.

    A cue is a pattern that a question may match, and how surely (in percent) the question then asks for the field.
    """

    name: str
    several: bool
    visibility: Visibility
    cues: tuple[tuple[str, int], ...]


#: What people call the place they work at, in a question that asks for its name.
_EMPLOYER = "(organi[sz]ation|company|business|firm|employer|nonprofit|agency|charity|workplace|practice|venture)"
#: Cues of whole headers are anchored; a question is recognised by the words that only such a question has.
# fmt: off
FIELDS = (
    Field("timestamp", False, FACILITATOR, (
        (r"^(zeitstempel|abschlusszeit|fertigstellungszeit|eingang|horodateur|heure de fin|marca temporal)$", 97),
        (r"^(hora de finalización|tijd van voltooien|tijdstempel)$", 97),
        (r"^(submit ?date( utc)?|end date( utc)?|date|created( at| time)?|received)$", 97),
        (r"^(timestamp|completion time|submitted( at)?|submission date|submit date|date submitted|completed( at"
         r"| on| date)?$)", 100),
    )),
    Field("email", False, FACILITATOR, (
        (r"^(e-?mail-?adresse|adresse (e-?mail|électronique)|courriel|correo( electrónico)?|e-?mailadres)$", 100),
        (r"^(your )?e-?mail( address)?$", 100), (r"^mail$", 90), (r"\be-?mail\b(?!.*\b(share|ok|may we)\b)", 70),
    )),
    Field("id", False, FACILITATOR, (
        (r"^(participant|person|member|applicant|student|mentee|guest|client|subject)"
         r"[ _-]?(ids?|numbers?|no|nr|codes?|#)$", 90),
        (r"^(your |my |the )?(id( number| no| code)?|ref(erence)?|code ?(name|word|number)?)$", 90),
        (r"^(your |my )?(secret|personal) code$", 90),
    )),
    Field("first_name", False, COHORT, (
        (r"^(vorname|prénom|voornaam)$", 97),
    )),
    Field("last_name", True, COHORT, (
        (r"^(nachname|nom de famille|apellidos?|achternaam)$", 97),
    )),
    # The parts of a name are known by all the words of a question together: see name_parts.
    Field("middle_name", False, COHORT, ()),
    Field("name_prefix", False, FACILITATOR, ()),
    Field("name_suffix", False, COHORT, ()),
    Field("preferred_name", False, COHORT, ()),
    Field("name", False, COHORT, (
        (r"^(vor- und nachname|ihr name|nom( complet)?|nombre( completo)?|naam)$", 98),
        (r"^(your )?(full )?name$", 100),
        (r"^name of (the |each )?(participant|applicant|member|person|attendee)$|^who$", 90),
        (r"^(who are you|participant|member|applicant|person)$", 80),
        (r"\byour (full )?name\b|\b(first and last|participant|full) name\b", 90),
    )),
    Field("keep_apart", False, FACILITATOR, (
        (r"^conflicts?$|\b(keep|kept|stay|seat(ed)?|placed?) (me |us |them |you |yourself )?(apart|away"
         r"|separate(ly|d)?)\b", 95),
        (r"^((people|persons?|anyone|whom?|who|members?|names?) )?(to )?(avoid(ing)?|not with|never with|no go"
         r"|clash(es)?( with)?)$", 94),
        (r"^(pls |please )?(not|never|don't|do not|dont) (sit |seat |place |put |pair |match |group )?(me "
         r"|us )?(with|next to|near|beside)\b", 94),
        (r"\b(do not|don't|dont|never|not to) (sit|seat|place|put|pair|match|group) (me |us )?(with|next to"
         r"|near|beside|in)\b", 94),
        (r"^(avoid|clash(es)?|conflicts?|separate|apart) ?(with|from|list|people|names?|whom?)?$|^no ?gos?$"
         r"|^keep separate( from)?$", 93),
        (r"\b(rather|prefer|like|wish|want|choose) not (to )?(be |sit |meet |work |share )", 92),
        (r"\b(incompatible|bad blood|feud\w*|history with|difficult history|fell out|falling out|estranged)\b", 90),
        (r"^(and )?who(m)? (not|never)( with)?$|^not (in|at) (the |a |an |one |any )?(same )?(group|table"
         r"|circle|cohort|team)?\b", 94),
        (r"\b(an ?other|a different|different|separate) (table|group|circle|cohort|room|team)s? (than|from|to)\b", 93),
        (r"\b(who|whom|anyone|anybody)\b.*\bnot (be )?(seat|sit|place|put|pair|group|match|share)", 94),
        (r"^not (in|at) (the )?same\b|\bnot (be|sit|want to be) (in|with|at)\b|\bshould not be (in|with)", 95),
        (r"\b(anyone|anybody|someone|somebody|(a|the|any|which) (person|member|participant)|people)\b.*\b(not"
         r"|cannot|can't|couldn't|avoid|rather|conflict|uncomfortable)\b", 92),
        (r"\bconflicts? of interest\b|\bcompetitors?\b|\b(people|person|who|whom)\b.*\bavoid\b", 89),
    )),
    Field("themes", False, COHORT, (
        (r"\b(tick|check|select|choose|mark)\b.*\b(all|any|up to|apply|that|which)\b", 88),
        (r"^(themes?|topics?( of interest| to discuss)?|interests?|challenges ticked)$", 90),
        (r"^((my|your|main|top|key) )*(interests?|keywords?|focus areas?|(areas?|topics?) of (interest|focus))$", 88),
        (r"\bwhich of (these|the following)\b", 85),
    )),
    Field("availability", True, COHORT, (
        (r"^(availability|available|time slots?|slots?|(can|could) meet)$", 98),
        (r"\b(schedul(e|ing)|time|calendar|diary|date|standing|recurring|weekly) (conflicts?|clash(es)?)\b", 93),
        (r"^((meeting |preferred |possible |good |which )+(time|day|evening)|(meeting |preferred |possible "
         r"|good |which )*(times|days|slots?|evenings|days? and times?"
         r"|times? and days?)|can (do|come|make))$|^free( (on|at|when|times?|days?))?$"
         r"|^when\W*$", 92),
        (r"\bwhen (could|can|would|are|do) you\b.*\b(meet|come|available|attend|free|make it|join)\b", 97),
        (r"\b(when|which times?|times?|days?|slots?|evenings?|sessions?) (that )?(i|we) (can"
         r"|could)( \w+)? (come|meet|make|attend|join)\b", 95),
        (r"\b(times?|days?|slots?|evenings?|sessions?) (can|could|would|will) you\b.*\b(attend|join|make|come"
         r"|meet|manage)\b", 95),
        (r"\b(times?|days?|slots?|evenings?|mornings?|dates?|hours)\b.*\b(work|suit|meet|available|free|possible)", 94),
        (r"\b(times?|days?|slots?|evenings?|mornings?|dates?|sessions?)\b.{0,30}\byou (can|could|would"
         r"|are able to)\b.{0,12}\b(make|come|attend|join|do)\b", 94),
        (r"\b(which|what|all|every|the) (\w+ )?(times?|days?|slots?|dates?) .*\byou (can|could"
         r"|are able to) (\w+ )?(make|come|attend|join)\b", 94),
        (r"\b(un)?availab|\bblack(ed)?[ -]?outs?\b"
         r"|\b(no[ -]go|off[ -]limits|blocked([ -]out)?|busy) (times?|days?|slots?|dates?|hours?|evenings?)\b"
         r"|\b(times?|days?|slots?|dates?|evenings?|hours?|nights?|mornings?)\b.*\b(off[ -]limits|no[ -]go"
         r"|stay away|steer clear|tied up|out of town|clash(es)?|rule[sd]? out|miss)\b", 88),
        (r"\b(times?|slots?|days?|hours?)\b.*\b(good|best|ok(ay)?|convenient|can do|can make|could (do|make|meet)"
         r"|cannot|can't|don't work|won't work|avoid|conflicts?|not work)\b", 88),
        (r"\b(when|which|what|days?|dates?|weeks?|times?|evenings?)\b.*\b(are|will|be|am|you'll|you're|i'll|i'm)\b.*"
         r"\b(on (holiday|vacation|leave)|away|out of (town|the (office|country))|travell?ing)"
         r"( (or|and) (on )?\w+)?( of (town|the (office|country)))?$", 94),
        (r"\b(which|what|any|these|those|following|proposed|listed) (\w+ ){0,3}(times?|slots?|days|dates?|evenings?"
         r"|mornings?|weekdays?|hours)\b.*\b(problem(s|atic)?|difficult(y|ies)?|trouble|awkward|inconvenient)\b"
         r"|\b(free|available) (\w+ )?(windows?|gaps?|blocks?|periods?|hours|evenings?|mornings?|afternoons?|nights?)\b"
         r"|\b(windows?|gaps?|blocks?)\b.*\b(week|calendar|diary|schedule)\b.*\b(free|open|available|meet)\b", 92),
        (r"\bwhen\b.*\b(can't|cannot|can not|could not|impossible|busy|not (be )?(free|available|able))\b", 90),
        (r"\b(free|available|busy|unavailable)\b.*\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b", 88),
        (r"\b(when|times?|slots?|days?|weekdays?|evenings?|mornings?|hours?|schedule|meet|free|busy|suits?)\b", 30),
    )),
    Field("earlier_group", False, FACILITATOR, (
        (r"\b(before|earlier|previous(ly)?|last (season|year)|past)\b.*\b(group|cohort|circle|team|forum)s?\b", 90),
        (r"\b(groups?|cohorts?|circles?|forums?)\b.*\b(before|earlier|previous(ly)?|last (season|year)|past)\b", 90),
        (r"^(earlier|previous|last) (group|cohort|circle)$", 98),
    )),
    Field("consent", True, FACILITATOR, (
        (r"\b(i|we) (agree|consent|understand|accept|commit)\b", 93),
        (r"^(consent|agreement|confidentiality)( agreement| given)?$|^agrees?( to (the )?(ground )?rules)?$"
         r"|\bkeep\b.*\bconfidential", 95),
        (r"\bdo you (agree|consent|accept|commit)\b", 93),
    )),
    Field("offers", True, COHORT, (
        (r"\b(learn from you|you (could|can|might|would) (offer|teach|share|give))\b", 96),
        (r"^(?!.*\b(need|e-?mail|willing|phone|contact)\b).*\b(offer|share|teach|help)\b"
         r".*\b(others?|group|peers|members)\b", 90),
        (r"\bothers?\b.*\b(ask you|learn|come to you)\b", 88),
        (r"^(gives?|i give|can give|super ?powers?|skills?|skills? (to share|offered)|can help( with)?"
         r"|ask me about|gifts?|brings?)$", 92),
        (r"\b(your|my) super ?power\b", 90),
        (r"^((can |could )?(offers?|teach)|strengths?|expertise|experience|what i (can )?(offer|bring))$", 92),
    )),
    Field("obstacles", True, FACILITATOR, (
        (r"\b(hindernisse?|hürden?|herausforderung(en)?|obstáculos?|défis?|retos?|obstakels?)\b", 93),
        (r"\bobstacles?\b|\bhurdles?\b|\bbarriers?\b|\broadblocks?\b", 96),
        (r"^(your |biggest |top |main |current )*(struggles?|hurdles?|blockers?|pain ?points?|worr(y|ies)"
         r"|headaches?|stuck( on)?|what('s| is) (hard|difficult|tough)|hindrances?|what hurts)$", 94),
        (r"\bin (your|the) way\b|\bholding you back\b|\bkeep(s|ing) you (up|awake)\b|\bstuck\b", 95),
        (r"^(?!.*\bsolves?\b).*(\bchallenges?\b|\bstruggl|\bdifficult|\bhardest\b|\bproblems?\b|\bworr(y|ies)\b)", 84),
    )),
    Field("opportunities", True, COHORT, (
        (r"\b(chancen|gelegenheiten|opportunités?|oportunidades?|kansen)\b", 93),
        (r"\bopportunit", 96),
        (r"^(your |big |biggest )*(opps?|opp|openings?|chances?|upsides?|possibilities|tailwinds?|excited about"
         r"|what is possible)$", 92),
        (r"\b(sees?|seeing) (coming|ahead)\b|\bopen(ing)? (door|up)|\bexcit(es|ed|ing)\b|\bpossibilit", 86),
    )),
    Field("goals", True, COHORT, (
        (r"\b(ziele?|objectifs?|objetivos?|metas|doelen)\b", 93),
        (r"^(your |my |big |biggest )*(dreams?|aspirations?|ambitions?|wish(es)?|hopes?|targets?|plans?|aims?"
         r"|intentions?|looking for|seeking)$", 92),
        (r"^(desired )?outcomes?$|\b(most )?like to (be|see|have) (different|changed|better)\b|\bbe different\b", 90),
        (r"\b(dreams?|hopes?|wish(es)?|ambitions?|vision) for (the|your|this|next)\b|^wish ?lists?$|^wants?$"
         r"|\bgoals?\b|\bobjectives?\b|\baims?\b", 95),
        (r"\b(achieve|accomplish|get done|hope to|working (on|towards?)|aspir|celebrat)", 90),
        (r"\bget out of (this|the|your) (group|circle|cohort|program)\b", 90),
        (r"\bwant your (business|company|organi[sz]ation) to be\b", 90),
        (r"\bwhat do you want\b|\bnext (twelve|12|six|6|year|few)\b", 82),
    )),
    Field("role", False, COHORT, (
        (r"^(rolle|funktion|fonction|poste|puesto|cargo|functie)$", 98),
        (r"^(your )?(role|position|job title|title|job|occupation|function|job role)$", 98),
        (r"\b(role|position|job title)\b|\b(what is|what s) your job\b", 86),
    )),
    Field("organisation", False, COHORT, (
        (r"^(firma|unternehmen|organisation oder firma|entreprise|société|empresa|organización|bedrijf)$", 99),
        (r"^(your )?(organi[sz]ation|company|business|firm|employer)( name)?$", 99),
        (r"^(org|orgs?|co|comp|biz|company ?/ ?org|org ?/ ?company|affiliation|works? (at|for)|shop"
         r"|outfit)( name)?$", 93),
        (r"\bname of (your|the) (organi[sz]ation|company|business|firm|nonprofit)\b", 99),
        (rf"^(your |my |the )?(current )?{_EMPLOYER}(( |/|&)+(or|and|name|title|{_EMPLOYER}))*$", 97),
        (rf"^(what|which) {_EMPLOYER}( or {_EMPLOYER})? (are|do) you (\w+ )?(with|from|at|run|own|lead|for)$", 97),
        (rf"^(the )?{_EMPLOYER} (that )?(we|i|you) (run|own|lead|represent|work (at|for|with))$", 86),
        (rf"^(what|which) (is|s) (the )?(name of )?your {_EMPLOYER}( called| name)?$", 97),
        (r"^(?!.*\b(how|what does|where|phone|web\w*|address|url|years?|size|type|kind)\b)"
         r".*\b(organi[sz]ation|company|business|firm)\b", 50),
    )),
    Field("industry", False, COHORT, (
        (r"^(branche|secteur( d.activité)?|sector|industria|rubro)$", 98),
        (r"^(sect|ind|industry ?/ ?sector|sector ?/ ?industry|business sector|line|what kind of business)$", 93),
        (r"^line of biz$|^branch( of business)?$", 90),
        (r"^(industry|sector|trade|field|line of (work|business)|kind of business|business type)$", 99),
        (r"^(what|which) (trade|field|line|sector|branch|line of \w+) (are|do) you (work )?(in|active in)$", 97),
        (r"\b(industry|sector|line of (work|business)|(kind|type) of (business|organi[sz]ation))\b", 94),
        (rf"^what (they|we|you) do$|^what (does|do) (your|the|their) {_EMPLOYER} do$", 93),
        (r"^what do you do( for (a living|work))?$", 86),
    )),
    Field("town", False, COHORT, (
        (r"^(ort|stadt|ville|ciudad|plaats|woonplaats)$", 98),
        (r"^((your |home )?(town|city|location|place)|town or city|city( ?/ ?| )town|based( in)?|loc|city( and"
         r"|,)? (state|country))$", 98),
        (r"\bhome ?base\b|\b(town|city|place) (are you|do you (live|work)|you (live|work)) in\b", 92),
        (r"\bwhere do you work\b", 70),
        (r"\b(where)\b.*\b(based|located|live)\b|\b(town|city|zip|postcode)\b", 88),
    )),
    Field("notes", True, FACILITATOR, (
        (r"^(notes?|comments?|remarks?)$", 98),
        (r"\banything\b.{0,40}\b(we|us|facilitators?|organi[sz]ers?)\b.{0,30}\b(know|aware|consider|mind)\b", 90),
        (r"\banything else\b|\b(notes?|comments?|remarks?)\b", 90),
    )),
    Field("share_contact", False, FACILITATOR, (
        (r"\b(may|can|could|shall|ok(ay)?|happy)\b.*\b(share|pass on|give|include|list)\b"
         r".*\b(e-?mail|contact|phone|number|details|address)\b", 97),
        (r"^share (your )?(e-?mail|contact|phone|details)\b", 97),
        (r"\b(share|sharing) (my|your) (e-?mail|contact|phone|number|details|address)", 97),
    )),
    Field("sit_with", True, FACILITATOR, (
        (r"^(?!.*\b(not|avoid|apart|uncomfortable|conflicts?|rather)\b).*\b(anyone|anybody|someone|people|who"
         r"|whom|friends?)\b"
         r".*\b(like|want|love|hope|wish|prefer)\b.*\b(with|together)\b", 93),
        (r"^(wants? to )?(sit|keep|stay|together|pair|seat|group|be)( together)? with\b|^(friends?|buddy"
         r"|buddies|with)$|^keep together$|^requests?$", 95),
    )),
    Field("specialty", False, COHORT, (
        (r"^(your )?(special(ty|ity|isation|ization|ism)|niche)$", 98),
        (r"\bspeciali[sz]e in\b|\byour special(ty|ity)\b", 92),
    )),
    Field("team_size", False, FACILITATOR, (
        (r"^(employees?|staff|people|team) (count|number)$", 97),
        (r"^(team|staff|company|business|organi[sz]ation) size$|^headcount$|^(employees|staff|ftes?|people)$", 98),
        (r"\b(how many|number of)\b.*\b(people|employees|staff|ftes?|team members|paid)\b", 95),
        (r"\b(how (big|large))\b.*\b(team|staff|business|company|organi[sz]ation)\b", 93),
    )),
    Field("revenue", False, FACILITATOR, (
        (r"\b(annual|yearly|gross|last year s?)\b.*\b(revenue|sales|turnover|budget|income)\b", 96),
        (r"^(revenue|turnover|sales|budget|umsatz)( or budget| / budget)?\b|\b(revenue|turnover)\b", 92),
    )),
    Field("years", False, FACILITATOR, (
        (r"^years\b|\bhow (long|many years)\b|\byears (in|of|as|running)\b", 93),
    )),
    Field("mode", False, COHORT, (
        (r"\b(in[- ]person|face[- ]to[- ]face)\b.*\b(online|virtual(ly)?|remote(ly)?|zoom|video)\b", 95),
        (r"\b(online|virtual(ly)?|remote(ly)?|zoom|video)\b.*\b(in[- ]person|face[- ]to[- ]face)\b", 95),
        (r"^(meeting )?(mode|format)$|\bhow (would|do) you (like|prefer|want) to meet\b", 96),
    )),
    Field("time_zone", False, COHORT, ((r"\btime ?zone\b", 97),)),
    Field("facilitate", False, FACILITATOR, (
        (r"\b(willing|open|help|like|happy|interested|volunteer)\b.*\b(facilitat|moderat|host|lead)", 94),
        (r"^(facilitator|co-?facilitator|moderator)\??$", 95),
    )),
    Field("ratings", True, FACILITATOR, (
        (r"^(please )?rate\b|\brat(e|ing) (yourself|your|each|how)\b", 93),
        (r"\bscale (of|from)\b|\bhow (important|strong)\b", 93),
    )),
    Field("phone", False, FACILITATOR, (
        (r"^(your )?(best )?((mobile|cell|phone|telephone|contact|business|work)( phone)?( (number|no))?|tel"
         r"|mob|ph|cell(phone)?|whatsapp( number)?|telephone( number)?)$", 97),
        (r"\b(phone|mobile|cell|telephone) (number|no)\b|\bphone\b", 90),
    )),
    Field("pronouns", False, FACILITATOR, ((r"\bpronouns?\b", 98),)),
    Field("access", True, FACILITATOR, (
        (r"\b(accessib|access needs?|accommodat|dietary|diet|allerg|health|disabilit|mobility|medical)", 92),
    )),
    Field("status", True, FACILITATOR, ()),
    Field("finished", True, FACILITATOR, ()),
)
# fmt: on

FIELD_NAMES = tuple(field.name for field in FIELDS)
#: The prefix by which the program names a column that is to be kept though no field fits it.
KEPT = "trait."
