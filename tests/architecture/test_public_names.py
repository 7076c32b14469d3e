"""The public face is what it says it is."""

import importlib

import ok_match
from ok_match.cli.app import app


def test_public_names_are_sorted_and_each_exists() -> None:
    assert ok_match.__all__ == sorted(ok_match.__all__)
    for name in ok_match.__all__:
        assert getattr(ok_match, name).__doc__, name


def test_every_package_lists_its_names_sorted_as_they_are() -> None:
    for folder in ("model", "intake", "similarity", "rules", "partition", "explain", "render", "seating", "season"):
        package = importlib.import_module(f"ok_match.{folder}")
        assert list(package.__all__) == sorted(
            package.__all__, key=lambda name: (not name.isupper(), name.islower(), name)
        )
        assert all(hasattr(package, name) for name in package.__all__)


def test_an_unknown_name_is_refused() -> None:
    assert not hasattr(ok_match, "nonsense")


def test_every_command_has_help_with_an_example() -> None:
    for command in app.registered_commands:
        assert command.callback is not None
        assert "Example: ok-match " in (command.callback.__doc__ or "")
