"""Every number of a page, opened: the cells or organisations it counts, their offers, the words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from analysis import charts, questions
from analysis.database import Database
from analysis.questions import Filters
from analysis.report import definitions, numbers, sentences, tables
from analysis.report.numbers import Number
from analysis.vocabulary import HEADINGS
from pages.shared import blocks, chips, drill, filters, identity, organisation, text
from pages.shared.blocks import Answer
from pages.shared.drill import View

HINT = "Choose a number to see what it counts"


def show(key: str, title: str, found: Iterable[Number], view: View) -> None:
    """Let one number be opened, under a heading that says whose numbers they are."""
    named = {number.label: number for number in found if number.count}
    with st.container():
        if named:
            _opened(key, title, named, view)


# Another number redraws what it opens, and nothing else.
@identity.fragment
def _opened(key: str, title: str, named: Mapping[str, Number], view: View) -> None:
    with st.expander(
        f"Behind the numbers: {text.escaped(title)}", expanded=bool(filters.taken(key))
    ):
        name = filters.pick_any(key, f"Number: {text.escaped(title)}", list(named), HINT)
        if name is not None:
            _SHOWN[named[name].kind](key, named[name], view)


def press(key: str, found: Iterable[Number]) -> None:
    """Offer each number of a sentence to be pressed; it opens where `show` has the same key."""
    with st.container(horizontal=True, gap="small"):
        for number in found:
            if number.count:
                label = text.escaped(number.short or number.label)
                given = (key, number.label)
                name = f"{key} {number.label}"
                if st.button(label, key=name, on_click=filters.choose, args=given):
                    st.toast("It is opened below, under Behind the numbers.")


def grid(answer: Answer, cells: pd.DataFrame, view: View, more: Iterable[Number] = ()) -> None:
    """Draw a grid of which every number can be opened: a cell by a click, and all by name."""
    key, without = answer.key, lifted(view)
    names = drill.cell_names(cells if without is None else without)
    chart = replace(answer, key=f"{key} grid {filters.by_hand(key)}")
    blocks.chart(
        chart,
        charts.coverage_grid(cells, without),
        charts.describe_grid(cells),
        lambda: _open_and_take(chart.key, key, names, view.axes),
    )
    found = (*numbers.of_states(cells), *totals(view), *more, *numbers.of_cells(cells))
    show(key, answer.title, found, view)


def bars(axis: str, view: View) -> None:
    """Draw one dimension's cells by state, against areas, or functions where it is areas."""
    other = "function" if axis == "area" else "area"
    view = replace(view, axes=(axis, other))
    cells = questions.coverage(view.data, view.axes, view.chosen)
    tally = questions.tally(cells)
    answer = Answer(
        f"bars {axis}",
        f"Cells by state, {HEADINGS[axis]} × {HEADINGS[other]}",
        tables.of_tally(tally, axis),
        f"Each bar counts the {HEADINGS[other].lower()} cells of one term.",
        about=definitions.STATES,
    )
    without = lifted(view)
    drawn = charts.state_bars(tally, None if without is None else questions.tally(without))
    blocks.narrowing(answer, drawn, charts.describe_bars(tally), (axis,))
    show(f"by_{axis}", answer.title, numbers.of_bars(cells), view)


def lifted(view: View) -> pd.DataFrame | None:
    """The grid without any filter, for what is drawn faintly; none where no filter is set."""
    if view.chosen == questions.EVERYTHING:
        return None
    return questions.coverage(view.data, view.axes)


def lifted_tiles(
    data: Database, measure: str, function: str | None, chosen: Filters
) -> pd.DataFrame | None:
    """The map's tiles without any filter; none where no filter is set."""
    cells = lifted(View(data, ("area", "function"), chosen))
    if cells is None:
        return None
    return tables.tiles(questions.places(data, "function", measure), cells, function)


def take_row(table: str, key: str, dimension: str, codes: Sequence[str]) -> None:
    """Narrow the page to the row that was selected; drawn afresh, it stays marked no longer."""
    if chips.take_row(table, dimension, codes):
        filters.take_hand(key)


def _open_and_take(
    chart: str, key: str, names: Mapping[drill.Cell, str], axes: Sequence[str]
) -> None:
    """Open the cell that was clicked, and narrow the page to it; one left out is not opened."""
    filters.follow(chart, key, names)
    if chips.take(chart, axes):
        filters.take_hand(key)


def open_or_take(
    chart: str, key: str, names: Mapping[drill.Cell, str], axes: Sequence[str]
) -> None:
    """Open the cell that was clicked; narrow the page to it where the filters leave it out."""
    if not filters.follow(chart, key, names):
        chips.take(chart, axes)


def totals(view: View) -> Iterable[Number]:
    """How many organisations and offers a figure rests on."""
    counted = questions.totals(view.data, view.chosen)
    return numbers.of_totals(view.data, counted, view.chosen)


def _cells(key: str, number: Number, view: View) -> None:
    cells, row = number.rows(), f"{key}_cell"
    names = list(drill.cell_names(cells).values())
    name: str | None = names[0]
    if len(names) > 1:
        table = f"{key} cells"
        base = f"{sentences.counted(len(names), 'cell')}."
        told = _answer(view, table, number.label, tables.of_cells(cells, view.axes), base)
        blocks.table(told, lambda: filters.follow_row(table, row, names))
        name = filters.pick_any(row, "Cell", names, "Select a row above, or choose one")
    if name is not None:
        cell = cells.iloc[names.index(name)]
        text.lines([sentences.of_cell(cell)])
        offers = numbers.behind(view.data, view.axes, cell, view.chosen)
        drill.offers(offers, name, view, f"{key}_offer")


def _organisations(key: str, number: Number, view: View) -> None:
    found = numbers.by_organisation(number.rows())
    base = f"{sentences.counted(len(found), 'organisation')}."
    organisation.choose(f"{key}_who", _answer(view, f"{key} who", number.label, found, base))


def _rows(key: str, number: Number, view: View) -> None:
    found = tables.of_taken_in(number.rows())
    base = f"{sentences.counted(len(found), 'row')}."
    organisation.choose(f"{key}_who", _answer(view, f"{key} rows", number.label, found, base))


def _offers(key: str, number: Number, view: View) -> None:
    drill.offers(number.rows(), number.label, view, f"{key}_offer")


def _table(key: str, number: Number, view: View) -> None:
    found = number.rows()
    base = f"{sentences.counted(len(found), 'row')}."
    blocks.table(_answer(view, f"{key} table", number.label, found, base))


def _answer(view: View, key: str, title: str, table: pd.DataFrame, base: str) -> Answer:
    return Answer(key, title, table, base, view.date, filtered=view.is_filtered)


_SHOWN = {
    numbers.CELLS: _cells,
    numbers.ORGANISATIONS: _organisations,
    numbers.OFFERS: _offers,
    numbers.ROWS: _rows,
    numbers.TABLE: _table,
}
