"""Messages for validation errors in a program, worded for a facilitator."""

from difflib import get_close_matches
from typing import get_args

from pydantic import BaseModel, ValidationError

from ok_match.errors import ProgramError

#: Steps of an error's path that name the type tried, not a key in the file.
_TYPES = {"str", "int", "constrained-int", "tuple[str, ...]", "tuple", "ColumnChoice", "Followed"}


def program_error(where: str, model: type[BaseModel], error: ValidationError) -> ProgramError:
    """The error for the first fault in a program or in a rule's arguments: its key, the value seen, and advice."""
    # Unknown keys come first: one is often the misspelling of a key that is missing.
    fault = min(error.errors(include_url=False), key=lambda fault: fault["type"] != "extra_forbidden")
    path = [str(step + 1) if isinstance(step, int) else step for step in fault["loc"] if step not in _TYPES]
    key = " ".join(path)
    if fault["type"] == "extra_forbidden":
        known = _keys(model, fault["loc"][:-1])
        near = get_close_matches(path[-1], known, n=1)
        hint = f'did you mean "{near[0]}"? ' if near else ""
        return ProgramError(
            where,
            f'"{key}" is not a key that ok-match knows.',
            "Nothing was matched.",
            f"{hint}The keys here are: {', '.join(known)}.",
        )
    if fault["type"] == "missing":
        return ProgramError(where, f'"{key}" is missing.', "Nothing was matched.", f'add a value for "{path[-1]}".')
    seen = "" if isinstance(fault["input"], dict | BaseModel) else f", got {fault['input']!r}"
    return ProgramError(
        where,
        f"{key or 'the program'}: {fault['msg'].removeprefix('Value error, ')}{seen}.",
        "Nothing was matched.",
        "correct that line; `ok-match init` writes a program with comments.",
    )


def _keys(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The keys that the model has at this path, sorted."""
    for step in path:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        annotation = field.annotation if field is not None else None
        kinds = get_args(annotation) or (annotation,)
        model = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), model)
    return sorted(field.alias or name for name, field in model.model_fields.items())
