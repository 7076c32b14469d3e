"""A rule is one file and one card: only the table of words also knows a rule by name."""

import ast
from pathlib import Path

import pytest

from ok_match.intake import FIELD_NAMES
from ok_match.rules import CARDS

SOURCE = Path(__file__).parents[2] / "src" / "ok_match"
#: The one table of words for all rules.
WORDS = SOURCE / "render" / "words" / "rules.py"
#: Rules whose names also mean something else: a field of the sheet, an obstacle or a cue in prose.
HOMONYMS = set(FIELD_NAMES) | {"apart"}


def names_in(path: Path) -> set[str]:
    """The names of rules that occur as string literals in a module."""
    texts = {node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)}
    return {text for text in texts if isinstance(text, str)} & set(CARDS)


def home_of(rule: str) -> Path:
    return Path(CARDS[rule].read.__code__.co_filename)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_knows_a_rule_by_name_but_its_own_and_the_table_of_words(path: Path) -> None:
    if path != WORDS:
        foreign = {rule for rule in names_in(path) if home_of(rule) != path}
        assert foreign <= HOMONYMS


def test_each_rule_has_a_file_of_its_own_that_is_named_after_it() -> None:
    for rule in CARDS:
        assert home_of(rule).stem == rule


def test_the_check_itself_would_notice(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('if rule == "meeting_slot":\n    "a sentence about meeting_slot"\n')
    assert names_in(module) == {"meeting_slot"}
