"""The directory: found as you type, with the stages' pipeline and the age of enquiries."""

import pandas as pd
import streamlit as st

from analysis import organisations
from analysis.database import Database
from analysis.questions import Filters
from analysis.report import definitions, list_numbers
from analysis.report import organisations as told
from analysis.vocabulary import STAGE
from pages.shared import filters, identity, numbers, organisation, session, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

ANY = "Any stage"


# What is typed redraws the list alone.
@identity.fragment
def show(data: Database, chosen: Filters) -> None:
    """Search, the pipeline of stages, and the organisations found."""
    search = _search()
    found = organisations.directory(data, search, session.day(), chosen)
    counts = organisations.pipeline(found, [term.label for term in session.words().of(STAGE)])
    text.lines([told.of_pipeline(counts), told.of_ages(found, session.day())])
    numbers.show(
        "number",
        "the directory",
        list_numbers.of_directory(data, found, counts, chosen),
        View(data, (), chosen),
    )
    stage = filters.pick("at", "Furthest stage", [ANY, *counts.index])
    here = found if stage == ANY else found[found["stage_label"] == stage]
    _listed(here, told.of_found(len(here), search, "" if stage == ANY else stage))


def _search() -> str:
    typed = st.text_input(
        "Search names and offers",
        key="search",
        type="search",
        live=True,
        bind="query-params",
        placeholder="A name, or words of an offer",
    )
    return typed or ""


def _listed(found: pd.DataFrame, base: str) -> None:
    organisation.choose(
        "found",
        Answer(
            f"directory {filters.by_hand('found')}",
            "Directory",
            told.listed(found),
            base,
            about=definitions.ORGANISATION,
        ),
    )
