"""Writes one set of people in the shapes of many form tools: ``python tests/data/dialects/write_dialects.py``.

``people.json`` holds the people as they are. The functions named below write them as one tool exports them, with all
of its quirks, asking in the words of one program. ``expected.json`` says of each file what differs from
``people.json``: what the form asks at all, who is held, and what becomes of the rows that are nobody of these twelve.
"""

import json
from collections.abc import Callable, Mapping

import forms
import platforms
import sheets
import surveys
from asking import HERE, Dialect

DIALECTS: Mapping[str, Callable[[], Dialect]] = {
    "google-forms.csv": forms.google_forms,
    "google-sheets.csv": forms.google_sheets,
    "microsoft-forms.xlsx": forms.microsoft_forms,
    "microsoft-forms-german.csv": forms.microsoft_forms_german,
    "surveymonkey-expanded.csv": surveys.surveymonkey_expanded,
    "surveymonkey-condensed.xlsx": surveys.surveymonkey_condensed,
    "qualtrics.csv": surveys.qualtrics,
    "typeform.csv": surveys.typeform,
    "jotform.csv": forms.jotform,
    "airtable.csv": forms.airtable,
    "limesurvey.csv": platforms.limesurvey,
    "redcap.csv": platforms.redcap,
    "kobo.csv": platforms.kobo,
    "alchemer.csv": platforms.alchemer,
    "tally.csv": platforms.tally,
    "gravity-forms.csv": platforms.gravity_forms,
    "zoho-forms.csv": platforms.zoho_forms,
    "formstack.csv": platforms.formstack,
    "eventbrite.csv": platforms.eventbrite,
    "hand-kept.xlsx": sheets.hand_kept,
    "european-excel.csv": sheets.european_excel,
    "unicode-text.txt": sheets.unicode_text,
    "plain.ods": sheets.plain_ods,
    "plain.xlsx": sheets.plain_xlsx,
}


def main() -> None:
    written = {name: dialect() for name, dialect in DIALECTS.items()}
    for name, dialect in written.items():
        (HERE / name).write_bytes(dialect.data)
    expected = {name: dialect.expected() for name, dialect in written.items()}
    (HERE / "expected.json").write_text(json.dumps(expected, indent=2, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    main()
