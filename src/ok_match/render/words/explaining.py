"""The pages about single seats, in words: a person, a cohort, or two people."""

from __future__ import annotations

from ok_match.model import (
    CohortPage,
    Facet,
    FacetShare,
    Gift,
    Link,
    PairPage,
    PersonPage,
    Portrait,
    Record,
    SeatPage,
    Standing,
    Statement,
    WhyNotPage,
)
from ok_match.render.document import Block, Document, Entries, Facts, Line, Lines, Section, Strong

from .cohorts import cohort_section, other_seat_line, shared_line
from .links import ABOUT, kind_of, offered_line, subjects_of
from .phrases import Names, count, in_full, listed, of_full, spaced
from .reasons import Cast, bond_lines, exchange_lines, forbidden_lines, waiting_lines
from .report import CONFIDENTIAL
from .sheet.problems import held_for

UNFAITHFUL = (
    "This record was made by ok-match {version}. This version computes different numbers for it, so the prices and"
    " shares on this page may differ from those that the cohorts were formed with."
)


def seat_page(record: Record, page: SeatPage) -> Document:
    """A page that was made from this record, in words."""
    match page:
        case PersonPage():
            document = _person(record, page)
        case CohortPage():
            document = _cohort(record, page)
        case PairPage():
            document = _pair(record, page)
        case WhyNotPage():
            document = _why_not(record, page)
    lines: list[Line] = [(CONFIDENTIAL,)]
    if not page.faithful:
        lines.append((UNFAITHFUL.format(version=record.provenance.version),))
    return Document(document.title, (Lines(tuple(lines)), *document.opening), document.sections)


def _person(record: Record, page: PersonPage) -> Document:
    cast, who = Cast(record), page.who
    seated = who.standing is Standing.SEATED
    size = len(page.peers) + 1
    shared = tuple(shared_line(ground, size, cast.names) for ground in page.shared)
    parts = [
        ("What they wrote", _written(page.statements)),
        ("Why they are waiting", _entries("", waiting_lines(page, cast))),
        ("What they share with the cohort", _entries("", shared)),
        ("What they share with each member", _peers(page, cast)),
        ("What they could give and get", _exchanged(page, cast) if seated else ()),
        ("Rules", _entries("", bond_lines(page.bonds, cast, who.participant))),
    ]
    sections = tuple(Section(title, "", blocks) for title, blocks in parts if blocks)
    return Document(f"{cast.name(who)}: {cast.place(who)}", _portrait(page, cast), sections)


def _portrait(page: PersonPage, cast: Cast) -> tuple[Block, ...]:
    """Who somebody is, where they sit and, if they have a seat, what another would cost."""
    who = page.who
    known = (
        ("Organisation", who.organisation),
        ("Industry", who.industry),
        ("E-mail", who.email),
        ("Sheet row", str(who.row)),
        ("Can come", listed(page.can_come, "or") if page.can_come else ""),
        ("Seat", cast.place(who)),
    )
    facts: list[tuple[str, Line]] = [(label, (value,)) for label, value in known if value]
    lines: list[Line] = []
    if page.common_ground is not None:
        facts.append(("Common ground", (f"{of_full(page.common_ground)} with the rest of the cohort",)))
        lines.append(other_seat_line(page.other_seat, cast.names, nearby=cast.nearby))
    if who.standing is Standing.HELD:
        lines.append(("Their answers are not in the record, and they were not compared with anybody.",))
    elif not page.statements:
        lines.append(("They gave no answers that could show common ground.",))
    return (Facts(tuple(facts)), Lines(tuple(lines))) if lines else (Facts(tuple(facts)),)


def _cohort(record: Record, page: CohortPage) -> Document:
    names = Names(record.participants)
    section = cohort_section(record, page.cohort, page.explanation, names)
    pairs = tuple(
        ((Strong(names[pair.first]), " and ", Strong(names[pair.second]), f": {of_full(pair.affinity)}"), ())
        for pair in page.pairs
    )
    size = count(len(page.cohort.members), "person", "people")
    return Document(
        f"{section.title} ({size})", section.blocks, (Section("How much each pair shares", "", _entries("", pairs)),)
    )


def _pair(record: Record, page: PairPage) -> Document:
    cast = Cast(record)
    first, second = cast.name(page.first), cast.name(page.second)
    both = _both(cast, page.first, page.second)
    title = f"{first} and {second}"
    if page.affinity is None:
        return Document(title, (both, Lines(_held_lines(cast, page.first, page.second))))
    facts: tuple[tuple[str, Line], ...] = (
        ("Together", (cast.seating(page.first, page.second, together=page.together),)),
        ("Common ground", (f"{of_full(page.affinity)} overall",)),
    )
    shown = tuple(_shown(link, first, second) for link in page.links)
    rules = (*forbidden_lines(page.forbidden, cast), *bond_lines(page.bonds, cast))
    sections = (
        Section("What they share, by kind of answer", "", _shares(record, page)),
        Section("The evidence", "", _entries_or("No single subject is clear enough to name.", shown)),
        Section(
            "What they could give each other",
            "",
            _entries_or(
                "Nothing that either offers or sees coming clearly meets a need that the other has.",
                _gifts((*page.gives, *page.gets), cast),
            ),
        ),
        Section("Rules", "", _entries_or("No rule keeps them apart or together.", rules)),
    )
    return Document(title, (both, Facts(facts)), sections)


def _shares(record: Record, page: PairPage) -> tuple[Block, ...]:
    """How much two people share in each kind of answer, and what else counts."""
    remark = "Where somebody gave no answer, the average for this sheet is used instead."
    if record.program.weights.give_take:
        remark += " What one offers that the other needs counts too."
    rows = tuple((ABOUT[share.facet].capitalize(), (_share(share),)) for share in page.facets)
    return (Facts(rows), Lines(((remark,),)))


def _why_not(record: Record, page: WhyNotPage) -> Document:
    cast = Cast(record)
    first, second = cast.name(page.first), cast.name(page.second)
    title = f"Why {first} and {second} are not in one cohort"
    both = _both(cast, page.first, page.second)
    if page.affinity is None:
        return Document(title, (both, Lines(_held_lines(cast, page.first, page.second))))
    facts = Facts((("Common ground", (of_full(page.affinity),)),))
    if page.together:
        where = f"They sit together in {cast.cohort(page.first.cohort)}."
        return Document(f"{first} and {second} are in one cohort", (both, facts, Lines(((where,),))))
    sections: tuple[Section, ...] = ()
    if page.forbidden:
        lead = "A must rule forbids it, no matter who else sits with them."
        sections = (Section("Rules", "", _entries("", forbidden_lines(page.forbidden, cast))),)
    elif page.exchanges:
        lead = (
            "No must rule forbids this pair in itself. Below is the cheapest change that seats each of them with the"
            " other. A point is one point of common ground, added up over everybody."
        )
        ways = tuple(exchange_lines(exchange, cast) for exchange in page.exchanges)
        sections = (Section("What it would cost", "", _entries("", ways)),)
    else:
        lead = "Both wait, so neither has a cohort that the other could join."
    return Document(title, (both, facts, Lines(((lead,),))), sections)


def _both(cast: Cast, first: Portrait, second: Portrait) -> Block:
    return Entries("", tuple(((Strong(cast.name(who)), f": {cast.place(who)}"), ()) for who in (first, second)))


def _held_lines(cast: Cast, *both: Portrait) -> tuple[Line, ...]:
    """Why there is nothing to compare: those of the two who are held, and the reasons."""
    held = [who for who in both if who.standing is Standing.HELD]
    reasons: list[Line] = [(f"{cast.name(who)} is held: {held_for(who.held_for)}.",) for who in held]
    return (*reasons, ("People who are held are not placed, and they were not compared with anybody.",))


def _written(statements: tuple[Statement, ...]) -> tuple[Block, ...]:
    """Everything that somebody wrote or ticked, kind by kind, in full."""
    texts = {facet: [statement.text for statement in statements if statement.facet is facet] for facet in Facet}
    blocks: list[Block] = [
        Entries(ABOUT[facet].capitalize(), tuple(((in_full(text),), ()) for text in texts[facet]))
        for facet in Facet
        if texts[facet]
    ]
    silent = [ABOUT[facet] for facet in Facet if not texts[facet]]
    if blocks and silent:
        blocks.append(Lines(((f"No answer: {listed(silent)}.",),)))
    return tuple(blocks)


def _peers(page: PersonPage, cast: Cast) -> tuple[Block, ...]:
    entries = []
    for peer in page.peers:
        name = cast.names[peer.participant]
        subjects = [subjects_of(link) for link in peer.links]
        claim: Line = (
            (": ", *spaced(subjects, "; "), ".")
            if subjects
            else (", though no single subject is clear enough to name.",)
        )
        quotes = tuple(_quotes(link, name) for link in peer.links if link.facet is not Facet.THEMES)
        entries.append(((Strong(name), f", {of_full(peer.affinity)}", *claim), quotes))
    return _entries("", tuple(entries))


def _quotes(link: Link, other: str) -> Line:
    return (f"{kind_of(link)}: ", in_full(link.mine.text), f" - {other}: ", in_full(link.theirs.text))


def _shown(link: Link, first: str, second: str) -> tuple[Line, tuple[Line, ...]]:
    """A claim and the words that it rests on; a ticked box is its own quotation."""
    title: Line = (Strong(kind_of(link)), ": ", *subjects_of(link), ".")
    if link.facet is Facet.THEMES:
        return title, ()
    return title, ((f"{first}: ", in_full(link.mine.text)), (f"{second}: ", in_full(link.theirs.text)))


def _share(share: FacetShare) -> str:
    amount = "not answered by both" if share.affinity is None else of_full(share.affinity)
    return amount if share.weight else f"{amount} (not counted in this program)"


def _exchanged(page: PersonPage, cast: Cast) -> tuple[Block, ...]:
    nothing = "Nothing that they offer or see coming clearly meets a need in the cohort, or the other way around."
    return _entries_or(nothing, _gifts((*page.gives, *page.gets), cast))


def _gifts(gifts: tuple[Gift, ...], cast: Cast) -> tuple[tuple[Line, tuple[Line, ...]], ...]:
    """Who could give what to whom, in both people's words."""
    entries = []
    for gift in gifts:
        giver, taker = cast.names[gift.giver], cast.names[gift.taker]
        title: Line = (Strong(giver), " to ", Strong(taker), ", on ", in_full(gift.subject))
        offer: Line = (offered_line(gift, cast.names), in_full(gift.offered.text))
        entries.append((title, (offer, (f"{taker} wrote: ", in_full(gift.needed.text)))))
    return tuple(entries)


def _entries(title: str, entries: tuple[tuple[Line, tuple[Line, ...]], ...]) -> tuple[Block, ...]:
    """A list, or nothing where it would be empty."""
    return (Entries(title, entries),) if entries else ()


def _entries_or(otherwise: str, entries: tuple[tuple[Line, tuple[Line, ...]], ...]) -> tuple[Block, ...]:
    """A list, or a sentence where it would be empty."""
    return _entries("", entries) or (Lines(((otherwise,),)),)
