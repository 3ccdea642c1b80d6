"""Text on a page: words from files stay as they were written, never Markdown and never HTML."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from analysis.errors import DashboardError, FaultError
from pages.shared import faults, session

_SIGNS = re.compile(r"[\\`*_{}\[\]()#+\-.!|~<>$:&]")

# Streamlit looks for links, icons and arrows once more when the Markdown is read, and there a
# backslash no longer helps. A word joiner, which nobody sees, breaks them up.
_JOINER = "\N{WORD JOINER}"
_SPOTS = re.compile(r"(?=[:@])|(?<=www)(?=\.)|(?<=[-<>=~])(?=[-<>=])", re.IGNORECASE)


def escaped(text: str) -> str:
    """Text that Markdown shows as it is written."""
    return _SIGNS.sub(r"\\\g<0>", _SPOTS.sub(_JOINER, " ".join(text.split())))


def lines(sentences: Sequence[str]) -> None:
    """Show sentences that may hold words of a file: as plain text, never as Markdown."""
    st.text("\n".join(sentences))


def bullets(sentences: Sequence[str], nothing: str = "") -> None:
    """Show sentences as a list, or say that there are none."""
    if sentences:
        st.markdown("\n".join(f"- {escaped(sentence)}" for sentence in sentences))
    elif nothing:
        st.write(nothing)


def warned(told: str) -> None:
    """Say what was asked for and is not there; nothing where all is."""
    if told:
        st.warning(escaped(told))


def refused(fault: DashboardError) -> None:
    """Show what a user can put right; whoever keeps the machine finds its faults in the log."""
    faults.log(fault)
    st.error(escaped(str(fault)))


@contextmanager
def apart() -> Iterator[None]:
    """A part of a page without which the rest can do: a fault of the machine is told there."""
    try:
        yield
    except FaultError as fault:
        refused(fault)


def news() -> None:
    """Say what the last click did, or why it could not be done."""
    for sentence, is_done in session.news():
        (st.success if is_done else st.error)(escaped(sentence))
