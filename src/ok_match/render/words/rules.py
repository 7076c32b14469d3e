"""The one table of words for all rules: everything that ok-match says about a rule, one entry per rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from ok_match.model import Evidence, Finding, PairCount
from ok_match.render.document import Line

from .crossing import crossing, spread
from .findings import bound, counted, helping, lacking, meeting_again, named, slots, stranded
from .phrases import Names


class Grounds(Enum):
    """What a rule rests on, which decides what a page about one seat shows for it."""

    NAMED = "the people concerned, and what they have in common"
    ASKED = "what people wrote about one another"
    TIMES = "when each person can come"


@dataclass(frozen=True, slots=True)
class Proposal:
    """The text that ``init`` writes for a rule that a sheet can support.

    Attributes
    ----------
    meaning : str
        What it does, as a comment above its lines.
    lines : str
        The rule as a program writes it, without its heading.
    field : str
        The field that the sheet must have for it; empty where any sheet will do.
    """

    meaning: str
    lines: str
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleWords:
    """Everything that is said about one rule.

    Attributes
    ----------
    name : str
        Its name in a list of rules.
    meaning : str
        What it asks for, in the reference of the program file (Markdown).
    unit : str
        What its weight as a *should* is counted by, in the reference: ``a pair``.
    finding : tuple of str and callable, or None
        The label of its line in a cohort, and the function that words a finding.
    headline : tuple of str and callable, or None
        The label of its line in the overview of a report, and the function that words its ``PairCount``. The function
        is also given the evidence of its findings, each with the label of the cohort.
    unjudged : str
        What the sheet lacks where the rule cannot be judged.
    waits : str
        Why it keeps somebody out of the cohorts that are listed after it.
    parts : str
        The title of what it has against a seat; the evidence follows.
    holds : str
        The title of what it has for a seat.
    grounds : Grounds
        What is shown for it on a page about one seat.
    way : str
        The condition under which somebody could join a cohort, where that is not the rule itself.
    eased : str
        The change that makes its number one step easier to keep.
    relief : tuple of str, or None
        The changes that remove one of its entries, and all of it; ``None``: the words that fit any rule.
    standing : str
        What it means where it applies by default.
    question : tuple of str
        What ``init`` asks about it where it applies by default, and its strength if the answer is no.
    proposal : Proposal or None
        What ``init`` writes for it.
    """

    name: str
    meaning: str
    unit: str = ""
    finding: tuple[str, Callable[[Finding, int, Names], Line]] | None = None
    headline: tuple[str, Callable[[PairCount, Sequence[tuple[str, Evidence]], Names], Line]] | None = None
    unjudged: str = ""
    waits: str = ""
    parts: str = ""
    holds: str = ""
    grounds: Grounds = Grounds.NAMED
    way: str = ""
    eased: str = ""
    relief: tuple[str, str] | None = None
    standing: str = ""
    question: tuple[str, str] | None = None
    proposal: Proposal | None = None


#: In the order in which a cohort's findings are listed.
RULES: dict[str, RuleWords] = {
    "meeting_slot": RuleWords(
        name="a shared meeting time",
        meaning="every cohort has this many times when everybody can meet: their times overlap for an hour at least."
        ' People who gave no times though the sheet asks are held, or count as free if `unanswered` is `"free"`. As a'
        " should, each member who cannot make the best time costs the weight",
        unit="each",
        finding=("Can meet", slots),
        unjudged="meeting times",
        waits="Would leave no time that works for everybody in",
        parts="No time in common",
        grounds=Grounds.TIMES,
        way="they could come {label}",
        eased="require {value} shared times",
        standing="every cohort has a time when everybody can come",
        question=("Require a meeting time that works for everybody in a cohort", "should"),
    ),
    "facilitators": RuleWords(
        name="a facilitator",
        meaning="every cohort has this many members who would help facilitate (the column `facilitate`) or whom the"
        " program names. As a must, it also keeps a facilitator apart from anybody they have a conflict with"
        " (the rules `apart` and `conflict`), even one that is only a should",
        unit="each",
        finding=("Could facilitate", helping),
        waits="Would sit with somebody they conflict with in",
        parts="A facilitator with somebody they conflict with",
        holds="Could facilitate",
        eased="require {value} per cohort",
        proposal=Proposal("Every cohort has somebody who would help facilitate", 'rule = "facilitators"', "facilitate"),
    ),
    "together": RuleWords(
        name="people kept together",
        meaning="these people share a cohort, or all of them wait; as a should, they share one if possible",
        unit="a pair",
        finding=("Together by rule", bound),
        waits="Would sit without their companion in",
        parts="Must sit together, but another rule forbids it",
        holds="Together by rule",
        proposal=Proposal(
            "Two people must share a cohort", 'rule = "together"\npeople = ["one@somewhere.example", "Another Name"]'
        ),
    ),
    "requests": RuleWords(
        name="requests to sit together",
        meaning="people sit with those they asked for in the column `sit_with`. Names in any form, e-mail addresses"
        ' and organizations count; a clause with *not* or *but* asks for nobody. `pairs = [["Ana Ortega", "Bo'
        ' Lund"]]` adds that Ana asked for Bo. Two people who ask for each other count twice. `check` lists'
        " who could not be found",
        finding=("Asked to sit together", bound),
        holds="Asked to sit together",
        proposal=Proposal("People sit with those they asked for, if possible", 'rule = "requests"', "sit_with"),
    ),
    "seat": RuleWords(
        name="fixed seats",
        meaning="this person sits in one of these `cohorts`, such as `[1, 2]`; in the `cohort` of this name; or in the"
        " cohort of the people named in `with`, or all of them wait. [A number means the people of that"
        " cohort](#cohorts-keep-their-identity)",
        finding=("Fixed seats", bound),
        waits="Ruled out by a fixed seat",
        parts="Fixed seats with no cohort in common",
        holds="Fixed seat",
        proposal=Proposal(
            "Somebody's cohort is already decided", 'rule = "seat"\nperson = "one@somewhere.example"\ncohorts = [1, 2]'
        ),
    ),
    "apart": RuleWords(
        name="people kept apart",
        meaning="no two of these people share a cohort: competitors, former partners, relatives",
        unit="a pair",
        finding=("Better kept apart", named),
        waits="Must be kept apart from somebody in",
        parts="Kept apart by rule",
        proposal=Proposal(
            "Two people must not share a cohort", 'rule = "apart"\npeople = ["one@somewhere.example", "Another Name"]'
        ),
    ),
    "conflict": RuleWords(
        name="conflicts between people",
        meaning='the two people in each pair share no cohort: `pairs = [["Ana Ortega", "Bo Lund"]]`. What people'
        " [wrote about each other](conflicts.md) becomes such a rule automatically",
        unit="a pair",
        finding=("Together despite a conflict", named),
        waits="A conflict with somebody in",
        parts="A conflict between them",
        grounds=Grounds.ASKED,
        relief=(
            "soften or reject the conflict between {people} (--conflicts)",
            "soften or reject the conflicts between {people} (--conflicts)",
        ),
    ),
    "same_organisation": RuleWords(
        name="no colleagues",
        meaning="nobody shares a cohort with a colleague, boss or report. Spelling and legal form (Inc., LLC) do not"
        " matter",
        unit="a pair",
        finding=("Colleagues", named),
        unjudged="organisations",
        waits="A colleague sits in",
        parts="Colleagues never share a cohort",
        standing="nobody sits with a colleague, boss or report",
        question=("Keep colleagues, bosses and reports apart", "off"),
    ),
    "history": RuleWords(
        name="earlier groups",
        meaning='people who met before meet others or, with `mode = "keep"` (200 a pair), stay together. They met if'
        " they named the same `earlier_group`, or shared a cohort in an earlier record:"
        ' `records = ["spring.json"]`, a file beside the program. A pair counts once for each cohort that it shared.'
        " The report says [who meets again](#more-about-history)",
        unit="a pair",
        finding=("Met before", named),
        headline=("Meet again", meeting_again),
        parts="Met before",
        holds="Met before, and staying together",
        proposal=Proposal(
            "People from the same earlier group are mixed with others",
            'rule = "history"\nmode = "avoid"',
            "earlier_group",
        ),
    ),
    "industry_spread": RuleWords(
        name="crossing industry lines",
        meaning="cohorts [cross industry lines](#crossing-industry-lines): each sector, and the nonprofits, are dealt"
        " evenly, and competitors in one line of work are parted",
        unit="for each pair beyond the fair share; without a weight, `crossing` sets the price",
        finding=("Similar work", spread),
        headline=("Industry lines", crossing),
        parts="Similar work",
        standing="cohorts cross industry lines",
        question=("Mix industries", "off"),
    ),
    "one_per": RuleWords(
        name="no two of a kind",
        meaning='no two members have the same value: `field = "specialty", within = "town"` keeps competitors in one'
        " town apart",
        unit="a pair",
        finding=("Of the same kind", named),
        waits="Somebody of the same kind sits in",
        parts="Of the same kind",
        proposal=Proposal(
            "No two members of a cohort have the same specialty", 'rule = "one_per"\nfield = "specialty"', "specialty"
        ),
    ),
    "at_most": RuleWords(
        name="not too many of a kind",
        meaning="at most `most` members share a value (one of `values`, if given)",
        unit="each",
        finding=("Too many of a kind", named),
        waits="Already enough of their kind in",
        parts="More of a kind than allowed",
        eased="allow {value} per cohort",
    ),
    "at_least": RuleWords(
        name="enough of a kind",
        meaning="every cohort has at least `least` members with one of the `values`, or with an `amount` or more,"
        " such as 10 `years`",
        unit="each",
        finding=("Asked for", counted),
        parts="Too few of a kind",
        holds="Of a kind that every cohort needs",
        eased="require {value} per cohort",
        proposal=Proposal(
            "Every cohort has somebody with at least five years of experience",
            'rule = "at_least"\nfield = "years"\namount = 5\nleast = 1\nstrength = "should"',
            "years",
        ),
    ),
    "nobody_alone": RuleWords(
        name="nobody the only one of a kind",
        meaning="nobody is the only member with their value, unless nobody else in the sheet has it. It looks at no"
        " field that you do not name: whether to look at something sensitive is your decision",
        unit="each",
        finding=("Only one of a kind", named),
        waits="Would be the only one of their kind in",
        parts="The only one of a kind",
        proposal=Proposal(
            "Nobody runs the only large or the only small organisation in a cohort",
            'rule = "nobody_alone"\nfield = "team_size"',
            "team_size",
        ),
    ),
    "balance": RuleWords(
        name="balance",
        meaning="every cohort gets its share of each value or, where answers are amounts, of large and small ones (by"
        " rank)",
        unit="each",
        finding=("Out of balance", named),
        parts="Out of balance",
        proposal=Proposal(
            "Every cohort gets its share of large and small organisations",
            'rule = "balance"\nfield = "revenue"',
            "revenue",
        ),
    ),
    "similar": RuleWords(
        name="similar size or stage",
        meaning="peers sit together: two members are at most `within` bands apart. Bands are ordered by amount; other"
        " values only match or differ",
        unit="a band and pair",
        finding=("Different in size or stage", named),
        waits="Too different in size or stage from somebody in",
        parts="Different in size or stage",
        eased="allow {value} bands",
    ),
    "strong_in_each": RuleWords(
        name="somebody strong in each value",
        meaning="for each value that the sheet asks people to rate, every cohort has `least` members who rated"
        " themselves `strong` or higher",
        unit="each",
        finding=("Nobody strong in", lacking),
        parts="Nobody strong in a value",
        eased="require {value} per cohort",
        proposal=Proposal("Every cohort has somebody strong in each rated value", 'rule = "strong_in_each"', "ratings"),
    ),
    "meeting_mode": RuleWords(
        name="one way of meeting",
        meaning="people who meet in person and people who meet online do not share a cohort; *either* fits both",
        unit="a pair",
        finding=("Different ways of meeting", named),
        waits="Meets in a different way from somebody in",
        parts="Different ways of meeting",
        proposal=Proposal(
            "People who meet in person do not sit with people who meet online", 'rule = "meeting_mode"', "mode"
        ),
    ),
    "time_zone": RuleWords(
        name="time zones",
        meaning="no two members are more than `gap` hours apart",
        unit="a pair",
        finding=("Hours apart", named),
        waits="Too many hours away from somebody in",
        parts="Too many hours apart",
        eased="allow {value} hours",
        proposal=Proposal("No two members are more than three hours apart", 'rule = "time_zone"\ngap = 3', "time_zone"),
    ),
    "nobody_stranded": RuleWords(
        name="nobody stranded",
        meaning="the worst seat and the weakest cohort count more than the average, [as explained"
        " below](#more-about-nobody_stranded)",
        finding=("Little in common", stranded),
        parts="Shares less with the cohort than people here usually share",
        standing="nobody is left with little in common with their cohort",
    ),
}
#: The words for the size of a cohort, which can stand in the way as a rule does.
SIZE = RuleWords(
    name="size",
    meaning="how many people a cohort may have",
    waits="Full",
    parts="More people would have to come along than a cohort can hold",
)


def words_of(rule: str) -> RuleWords:
    """The entry of a rule, or of the size of a cohort; a rule without an entry goes by its name."""
    if rule == "size":
        return SIZE
    return RULES.get(rule) or RuleWords(name=rule.replace("_", " "), meaning="")


def standing_question(rule: str) -> tuple[str, str] | None:
    """The question that ``init`` asks about a standing rule, and its strength if the answer is no."""
    return words_of(rule).question
