"""The fields that a column can be, and the words by which a header gives itself away."""

import re
from typing import NamedTuple


class Field(NamedTuple):
    """One field: its name, whether several columns may feed it, and cues with how sure each makes us (0-100)."""

    name: str
    several: bool
    cues: tuple[tuple[str, int], ...]


#: Whole-header cues are anchored; a question is told by the words that only this question has.
# fmt: off
FIELDS = (
    Field("timestamp", False, (
        (r"^(timestamp|completion time|submitted( at)?|submission date|submit date|date submitted)", 100),
    )),
    Field("email", False, ((r"^(your )?e-?mail( address)?$", 100), (r"\be-?mail\b(?!.*\b(share|ok|may we)\b)", 70))),
    Field("id", False, ((r"^(participant|person|member|applicant)?[ _-]?(id|number|no)$|^ref(erence)?$", 90),)),
    Field("first_name", False, ((r"^(your )?(first|given) name", 100), (r"^forename", 100))),
    Field("last_name", False, ((r"^(your )?(last|family) name", 100), (r"^surname", 100))),
    Field("name", False, (
        (r"^(your )?(full )?name$", 100),
        (r"^(who are you|participant|member|applicant|person)$", 80),
        (r"\byour (full )?name\b|\b(first and last|participant|full) name\b", 90),
    )),
    Field("keep_apart", False, (
        (r"\b(keep|kept|stay) apart\b|\bnot (be|sit|want to be) (in|with|at)\b|\bshould not be (in|with)", 95),
        (r"\b(anyone|anybody|someone|people)\b.*\b(not|avoid|rather|conflict|uncomfortable)\b", 92),
        (r"\bconflicts? of interest\b|\bcompetitors?\b|\b(people|person|who|whom)\b.*\bavoid\b", 89),
    )),
    Field("themes", False, (
        (r"\b(tick|check|select|choose|mark)\b.*\b(all|any|up to|apply|that|which)\b", 88),
        (r"^(themes?|topics?|challenges ticked)$", 90),
        (r"\bwhich of (these|the following)\b", 85),
    )),
    Field("availability", True, (
        (r"^(availability|available|time slots?|slots?)$", 98),
        (r"\bwhen (could|can|would|are|do) you\b.*\b(meet|come|available|attend|free|make it)\b", 97),
        (r"\b(times?|days?|slots?|evenings?)\b.*\b(work|suit|meet|available|free|possible)", 94),
        (r"\bavailab", 85),
    )),
    Field("earlier_group", False, (
        (r"\b(before|earlier|previous(ly)?|last (season|year)|past)\b.*\b(group|cohort|circle|team|forum)s?\b", 90),
        (r"\b(groups?|cohorts?|circles?|forums?)\b.*\b(before|earlier|previous(ly)?|last (season|year)|past)\b", 90),
        (r"^(earlier|previous|last) (group|cohort|circle)$", 98),
    )),
    Field("consent", False, (
        (r"\b(i|we) (agree|consent|understand|accept|commit)\b", 93),
        (r"^(consent|agreement|confidentiality)( agreement)?$|\bkeep\b.*\bconfidential", 95),
        (r"\bdo you (agree|consent|accept|commit)\b", 93),
    )),
    Field("offers", True, (
        (r"\b(learn from you|you (could|can|might|would) (offer|teach|share|give))\b", 96),
        (r"^(?!.*\b(need|e-?mail|willing|phone|contact)\b).*\b(offer|share|teach|help)\b"
         r".*\b(others?|group|peers|members)\b", 90),
        (r"\bothers?\b.*\b(ask you|learn|come to you)\b", 88),
        (r"^(offers?|strengths?|expertise|experience|what i (can )?(offer|bring))$", 92),
    )),
    Field("obstacles", True, (
        (r"\bobstacles?\b|\bhurdles?\b|\bbarriers?\b|\broadblocks?\b", 96),
        (r"\bin (your|the) way\b|\bholding you back\b|\bkeep(s|ing) you (up|awake)\b|\bstuck\b", 95),
        (r"^(?!.*\bsolves?\b).*(\bchallenges?\b|\bstruggl|\bdifficult|\bhardest\b|\bproblems?\b|\bworr(y|ies)\b)", 84),
    )),
    Field("opportunities", True, (
        (r"\bopportunit", 96),
        (r"\b(see|seeing) (coming|ahead)\b|\bopen(ing)? (door|up)|\bexcit(es|ed|ing)\b|\bpossibilit", 86),
    )),
    Field("goals", True, (
        (r"\bgoals?\b|\bobjectives?\b|\baims?\b", 95),
        (r"\b(achieve|accomplish|get done|hope to|working (on|towards?)|aspir|celebrat)", 90),
        (r"\bget out of (this|the|your) (group|circle|cohort|program)\b", 90),
        (r"\bwant your (business|company|organi[sz]ation) to be\b", 90),
        (r"\bwhat do you want\b|\bnext (twelve|12|six|6|year|few)\b", 82),
    )),
    Field("role", False, (
        (r"^(your )?(role|position|job title|title)$", 98),
        (r"\b(role|position|job title)\b", 86),
    )),
    Field("organisation", False, (
        (r"^(your )?(organi[sz]ation|company|business|firm|employer)( name)?$", 99),
        (r"\bname of (your|the) (organi[sz]ation|company|business|firm|nonprofit)\b", 99),
        (r"^(?!.*\b(how|what does|where|phone|web\w*|address|url|years?|size|type|kind)\b)"
         r".*\b(organi[sz]ation|company|business|firm)\b", 72),
    )),
    Field("industry", False, (
        (r"^(industry|sector|trade|field|line of (work|business)|kind of business|business type)$", 99),
        (r"\b(industry|sector|line of (work|business)|(kind|type) of (business|organi[sz]ation))\b", 94),
    )),
    Field("town", False, (
        (r"^(town|city|location|place|town or city|city/town)$", 98),
        (r"\b(where)\b.*\b(based|located|live|work)\b|\b(town|city|zip|postcode)\b", 88),
    )),
    Field("notes", True, (
        (r"^(notes?|comments?|remarks?)$", 98),
        (r"\banything else\b|\b(notes?|comments?|remarks?)\b", 90),
    )),
)
# fmt: on

FIELD_NAMES = tuple(field.name for field in FIELDS)

#: Columns that the form tool adds for itself; they say nothing about a person.
PLATFORM = re.compile(
    r"^(start time|last modified time|last modified|ip address|network id|response id|respondent id|collector id"
    r"|user ?agent|browser|device|recipient.*|external ?reference|latitude|longitude|location ?(latitude|longitude)"
    r"|duration.*|progress|finished|status|language|score|points?|quiz feedback|tags|ending)$"
)

EMAIL = re.compile(r"[^@\s,;<>()]+@[^@\s,;<>()]+\.[^@\s,;<>()]+")
