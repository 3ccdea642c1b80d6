"""Places: the hub's areas side by side, cover beside need."""

import streamlit as st

from analysis import questions
from analysis.report import definitions, sentences, tables
from analysis.report import numbers as told
from analysis.vocabulary import DIMENSIONS
from pages.shared import blocks, filters, numbers, places, session, sure
from pages.shared.blocks import Answer
from pages.shared.drill import View

SHARE = "Share of functions that are safe"

data, chosen, words = session.database(), filters.current(), session.words()
functions = {term.label: term.code for term in words.frame("function")}

blocks.title("Places")
left, right = st.columns((2, 3))
with left:
    colour = filters.pick("colour", "Colour the map by", [SHARE, *functions])
with right:
    measure = places.pick_measure(data, "measure", "Need")
found = questions.places(data, "function", measure, chosen)
cells = questions.coverage(data, ("area", "function"), chosen)
tiles = tables.tiles(found, cells, functions.get(colour))
without = numbers.lifted_tiles(data, measure, functions.get(colour), chosen)

with left:
    base = sentences.of_totals(questions.totals(data, chosen))
    title, table = f"Map: {colour}", tables.of_places(found)
    places.area_map(Answer("tiles", title, table, base, about=definitions.PLACES), (tiles, without))
with right:
    rows = f"places {filters.by_hand('places')}"
    about = sentences.of_need(found)
    blocks.table(
        Answer(rows, "Places", tables.of_places(found), about, about=definitions.PLACES),
        lambda: numbers.take_row(rows, "places", "area", list(found["area"])),
    )
view = View(data, ("area", "function"), chosen)
listed = (*told.of_bars(cells), *numbers.totals(view), *told.of_cells(cells))
numbers.show("number", "the map and its table", listed, view)
sure.fold("number", view)

others = [dimension for dimension in DIMENSIONS if dimension != "area"]
counted = filters.pick_axis("counted", "Cover counts", others, "function")
places.beside(View(data, ("area", counted), chosen), measure)
places.safe_children(View(data, ("area", counted), chosen))
