"""Which spellings name one organisation, and which do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ok_match.model import organisation_key, organisation_words


@pytest.mark.parametrize(
    "spelling",
    [
        "green", "GREEN", "The Green", "Green Inc", "Green, Inc.", "Green Incorporated", "Green LLC", "Green L.L.C.",
        "Green L L C", "Green LLP", "Green Ltd", "Green Ltd.", "Green Limited", "Green Co", "Green Co.", "Green & Co",
        "Green & Co.", "Green and Company", "Green Company", "Green Corp.", "Green Corporation", "Green PLC",
        "Green P.C.",
        "Green PLLC", "Green Pty Ltd", "Green Pty. Ltd.", "Green Pte. Ltd.", "Green Pvt. Ltd.", "Green Sdn Bhd",
        "Green GmbH", "Green G.m.b.H.", "Green GmbH & Co. KG", "Green AG", "Green KG", "Green UG", "Green e.V.",
        "Green SARL", "Green S.A.R.L.", "Green Sàrl", "SARL Green", "Green SAS", "Green SASU", "Green EURL", "Green SA",
        "Green S.A.", "Green S. A.", "Green S.A. de C.V.", "Green S. de R.L.", "Green S.L.", "Green Ltda.", "Green Lda",
        "Green S.p.A.", "Green SpA", "Green S.r.l.", "Green BV", "Green B.V.", "Green B. V.", "Green NV", "Green AB",
        "Green A/S", "Green ApS", "Green AS", "Green ASA", "Green Oy", "Green Oyj", "Green OÜ", "UAB Green",
        "Green Sp. z o.o.", "Green Spółka z o.o.", "Green s.r.o.", "Green spol. s r.o.", "Green d.o.o.", "Green Kft.",
        "Green K.K.", "ООО Green", "Green Limited Liability Company", "The Green Company, LLC",
    ],
)  # fmt: skip
def test_a_legal_form_makes_no_other_organisation(spelling: str) -> None:
    assert organisation_key(spelling) == "green"


@pytest.mark.parametrize(
    "other",
    [
        "Co-op Green", "Green Co-op", "Green Coop", "Green & Sons", "Green Spa", "GREEN SPA", "Green PT",
        "Green Ok", "SA Green", "AS Green", "AB Green", "AG Green", "Limited Green", "Company Green", "Co Green",
        "Corporation Green", "Greens", "Green Unlimited", "Green Sal", "Green Foundation", "Green Association",
        "Green Group", "Green Holdings", "Green Partners", "Green Trust", "Evergreen", "Green Ltd Edition",
        "",
    ],
)  # fmt: skip
def test_another_organisation_stays_another(other: str) -> None:
    assert organisation_key(other) != "green"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("SA", "sa"), ("AS", "as"), ("Limited", "limited"), ("The Limited", "limited"), ("Company", "company"),
        ("The", "the"), ("Co. Ltd.", "co"), ("S.p.A.", "spa"), ("Limited Edition Prints", "limitededitionprints"),
        ("Company of Bakers", "companyofbakers"), ("Green LLC (Bend office)", "greenbendoffice"),
        ("Owl & Sons, Inc.", "owlandsons"), ("O'Hare Law, P.C.", "oharelaw"), ("J.P. Stone", "jpstone"),
        ("Café Ærø, Inc", "cafeærø"), ("N/A", "na"), ("Self-employed", "selfemployed"), ("", ""), ("- & -", "and"),
    ],
)  # fmt: skip
def test_a_form_alone_or_in_front_is_a_name(name: str, key: str) -> None:
    assert organisation_key(name) == key


@given(st.text(max_size=40))
def test_any_name_has_words_and_loses_no_more_than_its_form(name: str) -> None:
    words = organisation_words(name)
    assert "".join(words) == organisation_key(name)
    assert bool(words) == any(letter.isalnum() or letter == "&" for letter in name)
