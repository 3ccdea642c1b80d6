"""The tripwire of an upload: details about people where they do not belong, and their removal."""

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby

import streamlit as st

from analysis.intake import personal
from analysis.intake.personal import Noticed
from analysis.intake.reading import Reading
from analysis.report import personal as report
from pages.shared import session, text, uploads

EVERYONE = (
    "Everyone who sees the dashboard may read these answers. The words around what is removed stay."
)
KEPT_APART = "These columns are kept with the personal data, and the dashboard shows none of them."


def ask(found: Mapping[str, Reading]) -> dict[str, Reading]:
    """Show what was noticed in each file, and give the readings without what is to be removed.

    Expects the readings as understood, by the files' ids of this visit, before they are compared
    with what is there: what it gives is what may be recorded. Nothing is shown of a file without
    such details. What staff tick or untick is told as a choice about the form, and remembered
    once the file is recorded; until then answers that everyone may see are blanked.
    """
    return {file: _ask(file, reading) for file, reading in found.items()}


def _ask(file: str, reading: Reading) -> Reading:
    noticed = session.keep(f"noticed {file}", reading, partial(personal.noticed, reading))
    if not noticed:
        return reading
    blank = personal.decided(reading, noticed)
    with st.expander(text.escaped(f"Personal details in {reading.title}"), expanded=True):
        _panel(file, reading, noticed, blank)
    return session.keep(
        f"blanked {file}", (reading, blank), partial(personal.blanked, reading, blank)
    )


def _panel(file: str, reading: Reading, noticed: Sequence[Noticed], blank: frozenset[int]) -> None:
    for is_open, told in ((True, EVERYONE), (False, KEPT_APART)):
        these = [each for each in noticed if each.is_open == is_open]
        if these:
            st.write(told)
            text.bullets(report.of_noticed(these, blank))
        for column, kinds in groupby(
            [each for each in these if each.can_be_removed], key=lambda each: each.column
        ):
            st.checkbox(
                text.escaped(report.request(list(kinds))),
                value=column in blank,
                key=f"blank {file} {column}",
                on_change=_tell,
                args=(file, reading, column, blank),
            )


def _tell(file: str, reading: Reading, column: int, blank: frozenset[int]) -> None:
    is_on = bool(session.chosen(f"blank {file} {column}"))
    columns = blank | {column} if is_on else blank - {column}
    uploads.tell(file, personal.chosen(reading, frozenset(columns)))
