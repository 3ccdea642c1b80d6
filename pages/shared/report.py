"""The report to the board on a page: what it is about, its preview, its files, its record."""

from datetime import UTC, datetime
from functools import partial
from pathlib import PurePath

import streamlit as st

from analysis import timeline
from analysis.access import Action
from analysis.ledger import entries, record
from analysis.report import over_time as days
from analysis.report.board import facts, written
from analysis.report.board import told as telling
from analysis.report.board.facts import TITLE, Asked, Facts, Years
from analysis.report.board.parts import Report, Section
from analysis.report.described import described
from analysis.timeline import Point
from pages.shared import filters, identity, over_time, session, sure, text
from pages.shared.drill import View
from pages.shared.over_time import Axes, Days, Record

NAMES = {".pdf": "PDF", ".docx": "Word", ".xlsx": "Excel, all tables in full"}
MOST = 80  # letters of a title
SINCE = "report_since"


def pick_title() -> str:
    """What the report is called."""
    typed = st.text_input("Title", TITLE, MOST, key="report_title", bind="query-params")
    return " ".join(typed.split()) or TITLE


def pick_since(record: Record) -> Days:
    """What to compare with, the last report unless another is chosen; and the data's moment."""
    until = Point(record.until, len(record.entries))
    names = days.names(timeline.days(record.entries, record.until))
    usual, last = days.first(names), facts.last(record.entries)
    if last is not None:
        usual = _named(last)
        names = {usual: last, **names}
    since = names[filters.pick(SINCE, "Compare with the end of", list(names), usual)]
    return since, until


def told(record: Record, axes: Axes, title: str, ends: Days) -> Report:
    """All that the report says, put together once in a visit for the same question."""
    chosen, data = filters.current(), session.database()
    asked = Asked(identity.called(), described(chosen), chosen, axes, title)
    place = f"{session.store().folder} {entries.mark(session.store(), data.state.number)}"

    def make() -> Report:
        story = over_time.story(record, ends, axes, chosen)
        known = sure.found(View(data, axes, chosen))
        points = timeline.school_years(record.entries, record.until)
        years = Years(points, over_time.grids(record, points, axes, chosen))
        made = Facts(data, record.entries, *ends, story, known, years)
        return telling.report(made, asked, datetime.now(UTC))

    with st.spinner("Putting the report together…"):
        return session.keep("report", (place, asked, ends, record.entries), make)


def downloads(told: Report) -> None:
    """Offer the report in each of its forms; each is written when it is asked for."""
    with st.container(horizontal=True):
        for ending, write in written.WRITERS.items():
            st.download_button(
                NAMES[ending],
                partial(write, told),
                str(PurePath("local-plan-report").with_suffix(ending)),
                key=f"report {ending}",
                on_click="ignore",
                type="primary" if ending == ".pdf" else "secondary",
            )


def offer_to_record() -> None:
    """Offer to remember that the board was told, so that the next report begins there."""
    if not identity.may(Action.REPORT) or session.frozen():
        return  # what a link froze is shown, and nothing is recorded from it
    st.button("Record that the board was told", on_click=session.attempt, args=(_record,))
    st.caption(
        "The next report then says what changed since. It changes no figure, and can be undone."
    )


def preview(told: Report) -> None:
    """Show what the report says, section by section."""
    text.lines([f"{name}: {said}" for name, said in told.about])
    for section in told.sections:
        _show(section)


def _show(section: Section) -> None:
    st.subheader(text.escaped(section.heading))
    text.lines(section.lines)
    text.bullets([*section.points])
    text.bullets([f"Chart: {picture.title}. {picture.alt}" for picture in section.pictures])
    for table in section.tables:
        if table.is_printed:
            with st.expander(text.escaped(f"Table: {table.title} ({len(table.rows):,})")):
                st.dataframe(
                    table.rows[list(table.headers)].head(table.most or len(table.rows)),
                    hide_index=True,
                    alt=table.title,
                    placeholder="–",
                )
                st.caption(f"{text.escaped(table.note)} Data as of {session.data_date()}.")


def _record() -> str:
    store, number = session.store(), session.database().state.number
    by = identity.by(Action.REPORT)
    entry = record.record_report(store, number, described(filters.current()), by)
    filters.choose(SINCE, _named(Point(session.today(), number)))
    return f"Recorded as entry {entry}. The next report says what changed since."


def _named(last: Point) -> str:
    return f"The last report, {days.said(last)}"
