"""Rules about very many pairs are stored as kinds of people, and mean the same."""

import sys

import numpy as np
import pytest

from ok_match.model import Rule, Terms
from ok_match.partition import cost
from ok_match.rules import CARDS
from tests.builders import people, world_of


@pytest.mark.parametrize("strength", ["must", "should"])
def test_pairs_stored_by_kind_cost_what_listed_pairs_do(strength: str, monkeypatch: pytest.MonkeyPatch) -> None:
    specialties = [["tax"], ["tax", "law"], ["law"], [], ["art"], ["art", "tax"], ["law"], ["tax"], []]
    world = world_of(people("abcdefghi", specialty=specialties))
    rule = Rule.model_validate({"rule": "one_per", "strength": strength, "field": "specialty"})
    constraint = CARDS["one_per"].apply(rule, world)
    listed = Terms(9, constraint.terms())
    monkeypatch.setattr(sys.modules["ok_match.rules.shapes.kept_apart"], "LISTED", 0)
    by_kind = Terms(9, constraint.terms())
    assert by_kind != listed
    random = np.random.default_rng(0)
    for _ in range(50):
        labels = random.integers(0, 4, 9).tolist()
        assert cost(by_kind, labels, 3) == cost(listed, labels, 3)
        cohorts = [[i for i in range(9) if labels[i] == group] for group in range(3)]
        judged = sum(constraint.finding(members, group).cost for group, members in enumerate(cohorts))
        assert judged == sum(cost(listed, labels, 3))
