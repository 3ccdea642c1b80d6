"""The board report: the same figures as the questions, in three files that can be read by all."""

from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from analysis import questions
from analysis.decide import gaps
from analysis.errors import DashboardError
from analysis.ledger import entries
from analysis.report import sentences
from analysis.report.board import facts
from analysis.report.board.written import writer
from tests.hub import load
from tests.report.board import PARTNERS, sheets, text_of_pdf, word, write

AXES = ("function", "area")


def test_the_answer_comes_first_and_is_the_overviews(made):
    folder, asked = made
    answer = sentences.headline(questions.coverage(asked, AXES), AXES)

    assert sheets(folder)["Summary"][0] == {"Part": "The answer", "What it says": answer}
    assert word(folder).paragraphs[1].text == answer
    assert text_of_pdf(folder).startswith(f"Test Hub: report to the board {answer}")


def test_every_cell_of_the_workbook_is_what_the_question_says(made):
    folder, asked = made
    cells = questions.coverage(asked, AXES)
    told = sheets(folder)["Cells"]

    assert len(told) == len(cells) == 45
    for row, (_, cell) in zip(told, cells.iterrows(), strict=True):
        assert (row["Function"], row["Area"]) == (cell["row_label"], cell["column_label"])
        assert str(row["State"]).endswith(cell["state"].replace("-", " "))
        for name in ("Partners", "Enquiries", "Unsure", "Target"):
            assert row[name] == cell[name.lower()]


def test_the_shares_are_counts_of_those_cells(made):
    folder, asked = made
    states = questions.coverage(asked, AXES)["state"].value_counts()
    told = {str(row["State"])[2:]: (row["Cells"], row["Of"]) for row in sheets(folder)["States"]}

    assert told["not applicable"] == (1, "")
    for state in ("covered", "fragile", "waiting", "unknown", "gap"):
        assert told[state] == (states.get(state, 0), 44)


def test_what_changed_says_why_and_through_whom(made):
    folder, _ = made
    told = {row["Cell"]: row for row in sheets(folder)["Changed"]}
    moved = {cell: (row["Why"], row["Through"], row["Entries"]) for cell, row in told.items()}

    assert moved == {
        "Progression × Derby": ("new partner", "Cedar", "3"),
        "Inclusion × Erewash": ("decision about the plan", "", "6"),
    }


def test_decisions_are_told_with_who_and_why_and_what_was_taken_back(made):
    folder, _ = made
    told = [
        (row["Who"], row["What"], row["Why"], row["Stands"]) for row in sheets(folder)["Decisions"]
    ]

    assert told == [
        ("ann", "stage change", "A good first term", "yes"),
        ("Ben", "target", "One is enough there", "undone"),
        ("Ben", "undo", "It is not", "yes"),
        ("Ben", "not-applicable", "No call", "yes"),
    ]


def test_partners_are_told_as_funders_ask_and_what_was_not_said_is_not_nought(made):
    folder, _ = made
    told = {row.pop("Organisation"): row for row in sheets(folder)["Partners"]}
    shown = ("Stage", "Functions", "Areas", "Inclusion focuses", "Reach as stated")

    assert {name: tuple(row[each] for each in shown) for name, row in told.items()} == {
        "Ash": (
            "Pilot; Commissioned",
            "Schools; Inclusion",
            "Derby; Erewash; the whole hub",
            "SEND; Rural",
            "60",
        ),
        "Birch": ("Commissioned", "Schools; Inclusion", "not said", "not said", "1450"),
        "Cedar": ("Pilot", "Progression", "Derby", "not said", "not said"),
    }
    assert all(isinstance(row["Last confirmed"], date) for row in told.values())


def test_the_gaps_are_those_of_the_page_in_its_order(made):
    folder, asked = made
    ranked = gaps.gaps(asked, AXES)
    told = sheets(folder)["Gaps"]

    assert [row["Cell"] for row in told] == [sentences.place(gap) for _, gap in ranked.iterrows()]
    assert [row["Points"] for row in told] == list(ranked["points"])
    assert f"The first 10 of {len(ranked)}" in text_of_pdf(folder)


def test_what_is_printed_is_what_the_workbook_says(made):
    folder, _ = made
    text, tables = text_of_pdf(folder), sheets(folder)

    for row in tables["Changed"]:
        assert " ".join(str(row[name]) for name in ("Cell", "Was", "Is", "Why")) in text
    for row in tables["States"][:5]:
        assert f"{row['State']} {row['Cells']:.0f} {row['Of']:.0f} {row['What it says']}" in text
    assert [[cell.text for cell in row.cells][:3] for row in word(folder).tables[1].rows][1] == [
        str(tables["States"][0]["State"]),
        f"{tables['States'][0]['Cells']:.0f}",
        "44",
    ]


def test_nothing_in_any_of_them_is_about_a_person(made):
    folder, _ = made
    written = [text_of_pdf(folder), str(sheets(folder)), word(folder).element.xml]

    assert not any(name in text for text in written for name in ("Bloggs", "example.org"))


def test_filters_and_the_entry_are_obeyed_and_printed(made):
    folder, _ = made
    write(folder, "then.xlsx", "--as-of", "1", "--where", "focus=SEND", "--no-whole-hub")
    book = CalamineWorkbook.from_path(str(folder / "then.xlsx"))
    about = dict(line[:2] for line in book.get_sheet_by_name("Cells").to_python()[1:5])
    told = {(row["Function"], row["Area"]): row for row in sheets(folder, "then.xlsx")["Cells"]}

    assert about["Filters"] == (
        "Inclusion focus: Special educational needs and disabilities (SEND); "
        "whole-hub claims left out"
    )
    assert about["Data as of"].endswith("(entry 1)")
    assert told["Schools", "Derby"]["Partners"] == 1
    assert sum(row["Partners"] for row in told.values()) == 2


def test_the_moment_compared_with_is_the_last_report_unless_another_is_named(made):
    folder, _ = made
    store = entries.open_store(folder / "store")
    told = entries.entries(store)
    store.engine.dispose()

    assert facts.last(told).number == 1
    assert facts.last(told[:1]) is None
    write(folder, "all.xlsx", "--since", "0")
    assert len(sheets(folder, "all.xlsx")["Changed"]) > len(sheets(folder)["Changed"])


def test_a_recorded_report_is_where_the_next_begins(tmp_path):
    store = entries.open_store(tmp_path / "store")
    load(store, PARTNERS, "partner")

    write(tmp_path, "one.xlsx", "--record")

    newest = entries.entries(store)[-1]
    assert (newest.kind, newest.payload) == ("report", {"data": 1, "filters": "none"})
    write(tmp_path, "two.xlsx")
    summary = {row["What it says"] for row in sheets(tmp_path, "two.xlsx")["Summary"]}
    assert any(line.startswith("Compared with what the last report") for line in summary)
    assert "Changed" not in sheets(tmp_path, "two.xlsx")
    store.engine.dispose()


def test_an_empty_store_has_a_report_that_says_so(tmp_path):
    write(tmp_path, "none.pdf", "none.xlsx")

    assert "45 are gaps" in text_of_pdf(tmp_path, "none.pdf")
    assert len(sheets(tmp_path, "none.xlsx")["Cells"]) == 45


def test_a_file_of_another_kind_is_refused():
    with pytest.raises(DashboardError, match=r"End its name in \.pdf, \.docx, \.xlsx"):
        writer("report.odt")
