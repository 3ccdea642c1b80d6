"""From a number to the organisations behind it, to an offer, to the words in the file."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis import questions
from analysis.database import Database
from analysis.questions import Filters
from analysis.report import definitions, sentences, tables
from pages.shared import blocks, chips, filters, organisation, session, text
from pages.shared.blocks import Answer

Cell = tuple[str, ...]
PLACES = ["row", "column", "layer"]


@dataclass(frozen=True)
class View:
    """Where the numbers of one figure come from: its data, its dimensions and its filters.

    `as_of` says of what date the data is, where it is not recorded yet.
    """

    data: Database
    axes: Sequence[str]
    chosen: Filters
    as_of: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether the filters of the page bear on it."""
        return self.chosen == filters.current()

    @property
    def date(self) -> str:
        """Of what date its figures are."""
        return self.as_of or session.data_date(self.data)


def cell_names(cells: pd.DataFrame) -> dict[Cell, str]:
    """Every cell of a grid by its codes, named as a person would: "Schools × Derby"."""
    codes = cells[PLACES].itertuples(index=False, name=None)
    labels = cells[[f"{place}_label" for place in PLACES]].itertuples(index=False, name=None)
    return {
        tuple(filter(None, cell)): sentences.crossed(*words)
        for cell, words in zip(codes, labels, strict=True)
    }


def codes_of(cell: pd.Series, axes: Sequence[str]) -> dict[str, str]:
    """The codes of a cell's terms, by the dimensions of its frame."""
    return dict(zip(axes, cell[PLACES], strict=False))


def cell(view: View, cells: pd.DataFrame) -> None:
    """Let one cell be chosen; show its offers, and of one of them the source words."""
    st.header("Behind a cell")
    names = cell_names(cells)
    hint = "Click a cell above, or choose one"
    name = filters.pick_any("cell", "Cell", list(names.values()), hint)
    if name is None:
        st.write("Choose a cell to see its partners, its enquiries, and who did not say.")
        return
    place = list(names.values()).index(name)
    text.lines([sentences.of_cell(cells.iloc[place])])
    codes = dict(zip(view.axes, list(names)[place], strict=True))
    st.button("Narrow the page to this cell", on_click=chips.narrow, args=(codes,))
    terms = [f"{axis}:{code}" for axis, code in codes.items()]
    offers(questions.offers_behind(view.data, view.axes, terms, view.chosen), name, view)


def offers(found: pd.DataFrame, name: str, view: View, key: str = "offer") -> None:
    """Show offers; of a chosen one its organisation and the source words."""
    if found.empty:
        st.write("Nobody claims this cell, and no partner left it open.")
        return
    keys, table = tables.offer_names(found), f"{key} behind {name}"
    blocks.table(
        Answer(
            table,
            f"Offers behind {name}",
            tables.of_offers(found),
            sentences.of_offers(found),
            view.date,
            filtered=view.is_filtered,
            about=definitions.OFFERS,
        ),
        lambda: filters.follow_row(table, key, list(keys)),
    )
    offer = filters.pick_any(key, "Offer", list(keys), "Select a row above, or choose one")
    if offer is not None:
        place = list(keys).index(offer)
        if not view.as_of:
            organisation.link(str(found["organisation"].iloc[place]))
        answers = tables.of_answers(questions.answers_of(view.data, keys[offer]))
        title, base = f"Source words of {offer}", "As written in the file."
        blocks.table(
            Answer(f"{key} words", title, answers, base, view.date, filtered=view.is_filtered)
        )
