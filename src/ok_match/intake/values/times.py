"""Times as form tools and spreadsheets write them: when an answer was sent."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

#: Ways to write a time, month first before day first: a column that reads either way is American.
_FORMS = (
    "%Y/%m/%d %I:%M:%S %p", "%Y/%m/%d %H:%M:%S", "%m/%d/%Y %I:%M:%S %p", "%m/%d/%Y %I:%M %p", "%m/%d/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M", "%m/%d/%y %H:%M:%S", "%m/%d/%y %H:%M", "%m/%d/%y %I:%M %p", "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M", "%d/%m/%y %H:%M:%S", "%d/%m/%y %H:%M", "%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M", "%m/%d/%Y",
    "%d/%m/%Y", "%d.%m.%Y",
)  # fmt: skip
#: ISO 8601.
_ISO = ""
#: Days since the last day of 1899, as spreadsheet programs count them.
_SERIAL = "serial"
_EPOCH = datetime(1899, 12, 30)


def times_in(texts: Sequence[str], column: Sequence[str]) -> list[datetime]:
    """The times that texts give, in the way of writing that fits most of the column that they stand in.

    Parameters
    ----------
    column : sequence of str
        Cells by which the way of writing is judged, beside the texts themselves.

    Returns
    -------
    list of datetime
        One a text, without a time zone; ``datetime.min`` where no way of writing fits.
    """
    if not texts:
        return []
    zoneless = [_zoneless(text) for text in texts]
    seen = [*map(_zoneless, column), *zoneless]
    fits = {form: sum(_parsed(text, form) is not None for text in seen) for form in (_ISO, _SERIAL, *_FORMS)}
    forms = sorted((form for form in fits if fits[form]), key=lambda form: -fits[form])
    return [
        next((time for form in forms if (time := _parsed(text, form)) is not None), datetime.min) for text in zoneless
    ]


def _zoneless(text: str) -> str:
    """A time without the time zone behind it; AM and PM are none."""
    return re.sub(r"\s+(?!(?:AM|PM)$)(?:[A-Z]{2,5}|(?:GMT|UTC)[+-]\d+)$", "", text.strip().upper())


def _parsed(text: str, form: str) -> datetime | None:
    """A time written in one way."""
    if form == _SERIAL:
        is_serial = re.fullmatch(r"[345]\d{4}([.,]\d+)?", text)
        return _EPOCH + timedelta(days=float(text.replace(",", "."))) if is_serial else None
    try:
        return datetime.strptime(text, form) if form else datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return None
