"""A scenario in the making: its fields, what it comes to, and how it is kept or adopted."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from analysis import charts, organisations, questions
from analysis.access import Action
from analysis.database import Database
from analysis.decide import plan, scenario
from analysis.decide.scenario import NOTHING, Scenario
from analysis.ledger import entries
from analysis.ledger.entries import Draft
from analysis.ledger.record import TARGET
from analysis.report import definitions, tables
from analysis.report import history as entered
from analysis.report import scenario as told
from pages.shared import blocks, filters, identity, reasons, session, targets, text
from pages.shared import history as past
from pages.shared.blocks import Answer
from pages.shared.drill import View

DRAWN = 2  # a chart has rows and columns
NAME, WHY = "name of the scenario", "why this scenario"


def edit(data: Database, axes: Sequence[str], start: Scenario) -> Scenario:
    """Ask whom to take in, whom to let go, and which targets to change."""
    key, named = f"{start.name} {scenario.newest(data.state)}", told.names(data)
    known = questions.organisations(data).set_index("organisation_key")
    left, right = st.columns(2)
    with left:
        can = {named[each]: each for each in known.index[known["enquiry_offers"] > 0]}
        takes = _some("take", "Take in", can, start.takes, key)
    with right:
        partners = known.index[known["cover_offers"] > 0]
        can = {named[each]: each for each in partners if each not in takes}
        lets_go = _some("go", "Let go", can, start.lets_go, key)
    text.warned(told.of_missing(data, scenario.missing(data, start)))
    with st.expander("Targets in this scenario", expanded=bool(start.targets)):
        before = session.supposing(_targets(data, start), "with its targets")
        two = (axes[0], axes[1])
        grid = plan.grid(before, two)
        edits = targets.change(grid, two, TARGET, f"scenario {key} {' '.join(two)}")
    gone = scenario.missing(data, start)
    tried = replace(
        start,
        takes=tuple(sorted({*takes, *(each for each in start.takes if each in gone)})),
        lets_go=tuple(sorted({*lets_go, *(each for each in start.lets_go if each in gone)})),
    )
    return scenario.with_targets(tried, edits)


def show(view: View, tried: Scenario, other: Scenario) -> None:
    """Draw the grid of a scenario beside another, and list the cells that differ."""
    data, axes = view.data, tuple(view.axes)
    after = session.supposing(scenario.drafts(data, tried, identity.name()), "tried")
    before = session.supposing(scenario.drafts(data, other, identity.name()), "compared with")
    changes = questions.changes(before, after, axes, view.chosen)
    st.header(text.escaped(told.headline(changes, axes, other.name)))
    text.bullets(told.told(data, tried), "Nothing is done yet.")
    answer = Answer(
        "scenario grid",
        f"{tried.name or 'A scenario'} against {other.name}",
        tables.of_changes(changes, axes),
        "Before is what it is compared with, after is the scenario; both on the data shown.",
        about=definitions.SCENARIOS,
    )
    if len(axes) > DRAWN:
        st.caption("Cells of three dimensions are listed, not drawn.")
        blocks.table(answer)
        return
    cells = questions.compared(before, after, axes, view.chosen)
    drawn, said = charts.before_and_after(cells), charts.describe_before_and_after(cells)
    blocks.narrowing(answer, drawn, said, axes)


def keep(data: Database, tried: Scenario) -> None:
    """Ask for a name and a reason, and offer to keep the scenario as it is."""
    if replace(tried, name=NOTHING.name) == NOTHING:
        return
    st.header("Save it")
    key = f"{NAME} {tried.name}"
    st.text_input("Name (a saved one of that name is replaced)", tried.name, key=key)
    reasons.ask("Why (for the history; no personal details)", WHY)
    given = (_keep, data, tried, key)
    st.button("Save the scenario", on_click=session.attempt, args=given)


def adopt(data: Database, tried: Scenario) -> None:
    """Offer to record what a saved scenario does."""
    st.header("Adopt it")
    drafts = scenario.drafts(data, tried, identity.name())
    if not drafts:
        st.write("There is nothing left to record.")
        return
    text.bullets(told.told(data, tried))
    st.write("Each of these is recorded now, with the scenario's name as the reason.")
    given = (_adopt, data, tried, drafts)
    st.button("Adopt the scenario", type="primary", on_click=session.attempt, args=given)


def history() -> None:
    """Every scenario that was kept, with who kept it, when and why, and the way back."""
    every = told.of_scenarios(identity.told(session.told()))
    if every:
        st.header("History")
        called = entered.by_name(every, organisations.names(session.database()))
        table, base = tables.of_history(called), "Every scenario that was saved, the newest first."
        blocks.table(Answer("scenarios", "History of the scenarios", table, base, filtered=False))
        past.undo_one_of(every)


def _some(
    name: str, label: str, options: dict[str, str], first: Sequence[str], key: str
) -> tuple[str, ...]:
    """The keys of some organisations; the address holds those of a scenario that has no name."""
    if not key.startswith(" "):
        chosen = [each for each, known in options.items() if known in first]
        picked = st.multiselect(
            label, list(options), chosen, key=f"{name} {key}", placeholder="Nobody"
        )
    else:
        picked = filters.pick_some(name, label, list(options))
    return tuple(options[each] for each in picked)


def _targets(data: Database, start: Scenario) -> tuple[Draft, ...]:
    only = replace(start, takes=(), lets_go=())
    return scenario.drafts(data, only, identity.name())


def _keep(data: Database, tried: Scenario, key: str) -> str:
    name, by = str(session.chosen(key) or ""), identity.by(Action.SCENARIO)
    draft = scenario.kept(replace(tried, name=name), by, reasons.given(WHY))
    entries.append_all(session.store(), [draft], after=data.state.number)
    filters.choose("scenario", str(draft.payload["name"]))
    return f"“{draft.payload['name']}” is saved. It changes nothing until it is adopted."


def _adopt(data: Database, tried: Scenario, drafts: Sequence[Draft]) -> str:
    for action in (Action.STAGE, Action.TARGET):
        identity.by(action)
    one = entries.as_one(drafts)
    numbers = entries.append_all(session.store(), one, after=data.state.number)
    return told.adopted(tried, numbers)
