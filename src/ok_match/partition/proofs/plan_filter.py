"""Plans that simple arguments rule out: the largest conflict, and people who share no slot with enough others."""

from collections.abc import Iterable

from ok_match.model import Seat, Terms

from ..protocol import SizePlan
from .conflicts import largest_conflict, lonely


class PlanFilter:
    """A test of plans for one problem. What it rejects is impossible; what it allows need not be possible."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._conflict = set(largest_conflict(terms))
        self._seated = {term.member for term in terms.terms if isinstance(term, Seat)}
        self._lonely: dict[int, set[int]] = {}

    def allows(self, plan: SizePlan) -> bool:
        """Whether these arguments leave a plan possible."""
        if plan.low not in self._lonely:
            self._lonely[plan.low] = set(lonely(self._terms, plan.low))
        alone = self._lonely[plan.low]
        unseated = len(self._conflict - alone) - plan.groups
        return not alone & self._seated and len(alone) + max(0, unseated) <= plan.waiting

    @property
    def hopeless(self) -> bool:
        """Whether somebody with a fixed seat would have to wait in groups of every size tested so far."""
        return all(alone & self._seated for alone in self._lonely.values())


def promising(terms: Terms, plans: Iterable[SizePlan]) -> list[SizePlan]:
    """The plans that a ``PlanFilter`` allows, in their order."""
    plan_filter = PlanFilter(terms)
    return [plan for plan in plans if plan_filter.allows(plan)]
