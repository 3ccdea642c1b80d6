"""What every page shows alike: a chart with its table, its downloads, its base and its date."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import charts
from analysis.errors import DashboardError
from analysis.report import export, template
from analysis.report.export import Export
from analysis.vocabulary import Vocabulary
from pages.shared import filters, session

SOURCE = "The hub's expression-of-interest form and partner sheet, as recorded in the ledger."


@dataclass(frozen=True)
class Answer:
    """One answer, ready to be shown: what it is called, its table, and how it was counted."""

    key: str
    title: str
    table: pd.DataFrame
    base: str
    definition: str = ""


def chart(
    answer: Answer, figure: go.Figure, alt: str, on_click: Callable[[], None] | None = None
) -> None:
    """Show a chart, its base and date, and beneath it the same rows as a table and a download."""
    st.plotly_chart(
        figure,
        key=answer.key,
        alt=alt,
        config=charts.CONFIG,
        on_select=on_click or "ignore",
        selection_mode="points",
    )
    st.caption(f"{escaped(answer.base)} Data as of {session.data_date()}.")
    with st.expander(f"Table and downloads: {answer.title}"):
        st.dataframe(answer.table, hide_index=True, alt=answer.title, height="content")
        downloads(answer)


def table(answer: Answer, on_click: Callable[[], None] | None = None) -> None:
    """Show a table with its base, its date and its downloads."""
    st.dataframe(
        answer.table,
        hide_index=True,
        key=answer.key,
        alt=answer.title,
        on_select=on_click or "ignore",
        selection_mode="single-row",
    )
    st.caption(f"{escaped(answer.base)} Data as of {session.data_date()}.")
    downloads(answer)


def downloads(answer: Answer) -> None:
    """Offer a table as CSV and Excel, each with its filters, date and base inside."""
    rows = Export(answer.title, _about(answer), answer.table)
    name = "-".join(answer.title.lower().replace("×", "by").split())
    with st.container(horizontal=True):
        st.download_button(
            "CSV",
            lambda: export.as_csv(rows),
            f"{name}.csv",
            "text/csv",
            key=f"{answer.key} csv",
            on_click="ignore",
        )
        st.download_button(
            "Excel",
            lambda: export.as_xlsx(rows),
            f"{name}.xlsx",
            key=f"{answer.key} xlsx",
            on_click="ignore",
        )


def lines(sentences: Sequence[str]) -> None:
    """Show sentences that may hold words of a file: as plain text, never as Markdown."""
    st.text("\n".join(sentences))


def bullets(sentences: Sequence[str], nothing: str = "") -> None:
    """Show sentences as a list, or say that there are none."""
    if sentences:
        st.markdown("\n".join(f"- {escaped(sentence)}" for sentence in sentences))
    elif nothing:
        st.write(nothing)


def refused(fault: DashboardError) -> None:
    """Show what a user can put right."""
    st.error(escaped(str(fault)))


def templates(words: Vocabulary) -> None:
    """Offer the template that staff can fill in instead of an export."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.write("No form tool? Fill in our template:")
        st.download_button(
            "Template (Excel)",
            lambda: template.as_xlsx(words),
            "local-plan-template.xlsx",
            on_click="ignore",
        )
        st.download_button(
            "Template (CSV)", template.as_csv, "local-plan-template.csv", on_click="ignore"
        )


def escaped(text: str) -> str:
    """Text that Markdown leaves as it is written."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]()#+-.!|~<>$:&" else sign for sign in text)


def sample_notice() -> None:
    """Say on every page that the hub shown is invented, and offer the way out."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info("This is sample data: every organisation and person in it is invented.")
        st.button("Start with your own data", on_click=session.start_own, type="primary")


def _about(answer: Answer) -> tuple[tuple[str, str], ...]:
    lines = [
        ("Filters", filters.described()),
        ("Data as of", session.data_date()),
        ("Base", answer.base),
        ("Source", "Sample data: invented." if session.is_sample() else SOURCE),
    ]
    return (*lines, ("How it is counted", answer.definition)) if answer.definition else tuple(lines)
