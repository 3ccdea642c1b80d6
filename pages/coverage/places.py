"""Places: the hub's areas side by side, cover beside need."""

import streamlit as st

from analysis import charts, need, questions
from analysis.report import definitions, sentences, tables
from analysis.report import numbers as told
from pages.shared import blocks, filters, numbers, session
from pages.shared.blocks import Answer
from pages.shared.numbers import View

SHARE = "Share of functions that are safe"

data, chosen, words = session.database(), filters.current(), session.words()
measures = {label: measure for measure, label in need.measures().items()}
functions = {term.label: term.code for term in words.frame("function")}

blocks.title("Places")
left, right = st.columns([2, 3])
with left:
    colour = filters.pick("colour", "Colour the map by", [SHARE, *functions])
with right:
    measure = filters.pick("measure", "Beside it, show", list(measures))

places = questions.places(data, "function", measures[measure], chosen)
cells = questions.coverage(data, ("area", "function"), chosen)
tiles = tables.tiles(places, cells, functions.get(colour))
without = numbers.lifted_tiles(data, measures[measure], functions.get(colour), chosen)

with left:
    blocks.narrowing(
        Answer(
            "tiles",
            f"Map: {colour}",
            tables.of_places(places),
            sentences.of_totals(questions.totals(data, chosen)),
            about=definitions.PLACES,
        ),
        charts.tile_map(tiles, without),
        charts.describe_tiles(tiles),
        ("area",),
    )
with right:
    rows = f"places {filters.by_hand('places')}"
    about = sentences.of_need(places)
    blocks.table(
        Answer(rows, "Places", tables.of_places(places), about, about=definitions.PLACES),
        lambda: numbers.take_row(rows, "places", "area", list(places["area"])),
    )
view = View(data, ("area", "function"), chosen)
found = (*told.of_bars(cells), *numbers.totals(view), *told.of_cells(cells))
numbers.show("number", "the map and its table", found, view)
