"""Every number of every page opens, and finds as many rows as it says, down to the words."""

import re
from datetime import datetime
from itertools import zip_longest

import pytest
from hypothesis import settings

from analysis.report.over_time import months
from analysis.timeline import LOCAL, Point
from tests import hub
from tests.pages.conftest import texts
from tests.pages.test_fixes import MESSY
from tests.pages.test_upload import MORE, drop

PAGES = ("coverage/overview", "coverage/explore", "coverage/places", "coverage/inclusion")
# What Over time calls its last column.
TODAY = months([Point(datetime.now(LOCAL).date(), 0)])[0]
# What the pages with figures need in the address, so that all of them stand there.
ELSEWHERE = {
    **{page: {"for": "Schools"} for page in PAGES},
    "coverage/over_time": {"day": TODAY},
    "organisations/directory": {},
    "organisations/organisation": {"organisation": "Ash"},
    "decide/gaps": {},
    "decide/shortlist": {},
    "decide/departures": {},
    "data/fixes": {"problem": "1 partner did not say where"},
    "data/imports": {"undo": "1: import, offers.csv: 3 taken in"},
}
SMALL = {"function": ["Schools", "Inclusion"], "area": ["Derby", "Erewash"]}
SAID = re.compile(r"\d[\d,]*")


# Numbers that count no rows of ours: dates, places in files, children, need, points, days, targets.
NO_COUNT = re.compile(
    r"Data as of .*|.*Source: .*|\(.*?\)|\d+ \w+ \d{4}(, [\d:]+)?|target \d+|entry \d+|\d+ days"
    r"|[\d,]+ (best sets|sets|points?)|Points: .*|First: .*"
)


@pytest.fixture
def messy(store):
    hub.load(store, MESSY, "partner")
    return store


def said(app):
    """The sentences of a page that count something."""
    parts = (app.header, app.subheader, app.text, app.markdown, app.caption, app.success)
    told = [str(part.value) for kind in parts for part in kind]
    return [line.replace("\\", "").replace("\N{WORD JOINER}", "") for line in told]


def boxes(app):
    return [box.key for box in app.selectbox if box.label.startswith("Number: ")]


def table(app, title):
    """The table that is called so for a screen reader; None where there is none."""
    found = [frame.value for frame in app.dataframe if frame.proto.alt == title]
    return found[-1] if found else None


def opened(app, key, name):
    app.selectbox(key=key).select(name).run()
    assert not app.exception
    return app


def first_number(name):
    return int(SAID.search(name.rpartition(", ")[2] or name).group().replace(",", ""))


def rows(app, name):
    """How many rows an opened number shows: of cells, of organisations or of offers."""
    found = table(app, name)
    found = table(app, f"Offers behind {name}") if found is None else found
    return 1 if found is None else len(found)


def counts(behind):
    """How many organisations behind a cell count as a partner, as an enquiry, as unsure."""
    if behind is None:
        return [0, 0, 0]
    kinds = [kind.partition(":")[0] for kind in behind["Counts as"]]
    told = behind.groupby(kinds)["Organisation"].nunique()
    return [told.get(kind, 0) for kind in ("partner", "enquiry", "unsure")]


def opens_what_it_says(app, start=0, stride=1):
    """Open the numbers of a page, one of each figure at a time: each shows as many rows."""
    named = {key: app.selectbox(key=key).options for key in boxes(app)}
    assert named
    counted = {key: [n for n in names if SAID.search(n)] for key, names in named.items()}
    for turn in zip_longest(*(names[start::stride] for names in counted.values())):
        for key, name in zip(counted, turn, strict=True):
            app.selectbox(key=key).set_value(name)
        app.run()

        assert not app.exception
        for name in filter(None, turn):
            assert rows(app, name) == first_number(name), name
    for key in counted:
        app.selectbox(key=key).set_value(None)
    app.run()


@pytest.mark.parametrize("page", ELSEWHERE)
@pytest.mark.usefixtures("loaded")
def test_every_number_opens_as_many_rows_as_it_says(visit, page):
    opens_what_it_says(visit(page, **SMALL, **ELSEWHERE[page]))


def test_every_number_of_a_receipt_opens_as_many_rows_as_it_says(visit, loaded):
    app = drop(visit("data/upload"), ("more.csv", hub.as_csv(MORE)))

    opens_what_it_says(app)
    opened(app, "receipt_2", "1 wording not understood")
    assert list(table(app, "1 wording not understood")["Words in the file"]) == ["Atlantis"]
    opened(app, "receipt_2", "1 cell from gap to waiting")
    opened(app, "receipt_2_offer", "Dogwood (more.csv, row 2)")
    words = table(app, "Source words of Dogwood (more.csv, row 2)")
    assert "Instrument repair" in list(words["Words in the file"])
    assert "All we know of Dogwood" not in [link.value for link in app.page_link]


def test_every_number_of_a_problem_opens_as_many_rows_as_the_list_says(visit, messy):
    app = visit("data/fixes")
    listed = app.dataframe[0].value.set_index("Problem")
    for problem, told in listed.iterrows():
        app.selectbox(key="problem").set_value(problem).run()
        if not boxes(app):
            assert told["Offers"] == len(table(app, "Where it stands"))
            continue
        opens_what_it_says(app)
        named = app.selectbox(key="number").options
        for ending, column in (("held back", "Held back"), ("in doubt", "In doubt")):
            count = [first_number(name) for name in named if name.endswith(ending)]
            assert count == [told[column]] * bool(told[column]), (problem, ending)


# Of the sample's figures `make test` opens some, and `make explore` all.
@pytest.mark.parametrize("page", ELSEWHERE)
def test_the_numbers_of_the_sample_open_as_many_rows_as_they_say(visit, page):
    stride = 25 if settings.default.derandomize else 1
    sample = {
        "organisation": "Bright Drum Collective",
        "problem": "2 partners did not say for whom",
    }

    opens_what_it_says(visit(page, **ELSEWHERE[page] | sample), len(page) % stride, stride)


@pytest.mark.parametrize("page", ELSEWHERE)
def test_every_number_a_page_says_can_be_opened(visit, page):
    sample = {
        "organisation": "Bright Drum Collective",
        "problem": "2 partners did not say for whom",
    }
    app = visit(page, **ELSEWHERE[page] | sample)
    named = [
        first_number(name)
        for key in boxes(app)
        for name in app.selectbox(key=key).options
        if SAID.search(name)
    ]
    listed = [len(frame.value) for frame in app.dataframe]
    for line in said(app):
        for number in SAID.findall(NO_COUNT.sub("", line)):
            count = int(number.replace(",", ""))
            assert not count or count in named or count in listed, (count, line)


CELLS = ("coverage/overview", "coverage/places", "coverage/inclusion", "coverage/over_time")


@pytest.mark.parametrize("page", CELLS)
@pytest.mark.usefixtures("loaded")
def test_every_cell_opens_as_many_organisations_as_it_says(visit, page):
    app = visit(page, **SMALL, focus=["SEND"], **ELSEWHERE[page])
    for key in boxes(app):
        for name in [name for name in app.selectbox(key=key).options if not SAID.search(name)]:
            opened(app, key, name)
            line = next(line for line in texts(app).splitlines() if line.startswith(f"{name} is "))
            behind = table(app, f"Offers behind {name}")
            said = re.search(r"(\d+) partners? .*?(\d+) enquir\w+ and (\d+) unsure", line)

            assert [int(number) for number in said.groups()] == counts(behind), name
        app.selectbox(key=key).set_value(None).run()


def test_a_number_leads_to_the_words_in_the_file(visit, loaded):
    app = opened(visit("coverage/overview", **SMALL), "number", "4 cells in all")
    app = opened(app, "number_cell", "Schools × Derby")
    app = opened(app, "number_offer", "Ash (offers.csv, row 2)")
    words = table(app, "Source words of Ash (offers.csv, row 2)").set_index("Words in the file")

    assert list(words.loc["Whole-class brass", ["File", "Row", "Column"]]) == ["offers.csv", 2, "H"]
    assert "All we know of Ash" in [link.value for link in app.page_link]


def test_what_the_last_import_changed_opens_on_the_day_it_was_taken_in(visit, loaded):
    hub.load(loaded, "Organisation|Functions|Areas\nElm|Sustainability|Derby", "eoi")
    app = opened(visit("coverage/overview"), "change", "1 cell from gap to waiting")

    assert "Sustainability × Derby is waiting" in texts(app)


def test_a_number_pressed_in_a_headline_opens_its_cells(visit, loaded):
    app = visit("coverage/overview", **SMALL)
    app.button(key="number 2 cells: fragile").click().run()

    assert len(table(app, "2 cells: fragile")) == 2
    assert app.query_params["number"] == "2 cells: fragile"
