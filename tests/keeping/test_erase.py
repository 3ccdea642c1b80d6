"""Who is erased is in no file of the store any more, and the ledger still holds."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pyarrow.parquet as pq
import pytest

from analysis.errors import DashboardError
from analysis.keeping import access_request, backup, due, erase, restore, subject
from analysis.keeping.proof import prove
from analysis.ledger import entries, record
from analysis.ledger.entries import Draft
from analysis.ledger.schema import LOOK
from analysis.report.keeping import of_restore
from tests import hub

OFFERS = """
Organisation  | Contact name | Email            | Phone        | Functions | Areas | Offer
Quillon Brass | Zora Quimby  | zora@example.org | 07700 900111 | Schools   | Derby | Bands
QUILLON BRASS | Zora  Quimby | Zora@example.org | 07700 900111 | Inclusion | Derby | More
Birch         | Ben Bough    | ben@example.org  | 07700 900222 | Inclusion | Derby | Zora Quimby's
Cedar         | Cy Coe       | cy@example.org   | 07700 900444 | Inclusion | Derby | Quillon Brass
"""
SHEET = """
Organisation   | Stage        | Second contact         | Functions | Areas
Quillon Brass  | Commissioned | Zed Quist 07700 900333 | Schools   | Derby
Birch          | Commissioned | Zora Quimby            | Schools   | Erewash
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """A store that speaks of one organisation and its contact wherever it can."""
    store = entries.open_store(tmp_path_factory.mktemp("example"))
    hub.load(store, OFFERS)
    hub.load(store, SHEET, "partner")
    record.record_undo(store, 2, "Ann", "Zora Quimby rang")
    record.record_stage(store, "quillon brass", "pilot", "Ann", "Seen at Quillon Brass")
    record.record_same(store, ("quillon brass", "birch"), "apart", "Ann")
    payload = {"organisation_key": "quillon brass", "text": "ring them", "next_action": ""}
    entries.append_all(store, [Draft("note", payload, "Ann")])
    entries.append_all(store, [Draft("look", {"organisation_key": "quillon brass"}, "A")], log=LOOK)
    yield store
    store.engine.dispose()


@pytest.fixture
def full(example, store):
    """A copy of it."""
    hub.copy(example, store)
    return store


def every_word(store):
    """All that any file of the store holds: its bytes, and what Parquet packs away."""
    for file in (*store.folder.rglob("*"), *hub.database_files(store)):
        if file.is_file():
            yield file.read_bytes().lower()
        if file.suffix == ".parquet":
            yield json.dumps(pq.read_table(file).to_pylist()).lower().encode()
            yield str(pq.read_metadata(file).to_dict()).lower().encode()


def found(store, *words):
    return [word for word in words for text in every_word(store) if word.lower().encode() in text]


def erased(store, whom, why="asked on 3 May"):
    return erase.erase(store, erase.plan(store, whom), "Ann", why)


@hub.both
def test_all_that_is_to_be_erased_is_there_before(full):
    words = ("quillon", "quimby", "zora@example.org", "900111", "quist")

    assert set(found(full, *words)) == set(words)


@hub.both
def test_an_erased_organisation_is_in_no_file_of_the_store(full):
    done = erased(full, subject.organisation(full, "Quillon Brass"))

    assert found(full, "quillon", "zora@example.org", "900111", "quist") == []
    assert done.left == ()


@hub.both
def test_an_erased_person_is_in_no_file_of_the_store(full):
    done = erased(full, subject.person(full, "zora@example.org"))

    assert found(full, "quimby", "zora", "900111") == []
    assert done.left == ()


def test_a_person_is_found_by_name_too(full):
    assert subject.person(full, "Zora Quimby").words == {"zora quimby", "zora@example.org"}


def test_other_people_and_the_offers_of_the_organisation_stay(full):
    before = hub.claims(hub.now(full))
    erased(full, subject.person(full, "Zora Quimby"))

    assert hub.claims(hub.now(full)) == before
    assert found(full, "ben@example.org", "quist") != []


def test_only_the_organisation_s_own_offers_go(full):
    erased(full, subject.organisation(full, "quillon brass"))

    assert hub.offers(hub.now(full)) == {"Birch": 1, "Cedar": 1}


@hub.both
def test_the_chain_holds_and_says_what_was_erased(full):
    done = erased(full, subject.organisation(full, "Quillon Brass"))
    proof = prove(full, hub.WORDS)

    assert proof.faults == ()
    assert [number for number, _ in proof.erased] == [1, 2, 4, 5, 6]
    assert {by for _, by in proof.erased} == {done.entry}


def test_an_edit_of_what_an_erasure_left_is_found(full):
    erased(full, subject.organisation(full, "Quillon Brass"))
    with full.engine.begin() as connection:
        connection.exec_driver_sql("update entry set why = 'another' where number = 4")

    assert "Entry 4 was edited" in prove(full, hub.WORDS).faults[0]


def test_the_entry_maps_old_files_to_new_ones(full):
    old = entries.entries(full)[0].payload["archive"]
    done = erased(full, subject.organisation(full, "Quillon Brass"))
    told = entries.entries(full)
    new = told[0].payload["archive"]

    assert [old["answers"], new["answers"]] in told[done.entry - 1].payload["archive"]
    assert not (full.archive / f"{old['answers']}.parquet").exists()


def test_the_undone_import_is_still_undone_and_can_come_back(full):
    erased(full, subject.organisation(full, "Quillon Brass"))
    record.record_undo(full, 3, "Ann")

    assert hub.offers(hub.now(full))["Birch"] == 2


def test_copies_that_a_restore_kept_aside_go_too(full, tmp_path):
    file, _ = backup.pack(full, tmp_path / "b.zip")
    with file.open("rb") as content:
        restore.restore(full, content, hub.WORDS, "Ann")
    done = erased(full, subject.person(full, "Zora Quimby"))

    assert done.aside == 1
    assert found(full, "quimby") == []


def test_a_reason_that_names_them_is_refused_and_nothing_erased(full):
    with pytest.raises(DashboardError, match="write it without names"):
        erased(full, subject.person(full, "Zora Quimby"), "zora quimby asked")

    assert found(full, "quimby") != []


@hub.both
def test_nothing_is_erased_once_the_store_has_moved_on(full):
    planned = erase.plan(full, subject.person(full, "Zora Quimby"))
    entries.append(full, "note", {}, "Ann")

    with pytest.raises(DashboardError, match="recorded in the meantime, so nothing was erased"):
        erase.erase(full, planned, "Ann", "")


@pytest.mark.parametrize("whom", [subject.organisation, subject.person])
def test_who_is_not_there_is_said_to_be_not_there(full, whom):
    with pytest.raises(DashboardError, match=r"No offer is of|nothing to erase"):
        erase.plan(full, whom(full, "Nobody At All"))


def test_a_name_that_is_part_of_another_s_is_told(full):
    hub.load(full, "Organisation | Areas\nZora Quimby Music | Derby", "partner")
    done = erased(full, subject.person(full, "Zora Quimby"))

    assert done.left == ("entry 7: offers.csv, row 2",)


def test_an_erasure_cannot_be_undone(full):
    done = erased(full, subject.person(full, "Zora Quimby"))

    with pytest.raises(DashboardError, match=r"\(erasure\) and cannot be taken back"):
        record.record_undo(full, done.entry, "Ann")


@hub.both
def test_an_erasure_killed_before_it_was_done_is_finished_when_the_store_is_opened(full):
    planned = erase.plan(full, subject.person(full, "Zora Quimby"))
    digests = {n: erase.archive.put_tables(full.archive, t) for n, t in planned.tables.items()}
    erase._recorded(full, planned, digests, Draft("erasure", {}, "Ann"))
    assert found(full, "quimby") != []
    erase.resume(full)

    assert found(full, "quimby") == []
    assert not (full.folder / erase.UNDER_WAY).exists()


def test_what_is_kept_of_a_person_is_every_cell_of_their_rows_and_every_mention(full):
    kept = access_request.kept_of(full, subject.person(full, "zora@example.org"))
    said = set(kept["What is kept"])

    assert {"Zora Quimby", "07700 900111", "Bands", "Zora Quimby's"} <= said
    assert not said & {"Ben Bough", "07700 900222"}
    assert any("Zora Quimby rang" in words for words in said)


def test_what_was_not_confirmed_for_longer_than_its_kind_is_kept_is_due(full):
    hub.load(full, "Organisation | Submitted at | Areas\nElm | 2019-03-01 09:00 | Derby")
    kept, _ = due.periods()["enquiry"]
    database = hub.now(full)
    soon, later = (datetime.now(UTC).date() + timedelta(days=31 * n) for n in (kept - 2, kept))

    assert due.due(database, soon)["name"].to_list() == ["Elm"]
    assert "Cedar" in due.due(database, later)["name"].to_list()


@hub.both
def test_a_restore_says_which_erasures_its_backup_is_older_than(full, tmp_path):
    file, _ = backup.pack(full, tmp_path / "b.zip")
    erased(full, subject.person(full, "Zora Quimby"))
    with file.open("rb") as content:
        done = restore.restore(full, content, hub.WORDS, "Ann")

    assert [entry.why for entry in done.brought_back] == ["asked on 3 May"]
    assert "they are back. Erase them again." in of_restore(done)[-1]


def test_a_process_that_is_still_reading_keeps_an_erasure_from_being_called_finished(full):
    file = full.folder / "ledger.sqlite"
    planned = erase.plan(full, subject.person(full, "Zora Quimby"))
    with closing(sqlite3.connect(file)) as reader:
        reader.execute("begin")
        reader.execute("select count(*) from entry").fetchone()
        with pytest.raises(DashboardError, match="another process is still reading"):
            erase.erase(full, planned, "Ann", "")
    erase.resume(full)

    assert found(full, "quimby") == []


@pytest.mark.parametrize("store", [hub.POSTGRESQL], indirect=True)
def test_in_postgresql_a_long_look_elsewhere_keeps_no_erased_word(full):
    with hub.again(full) as other, other.engine.connect() as reader:
        reader.execution_options(isolation_level="REPEATABLE READ")
        reader.exec_driver_sql("select version from store_version")
        erased(full, subject.person(full, "Zora Quimby"))

        assert found(full, "quimby", "zora", "900111") == []


@pytest.mark.parametrize("store", [hub.POSTGRESQL], indirect=True)
def test_in_postgresql_no_samples_are_kept_of_what_may_be_erased(full):
    sampled = "most_common_vals is not null or histogram_bounds is not null"
    with full.engine.begin() as connection:
        connection.exec_driver_sql("analyze entry, look")
        columns = connection.exec_driver_sql(
            f"select attname from pg_stats where tablename = 'entry' and ({sampled})"
        )

        assert {"by", "kind"} <= (names := {name for (name,) in columns})
        assert not names & {"why", "payload"}


@pytest.mark.parametrize("store", [hub.POSTGRESQL], indirect=True)
def test_in_postgresql_an_erasure_held_up_by_whoever_reads_is_finished_later(full):
    impatient = full.engine.url.update_query_dict({"options": "-c lock_timeout=500ms"})
    store = entries.open_store(full.folder, impatient.render_as_string(hide_password=False))
    with full.engine.connect() as reader:
        reader.exec_driver_sql("select count(*) from entry")
        with pytest.raises(DashboardError, match="cannot be rid of what was erased"):
            erased(store, subject.person(store, "Zora Quimby"))
    erase.resume(store)
    store.engine.dispose()

    assert found(full, "quimby") == []
