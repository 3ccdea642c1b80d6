"""A file about places: what it would add, and the button that records it."""

from collections.abc import Callable
from functools import partial
from hashlib import sha256
from typing import cast

import streamlit as st

from analysis import areas, charts, questions
from analysis.access import Action
from analysis.errors import DashboardError
from analysis.intake.places import figures as tables_of_figures
from analysis.intake.places.boundaries import Boundaries
from analysis.intake.places.figures import Figures
from analysis.intake.places.read import read
from analysis.ledger import places
from analysis.report import definitions, tables
from analysis.report import place_files as told
from pages.shared import blocks, identity, session, text, uploads
from pages.shared.blocks import Answer

NOT_YET = "this upload, not recorded yet"
SOURCE, PERIOD, CHOSEN = "places source", "places period", "places measures"


def show(name: str, content: bytes) -> None:
    """What a file says, what recording it would add, and the button; or why it is refused."""
    key = sha256(name.encode() + content).hexdigest()[:16]
    try:
        with st.spinner("Reading…"):
            said = session.keep(f"place {key}", key, partial(read, name, content, session.words()))
    except DashboardError as fault:
        text.refused(fault)
        return
    st.header("What this would add")
    if isinstance(said, Boundaries):
        _show_boundaries(said)
    else:
        _show_figures(said)


def standing() -> None:
    """Which measures of need can be chosen now, and from where; where to see them."""
    data = session.database()
    found = areas.measures(data)
    table = found[["label", "unit", "period", "source"]].rename(
        columns={"label": "Measure", "unit": "Unit", "period": "Of", "source": "Source"}
    )
    drawn = "real outlines" if len(areas.outlines(data)) else "tiles"
    base = f"These can be chosen on Places and Gaps. The map is drawn from {drawn}."
    st.header("Needs that can be chosen now")
    blocks.table(Answer("needs", "Needs that can be chosen", table, base, filtered=False))
    blocks.counted(definitions.UPLOADED)
    st.page_link("pages/coverage/places.py", label="See them on Places")


def _show_boundaries(said: Boundaries) -> None:
    text.bullets(told.of_boundaries(said))
    data = session.at(session.own_store())
    found = questions.places(data, "function", "")
    shaded = tables.tiles(found, found, None)
    blocks.chart(
        Answer(
            "outlines",
            "The areas as they would be drawn",
            told.of_areas(said, session.words()),
            f"{said.file}.",
            NOT_YET,
            filtered=False,
            about=definitions.PLACES,
        ),
        charts.area_map(shaded, places.drawn(said).to_pandas()),
        charts.describe_tiles(shaded),
    )
    _offer(_record_boundaries, said)


def _show_figures(said: Figures) -> None:
    text.bullets(told.of_figures(said, session.words()))
    table = told.of_measures(said, session.words())
    blocks.table(Answer("measures", "Measures", table, f"{said.file}.", NOT_YET, filtered=False))
    labels = [measure.label for measure in said.measures]
    st.multiselect("Measures to add", labels, labels, key=CHOSEN)
    if any(not measure.period for measure in said.measures):
        left, right = st.columns(2)
        with left:
            st.text_input("Who published the figures", said.file, key=SOURCE)
        with right:
            st.text_input("Of which year or date they are", key=PERIOD, placeholder="2025")
    _offer(_record_figures, said)


def _offer(act: Callable[..., str], said: Boundaries | Figures) -> None:
    given = (act, said)
    st.button("Record this file", type="primary", on_click=session.attempt, args=given)


def _record_boundaries(said: Boundaries) -> str:
    number = places.record_boundaries(session.own_store(), said, identity.by(Action.UPLOAD))
    uploads.note_recorded()
    return told.recorded([f"the outlines of {len(said.shapes)} areas"], number)


def _record_figures(said: Figures) -> str:
    labels = cast(list[str], session.chosen(CHOSEN) or [])
    source, period = (str(session.chosen(key) or "") for key in (SOURCE, PERIOD))
    kept = tables_of_figures.chosen(said, labels, source, period)
    number = places.record_figures(session.own_store(), kept, identity.by(Action.UPLOAD))
    uploads.note_recorded()
    return told.recorded(labels, number)
