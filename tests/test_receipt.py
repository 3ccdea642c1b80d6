"""A receipt tells what a file would change, and recording it changes exactly that."""

import pytest

from analysis import questions, receipt
from analysis.errors import DashboardError
from analysis.ledger import archive, entries, record
from tests.hub import DERBY, EREWASH, cell, changes, claims, load, now, offers, prepare, reading

EOI = """
Organisation | Email           | Submitted at     | Functions | Areas
Ash          | ash@example.org | 2026-03-01 09:00 | Schools   | Derby
Birch        | ben@example.org | 2026-03-02 09:00 | Schools   | Mars
"""
NEWER = EOI.replace("Derby", "Erewash") + (
    "Cedar | cat@example.org | 2026-03-09 09:00 | Schools | Derby; Venus\n"
)
PARTNERS = """
Organisation | Stage        | Functions | Areas
Dogwood      | Commissioned | Inclusion | Derby
"""


@pytest.fixture
def store(tmp_path):
    opened = entries.open_store(tmp_path / "store")
    yield opened
    opened.engine.dispose()


def test_a_receipt_counts_what_is_new_changed_and_the_same(store):
    load(store, EOI)

    (prepared,) = prepare(store, reading(NEWER))

    assert changes(prepared) == [("changed", "Ash"), ("new", "Cedar"), ("same", "Birch")]
    assert [prepared.count(c) for c in ("new", "changed", "same", "gone")] == [1, 1, 1, 0]
    assert prepared.is_news


def test_a_receipt_lists_the_cells_that_change(store):
    load(store, EOI)

    (prepared,) = prepare(store, reading(NEWER))
    changed = prepared.cells[["row", "column", "state_before", "state"]].values.tolist()

    assert changed == [["schools", EREWASH, "gap", "waiting"]]
    assert cell(prepared.after, "schools", EREWASH)["state"] == "waiting"


def test_a_receipt_lists_every_wording_of_its_file_that_means_nothing_yet(store):
    load(store, EOI)

    (prepared,) = prepare(store, reading(NEWER))

    assert list(prepared.unmatched["text"]) == ["Mars", "Venus"]


def test_preparing_records_nothing(store):
    prepare(store, reading(EOI), reading(PARTNERS, kind="partner"))

    assert entries.entries(store) == ()
    assert not store.archive.exists()


def test_recording_leads_to_what_the_receipt_showed(store):
    prepared = prepare(store, reading(EOI), reading(PARTNERS, kind="partner"))

    assert receipt.take_in(store, prepared, "Ann") == (1, 2)
    assert claims(now(store)) == claims(prepared[-1].after)
    assert offers(now(store)) == {"Ash": 1, "Birch": 1, "Dogwood": 1}


def test_a_file_with_nothing_new_records_nothing(store):
    load(store, EOI)

    prepared = prepare(store, reading(EOI))

    assert not prepared[0].is_news
    assert receipt.take_in(store, prepared, "Ann") == ()
    assert entries.last_number(store) == 1


def test_one_file_dropped_twice_at_once_is_recorded_once(store):
    prepared = prepare(store, reading(EOI), reading(EOI, "copy.csv"))

    assert [p.is_news for p in prepared] == [True, False]
    assert receipt.take_in(store, prepared, "Ann") == (1,)


def test_only_the_files_with_news_are_recorded(store):
    load(store, EOI)

    prepared = prepare(store, reading(EOI), reading(PARTNERS, "partners.csv", "partner"))

    assert receipt.take_in(store, prepared, "Ann") == (2,)
    assert entries.entries(store)[-1].payload["file"] == "partners.csv"


@pytest.mark.parametrize("newest_first", [True, False])
def test_of_exports_dropped_together_the_newest_counts(store, newest_first):
    files = [reading(EOI, "old.csv"), reading(NEWER, "new.csv")]

    prepared = prepare(store, *(reversed(files) if newest_first else files))
    receipt.take_in(store, prepared, "Ann")

    assert [entry.payload["file"] for entry in entries.entries(store)] == ["old.csv", "new.csv"]
    assert claims(now(store)) == {("Ash", EREWASH, "enquiry"), ("Cedar", DERBY, "enquiry")}


def test_files_that_tell_no_order_keep_theirs(store):
    sheets = [reading(PARTNERS, f"{name}.csv", "partner") for name in "ba"]

    prepared = prepare(store, sheets[0], reading(NEWER), reading(EOI), sheets[1])

    assert [len(p.reading.records) for p in prepared] == [1, 2, 3, 1]
    assert [p.reading.file for p in prepared][::3] == ["b.csv", "a.csv"]


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-03-28 09:00", "2026-03-29 09:00"),
        ("2026-03-28", "2026-03-29 00:30"),
        ("2026-10-25T01:30:00+01:00", "2026-10-25T01:10:00+00:00"),
        ("", "2026-03-28"),
    ],
    ids=["times", "a day and a time", "the hour that comes twice", "no time and a day"],
)
def test_exports_are_put_in_order_by_moments_not_by_letters(store, earlier, later):
    head = "Organisation | Submitted at | Areas\n"
    files = [
        reading(f"{head}{name} | {time} | Derby\nElm | | Derby\n", f"{name}.csv")
        for name, time in [("Later", later), ("Earlier", earlier)]
    ]

    prepared = prepare(store, *files)

    assert [p.reading.file for p in prepared] == ["Earlier.csv", "Later.csv"]


def test_a_receipt_that_the_ledger_has_left_behind_is_refused(store):
    prepared = prepare(store, reading(EOI))
    load(store, PARTNERS, "partner")

    with pytest.raises(DashboardError, match="Look again at what it changes now"):
        receipt.take_in(store, prepared, "Ann")

    assert offers(now(store)) == {"Dogwood": 1}


def test_where_one_of_two_files_cannot_be_archived_neither_is_recorded(store):
    prepared = prepare(store, reading(EOI), reading(PARTNERS, kind="partner"))
    second = archive.digest(prepared[1].pending.received.answers)
    (store.archive / f"{second}.parquet").mkdir(parents=True)

    with pytest.raises(DashboardError, match="Nothing was recorded"):
        receipt.take_in(store, prepared, "Ann")

    assert entries.entries(store) == ()


@pytest.mark.parametrize("relation", ["answers", "private"])
@pytest.mark.parametrize("damage", ["missing", "damaged"])
def test_an_archive_that_is_not_whole_names_the_file(store, relation, damage):
    load(store, EOI)
    digests = entries.entries(store)[0].payload["archive"]
    file = store.archive / f"{digests[relation]}.parquet"
    file.unlink() if damage == "missing" else file.write_bytes(b"PAR1 noise PAR1")

    with pytest.raises(DashboardError, match=str(file)):
        now(store)

    record.record_undo(store, 1, "Ann")
    assert offers(now(store)) == {}


def test_wordings_are_counted_by_their_offers(store):
    load(store, EOI + "Fir | fir@example.org | 2026-03-03 | Schools | MARS.\n")

    told = questions.unmatched(now(store))

    assert told[["dimension", "offers"]].values.tolist() == [["area", 2]]
