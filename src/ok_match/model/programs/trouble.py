"""A validation fault becomes a message that a facilitator can act on."""

from difflib import get_close_matches

from pydantic import BaseModel, ValidationError

from ok_match.errors import ProgramError

#: What the library puts into a path to say which of several types it tried.
_KINDS = {"str", "tuple[str, ...]", "tuple", "ColumnChoice"}


def program_error(where: str, model: type[BaseModel], error: ValidationError) -> ProgramError:
    """Word the first fault of a program, or of a rule's arguments, with the key, the value seen and advice."""
    # A word that is not known often is the one that is missing, misspelt: it comes first.
    fault = min(error.errors(include_url=False), key=lambda one: one["type"] != "extra_forbidden")
    path = [str(step + 1) if isinstance(step, int) else step for step in fault["loc"] if step not in _KINDS]
    key = " ".join(path)
    if fault["type"] == "extra_forbidden":
        known = _keys(model, fault["loc"][:-1])
        near = get_close_matches(path[-1], known, n=1)
        meant = f'did you mean "{near[0]}"? ' if near else ""
        return ProgramError(
            where,
            f'"{key}" is not a key that a program has.',
            "Nothing was matched.",
            f"{meant}The keys here are: {', '.join(known)}.",
        )
    if fault["type"] == "missing":
        return ProgramError(where, f'"{key}" is missing.', "Nothing was matched.", f'give "{path[-1]}" a value.')
    seen = "" if isinstance(fault["input"], dict | BaseModel) else f", got {fault['input']!r}"
    return ProgramError(
        where,
        f"{key or 'the program'}: {fault['msg'].removeprefix('Value error, ')}{seen}.",
        "Nothing was matched.",
        "correct that line; `ok-match match --help` shows an example.",
    )


def _keys(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """List the keys that the model has at this path."""
    for step in path:
        field = model.model_fields.get(step) if isinstance(step, str) else None
        if field is not None and isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            model = field.annotation
    return sorted(model.model_fields)
