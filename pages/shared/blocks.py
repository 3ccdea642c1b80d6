"""What every page shows alike: a chart with its table, its downloads, its base and its date."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import charts, questions
from analysis.access import Action
from analysis.report import definitions, export, template
from analysis.report.export import Export
from analysis.vocabulary import Vocabulary
from pages.shared import chips, filters, identity, link, menu, session
from pages.shared.text import escaped, lines

SOURCE = "The hub's expression-of-interest form and partner sheet, as recorded in the ledger."
MISSING = "–"
FAINT = "Faint: what it would be without the filters."
DEFINITIONS = "pages/help/definitions.py"


@dataclass(frozen=True)
class Answer:
    """One answer, ready to be shown: what it is called, its table, and how it was counted.

    `as_of` says of what date it is, where that is not the date of the data shown. The filters
    bear on it unless `filtered` is false. `about` is the heading of `docs/definitions.md` that says
    how it is counted; each chart has one.
    """

    key: str
    title: str
    table: pd.DataFrame
    base: str
    as_of: str = ""
    filtered: bool = True
    about: str = ""


def title(name: str, *, filtered: bool = True) -> None:
    """Show a page's title, the way to share it, and what narrows or empties all that follows."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.title(escaped(name))
        if session.can_freeze():
            link.offer()
    with st.container():  # a filter that is set moves nothing that follows to another place
        _narrowed(filtered=filtered)


def _narrowed(*, filtered: bool) -> None:
    data, chosen = session.database(), filters.current()
    if not data.state.imports:
        st.info("Nothing is recorded yet, so nobody is counted anywhere.")
        menu.link("data/upload", "Upload an export to begin")
    elif filtered and filters.are_set():
        lines([f"Filtered by {filters.described()}."])
        if session.is_coverage():
            with st.container(horizontal=True):
                chips.draw()
                st.button("Reset", on_click=filters.clear)
        if not questions.totals(data, chosen)["offers"].iloc[0]:
            st.info("No offer matches these filters. Take one away, or clear them all.")


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
    _base(answer, faint=charts.is_faint(figure))
    counted(answer.about)
    with st.expander(f"Table and downloads: {escaped(answer.title)}"):
        st.dataframe(
            answer.table,
            hide_index=True,
            alt=answer.title,
            height="content",
            placeholder=MISSING,
        )
        downloads(answer)
        _picture(answer, figure)


def narrowing(answer: Answer, figure: go.Figure, alt: str, axes: Sequence[str]) -> None:
    """Show a chart whose marks narrow the page; drawn afresh, nothing on it stays marked.

    `axes` are the dimensions of a mark's codes, empty for one that is no term.
    """
    drawn = replace(answer, key=f"{answer.key} {filters.by_hand(answer.key)}")

    def take() -> None:
        if chips.take(drawn.key, axes):
            filters.take_hand(answer.key)

    chart(drawn, figure, alt, take)


def table(answer: Answer, on_click: Callable[[], None] | None = None) -> None:
    """Show a table with its base, its date and its downloads."""
    st.dataframe(
        answer.table,
        hide_index=True,
        key=answer.key,
        alt=answer.title,
        placeholder=MISSING,
        on_select=on_click or "ignore",
        selection_mode="single-row",
    )
    _base(answer)
    downloads(answer)


def counted(about: str) -> None:
    """The way to the words that say how a figure is counted."""
    st.page_link(DEFINITIONS, label="How this is counted", query_params={"about": about})


def folded(answer: Answer, *, is_open: bool = False) -> None:
    """Show a table under its title and number of rows; nothing where it has none."""
    place = st.container()
    if not answer.table.empty:
        with place.expander(f"{escaped(answer.title)} ({len(answer.table):,})", expanded=is_open):
            table(answer)


def downloads(answer: Answer) -> None:
    """Offer a table as CSV and Excel, each with its filters, date and base inside."""
    rows = Export(answer.title, _about(answer), answer.table)
    name = _file_name(answer)
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


def sample_notice() -> None:
    """Say on every page that the hub shown is invented, and offer the way out."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info("This is sample data: every organisation and person in it is invented.")
        if identity.may(Action.UPLOAD):
            st.button(
                "Start with your own data", on_click=session.attempt, args=(_start,), type="primary"
            )


def _start() -> str:
    return session.start_own(identity.by(Action.UPLOAD))


@identity.fragment
def _picture(answer: Answer, figure: go.Figure) -> None:
    """Offer the chart as a picture. It is drawn only when asked for; the browser saves it."""
    if st.toggle("Show as a picture to download", key=f"{answer.key} picture"):
        form = st.selectbox("Format", ["PNG", "SVG"], key=f"{answer.key} format")
        st.write("Download it with the camera at its top right.")
        st.plotly_chart(
            charts.picture(figure, answer.title, (*_faint(figure), *_about(answer))),
            width="content",
            theme=None,
            key=f"{answer.key} as {form}",
            alt=f"Picture of {answer.title}",
            config=charts.picture_config(_file_name(answer), form.lower()),
        )


def _file_name(answer: Answer) -> str:
    return re.sub(r"\W+", "-", answer.title.lower().replace("×", "by")).strip("-")


def _faint(figure: go.Figure) -> tuple[tuple[str, str], ...]:
    return (("Faint", "what it would be without the filters"),) if charts.is_faint(figure) else ()


def _base(answer: Answer, *, faint: bool = False) -> None:
    ghosts = f" {FAINT}" if faint else ""
    st.caption(f"{escaped(answer.base)}{ghosts} Data as of {_as_of(answer)}.")


def _as_of(answer: Answer) -> str:
    return answer.as_of or session.data_date()


def source() -> str:
    """Where the figures shown come from."""
    return "Sample data: invented." if session.is_sample() else SOURCE


def _about(answer: Answer) -> tuple[tuple[str, str], ...]:
    return (
        ("Filters", filters.described() if answer.filtered else "none"),
        ("Data as of", _as_of(answer)),
        ("Base", answer.base),
        *_definition(answer),
        # Where no link can freeze the page, what has a date of its own is a file of the hub's.
        ("Source", SOURCE if answer.as_of and not session.can_freeze() else source()),
    )


def _definition(answer: Answer) -> tuple[tuple[str, str], ...]:
    return (("How it is counted", definitions.short(answer.about)),) if answer.about else ()
