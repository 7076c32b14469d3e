"""The record that was saved as JSON, unchanged."""

from pydantic import ValidationError

from ok_match.errors import RecordError
from ok_match.model import SCHEMA, Record


def read_record(text: str, name: str = "record") -> Record:
    """The record in a file's text; written again it gives the same bytes.

    Parameters
    ----------
    text : str
        The JSON that ``ok-match match --format json`` wrote.
    name : str
        The file's name, for messages.

    Raises
    ------
    RecordError
        If the text is not such a record, or not a complete one.
    """
    try:
        return Record.model_validate_json(text)
    except ValidationError as error:
        fault = error.errors(include_url=False, include_input=False)[0]
        place = " ".join(str(step) for step in fault["loc"]) or "the whole file"
        raise RecordError(
            name,
            f"is not a whole {SCHEMA} record: {place}, {fault['msg'].lower()}.",
            "Nothing was read from it.",
            "use the file that `ok-match match --format json` wrote, unchanged.",
        ) from None
