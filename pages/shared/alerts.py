"""What crossed a line that matters since the last import: a line each, put away with a click."""

from collections.abc import Sequence

import streamlit as st

from analysis.access import Action
from analysis.decide import alerts
from analysis.report import alerts as told
from analysis.report import definitions
from analysis.report.alerts import Alert
from pages.shared import blocks, filters, identity, menu, session, text

PAGES = {told.CELLS: "coverage/explore", told.ENQUIRIES: "decide/pipeline"}
HIDDEN = "alerts put away"
MOST = 3


def show() -> None:
    """Show the lines crossed since just before the last import; nothing where none was."""
    data = session.database()
    since = alerts.before_the_last_import(data.state)
    if since is None:
        return
    before = session.at(session.store(), since.number)
    late = alerts.overdue(before, data, (since.day, session.day()))
    found = told.alerts(alerts.crossed(before, data), late)
    said = "\n".join(alert.text for alert in found)
    if found and session.chosen(HIDDEN) != said:
        _show(found, said)


def _show(found: Sequence[Alert], said: str) -> None:
    with st.container(border=True, key="alerts"):
        st.subheader(told.headline(found))
        st.caption("Of the whole hub, whatever the filters.")
        _lines(found[:MOST])
        if found[MOST:]:
            with st.expander(f"{len(found) - MOST} more"):
                _lines(found[MOST:])
        with st.container(horizontal=True):
            blocks.counted(definitions.ALERTS)
            st.button("Put these away", on_click=filters.choose, args=(HIDDEN, said))


def _lines(found: Sequence[Alert]) -> None:
    for alert in found:
        if alert.page == told.ENQUIRIES and not identity.may(Action.NOTE):
            text.lines([alert.text])  # whoever may not open the pipeline still reads the line
        else:
            menu.link(PAGES[alert.page], text.escaped(alert.text), **alert.asked)
