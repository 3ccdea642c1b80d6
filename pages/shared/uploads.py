"""What was said in this visit of files that are not recorded yet.

Beside `session`, `filters` and `chips`, only this module touches session state.
"""

from collections.abc import Sequence
from functools import partial
from time import monotonic
from typing import cast

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.errors import DashboardError
from analysis.intake.choices import NO_CHOICES, Choices
from analysis.ledger.entries import Payload
from pages.shared import identity, session, text
from pages.shared.session import KEPT

TOLD = "told "
SHEET = "/"  # between a file's id and the number of its further sheet
TOLD_WORDINGS = f"{TOLD}wordings"


def number() -> int:
    """How many times this visit has recorded files; the uploader starts empty after each."""
    return int(st.session_state.get("uploads", 0))


def handed_in(files: Sequence[UploadedFile]) -> list[UploadedFile]:
    """The dropped files that are taken in; says so where they are more than one person may drop."""
    taken: list[UploadedFile] = []
    for file in files:
        count = partial(session.allowance().take, identity.name(), monotonic())
        try:
            session.keep(f"handed in {file.file_id}", file.file_id, count)
        except DashboardError as fault:
            text.refused(fault)
            return taken
        taken.append(file)
    return taken


def note_recorded() -> None:
    """Empty the uploader, and let go of what was made and said of its files."""
    st.session_state["uploads"] = number() + 1
    for name in [name for name in st.session_state if str(name).startswith((KEPT, TOLD))]:
        del st.session_state[name]


def told(file: str) -> Choices:
    """What was said in this visit of a file that is not recorded yet, by any of its sheets."""
    return cast(Choices, st.session_state.get(TOLD + file.partition(SHEET)[0], NO_CHOICES))


def tell(file: str, choices: Choices) -> None:
    """Say something of a file that is not recorded yet; it holds for all of its sheets."""
    st.session_state[TOLD + file.partition(SHEET)[0]] = choices


def told_wordings() -> tuple[Payload, ...]:
    """What was said in this visit of wordings in files that are not recorded yet."""
    said = cast(dict[tuple[str, str], Payload], st.session_state.get(TOLD_WORDINGS, {}))
    return tuple(said.values())


def tell_wording(payload: Payload) -> None:
    """Say what a wording means in files that are not recorded yet; the last word counts."""
    said = st.session_state.get(TOLD_WORDINGS, {})
    key = (payload["dimension"], payload["wording"])
    st.session_state[TOLD_WORDINGS] = {**said, key: payload}
