"""Questions are recognised by their meaning; none of those here was part of the fit."""

import numpy as np
import pytest

from ok_match.similarity import question_kinds

UNSEEN = {
    "goals": (
        "Fast forward to next autumn: which outcome would thrill you?",
        "What would you like to get done before the season is over?",
        "What are you hoping this year brings for your company?",
    ),
    "obstacles": (
        "Which worry follows you home at night?",
        "What is the roughest patch of your work these days?",
        "What slows your business down the most?",
    ),
    "opportunities": (
        "Which good chances do you see around the corner?",
        "What new prospects have turned up for your company?",
        "Where do you think you could grow next?",
    ),
    "offers": (
        "What might the rest of the group learn from your experience?",
        "Which subject could you give advice on?",
        "What skill would you gladly share with other owners?",
    ),
    "keep_apart": ("Whom would you rather not be placed with?", "Is there a competitor you must not sit with?"),
    "sit_with": ("Is there a friend you want to be seated with?", "Whom do you hope to be grouped with?"),
    "availability": ("Which mornings could you come?", "What days are you able to meet?"),
    "industry": ("What industry does your company belong to?", "What type of business are you in?"),
    "team_size": ("How many people do you employ?", "Number of staff members"),
    "revenue": ("What was your revenue last year?", "Annual turnover in dollars"),
    "access": ("Do you have any allergies?", "What dietary needs do you have?"),
    "share_contact": ("May the other members have your e-mail address?",),
    "consent": ("I agree to treat what I hear as confidential", "Do you accept these terms?"),
    "facilitate": ("Would you be willing to facilitate a group?",),
    "phone": ("Mobile phone number",),
    "other": ("What size of t-shirt do you wear?", "How did you find out about us?"),
}


@pytest.mark.parametrize("field", UNSEEN)
def test_most_questions_in_unseen_wording_are_recognised(field: str) -> None:
    fields = [next(iter(kinds)) for kinds in question_kinds(UNSEEN[field])]

    assert fields.count(field) * 2 >= len(fields), fields


def test_nearly_all_unseen_questions_are_recognised() -> None:
    asked = [(field, text) for field, texts in UNSEEN.items() for text in texts]

    fields = [next(iter(kinds)) for kinds in question_kinds([text for _, text in asked])]

    assert np.mean([got == field for got, (field, _) in zip(fields, asked, strict=True)]) >= 0.85


def test_a_header_has_one_likelihood_a_field_and_they_sum_to_one() -> None:
    (kinds,) = question_kinds(["What's keeping you up at night?"])

    assert sum(kinds.values()) == pytest.approx(1.0)
    assert list(kinds.values()) == sorted(kinds.values(), reverse=True)
    assert {"goals", "obstacles", "opportunities", "offers", "other"} <= set(kinds)


def test_headers_that_say_nothing_are_taken_for_nothing() -> None:
    assert question_kinds([]) == []
    for kinds in question_kinds(["", "?", "🙂", "x" * 40_000]):
        assert max(kinds.values()) < 0.6 or next(iter(kinds)) == "other"
