"""The command line does what the pages do: exit 0 and an answer, or exit 2 and one line."""

import csv
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from analysis import __main__, access
from analysis.ledger import archive, entries
from tests.hub import DERBY, EREWASH, as_csv

ROOT = Path(__file__).resolve().parent.parent
EOI = """
Organisation | Email           | Submitted at     | Functions | Areas
Ash          | ash@example.org | 2026-03-05 09:00 | Schools   | Derby; The Moon
Birch        | ben@example.org | 2026-03-02 09:00 | Inclusion | Derby
Ash          | ash@example.org | 2026-03-01 09:00 | Inclusion | Erewash
"""
PARTNERS = """
Organisation | Stage        | Functions | Areas
Cedar        | Commissioned | Schools   | Derby
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """An empty store, and two files beside it."""
    monkeypatch.setenv("STORE_DIR", str(tmp_path / "store"))
    monkeypatch.setenv("LEDGER_URL", "")
    monkeypatch.chdir(tmp_path)
    Path("eoi.csv").write_bytes(as_csv(EOI))
    Path("partners.csv").write_bytes(as_csv(PARTNERS))
    return tmp_path


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command; its exit code, what it printed and what it complained of."""

    def ran(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["analysis", *words])
        code = __main__.main()
        return code, *capsys.readouterr()

    return ran


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """A store with both files taken in, to be copied."""
    made = tmp_path_factory.mktemp("example")
    for name, table in (("eoi.csv", EOI), ("partners.csv", PARTNERS)):
        (made / name).write_bytes(as_csv(table))
    files = [str(made / "eoi.csv"), str(made / "partners.csv")]
    __main__.app(
        ["load", *files, "--by", "Ann", "--store", str(made / "store")], standalone_mode=False
    )
    return made / "store"


@pytest.fixture
def loaded(run, folder, example):
    shutil.copytree(example, folder / "store")
    return run


def answer(run, *words: str) -> object:
    code, told, complaint = run(*words, "--format", "json")
    assert (code, complaint) == (0, "")
    return json.loads(told)


def states(run, *words: str) -> dict[tuple[str, str], tuple[str, int]]:
    told = answer(run, "coverage", "--columns", "area", *words)
    return {(c["row"], c["column"]): (c["state"], c["partners"]) for c in told["cells"]}


def history(run) -> list[tuple[str, str, str]]:
    return [(e["what"], e["who"], e["stands"]) for e in answer(run, "imports")]


def test_load_says_what_changes_and_records_it(run):
    code, told, complaint = run("load", "eoi.csv", "partners.csv", "--by", "Ann")

    assert (code, complaint) == (0, "")
    assert "Row 4: Ash sent the form again later; the later one counts." in told
    assert told.endswith("Recorded as entry 1 and entry 2.\n")
    assert history(run) == [("import", "Ann", "yes")] * 2


def test_load_of_the_same_file_again_changes_nothing(loaded):
    _, told, _ = loaded("load", "eoi.csv")

    assert told.endswith("Nothing new: nothing was recorded.\n")
    assert len(history(loaded)) == 2


def test_a_dry_run_says_the_same_and_records_nothing(run):
    _, told, _ = run("load", "eoi.csv", "--dry-run")

    assert told.endswith("Nothing was recorded (--dry-run).\n")
    assert history(run) == []
    assert run("load", "eoi.csv")[1].splitlines()[:-1] == told.splitlines()[:-1]


@pytest.mark.parametrize("second", ["missing.csv", "bad.csv"])
def test_a_bad_second_file_records_nothing_of_the_first(run, second):
    Path("bad.csv").write_text("Colour,Shape\nred,round\n")

    code, told, complaint = run("load", "eoi.csv", second)

    assert (code, told) == (2, "")
    assert complaint.startswith(second)
    assert history(run) == []


def test_read_prints_what_was_understood_and_makes_no_store(run, folder):
    told = json.loads(run("read", "eoi.csv", "--json")[1])

    assert [record["areas"] for record in told["records"]] == [[DERBY], [DERBY], [EREWASH]]
    assert told["records"][0]["unmatched"]["area"] == ["The Moon"]
    assert not (folder / "store").exists()


def test_read_tells_a_person_in_sentences(run):
    assert run("read", "eoi.csv")[1].startswith("eoi.csv: expressions of interest (template), 3 ")


def test_read_prints_the_cells_as_they_stand(run):
    told = json.loads(run("read", "partners.csv", "--grid")[1])

    assert told[0]["rows"][1] == ["Cedar", "Commissioned", "Schools", "Derby"]


def test_coverage_as_json_has_every_cell_of_the_frame(loaded):
    told = answer(loaded, "coverage", "--columns", "area")

    assert (told["as_of"], told["rows"], told["columns"]) == (2, "function", "area")
    assert len(told["cells"]) == 45
    assert set(told["cells"][0]) == {
        "row", "column", "state", "partners", "enquiries", "unsure", "whole_hub"
    }  # fmt: skip
    assert states(loaded)["schools", DERBY] == ("fragile", 1)


def test_coverage_as_csv_has_the_same_cells(loaded):
    _, told, _ = loaded("coverage", "--columns", "area", "--format", "csv")

    rows = list(csv.DictReader(io.StringIO(told)))
    assert len(rows) == 45
    assert {r["state"] for r in rows if r["row_label"] == "Schools"} == {"fragile", "gap"}


def test_coverage_as_a_table_is_for_reading(loaded):
    code, told, _ = loaded("coverage")

    assert code == 0
    assert [line.split()[0] for line in told.splitlines()][1:3] == ["Partnerships", "Schools"]


def test_coverage_may_have_three_axes(loaded):
    told = answer(loaded, "coverage", "--columns", "area", "--layers", "aim")

    assert told["layers"] == "aim"
    assert len(told["cells"]) == 135


def test_a_filter_counts_only_what_fits_it(loaded):
    assert states(loaded, "--where", "stage=Received")["schools", DERBY] == ("waiting", 0)


def test_an_earlier_entry_answers_as_it_stood(loaded):
    assert states(loaded, "--as-of", "0")["schools", DERBY] == ("gap", 0)
    assert states(loaded, "--as-of", "1")["schools", DERBY] == ("waiting", 0)


def test_undo_takes_back_and_an_undo_of_it_brings_back(loaded):
    assert "Undo entry 3 to bring it back" in loaded("undo", "2", "--why", "wrong file")[1]
    assert states(loaded)["schools", DERBY] == ("waiting", 0)

    loaded("undo", "3")

    assert states(loaded)["schools", DERBY] == ("fragile", 1)
    assert [stands for _, _, stands in history(loaded)] == ["yes", "yes", "undone", "yes"]


def test_behind_lists_the_offers_of_a_cell_with_their_places(loaded):
    told = answer(loaded, "behind", "function=Schools", "area=Derby")

    assert [(o["organisation"], o["counted_as"], o["file"], o["row"]) for o in told] == [
        ("Cedar", "partner", "partners.csv", 2),
        ("Ash", "enquiry", "eoi.csv", 2),
    ]


def test_behind_an_empty_cell_is_nothing(loaded):
    assert loaded("behind", "function=schools", "area=Bolsover")[:2] == (0, "Nothing.\n")


def test_a_wording_is_listed_until_it_is_decided(loaded):
    assert [wording["text"] for wording in answer(loaded, "unmatched")] == ["The Moon"]

    assert loaded("wording", "area", "the moon", "Erewash")[:2] == (0, "Recorded as entry 3.\n")

    assert answer(loaded, "unmatched") == []
    assert states(loaded)["schools", EREWASH] == ("waiting", 0)


@pytest.mark.parametrize("means", ["outside", "no answer"])
def test_a_wording_may_mean_nothing_of_ours(loaded, means):
    assert loaded("wording", "area", "The Moon", means)[0] == 0
    assert answer(loaded, "unmatched") == []


def test_a_stage_is_changed_by_name_and_in_words(loaded):
    assert loaded("stage", "CEDAR ltd", "Strategic Hub Partner", "--why", "signed")[0] == 0

    told = answer(loaded, "behind", "function=schools", "area=Derby")
    assert told[0]["stage"] == "strategic-partner"


def test_a_target_makes_a_cell_safe(loaded):
    loaded("target", "1", "function=schools", "area=Derby")

    assert states(loaded)["schools", DERBY] == ("covered", 1)


def test_targets_are_listed_with_who_set_them_and_why(loaded):
    loaded("target", "1", "function=schools", "area=Derby", "--by", "Ann", "--why", "agreed")

    (told,) = answer(loaded, "targets")
    assert (told["Who"], told["About"], told["Why"]) == ("Ann", "1 for Schools × Derby", "agreed")


def test_a_cell_is_left_out_for_a_reason(loaded):
    loaded("not-applicable", "function=schools", "--why", "done by the trust")

    assert states(loaded)["schools", DERBY][0] == "not-applicable"


def test_keep_both_counts_the_earlier_submission_too(loaded):
    code, told, _ = loaded("keep-both", "ash", "--why", "two programmes")

    assert (code, told) == (0, "Recorded as entry 3.\n")
    assert states(loaded)["inclusion", EREWASH] == ("waiting", 0)
    assert states(loaded)["schools", DERBY] == ("fragile", 1)


def test_keep_both_may_choose_among_several_earlier_submissions(loaded):
    Path("more.csv").write_bytes(
        as_csv(EOI + "Ash | ash@example.org | 2026-02-01 09:00 | Inclusion | Bolsover\n")
    )
    loaded("load", "more.csv")

    loaded("keep-both", "Ash", "--row", "5")

    told = answer(loaded, "behind", "function=inclusion")
    assert sorted((o["organisation"], o["row"]) for o in told) == [("Ash", 5), ("Birch", 3)]


def test_keep_both_says_which_rows_there_are(loaded):
    assert loaded("keep-both", "Ash", "--row", "9")[2] == (
        'Row 9 holds no replaced submission of "Ash"; these do: 4.\n'
    )


def test_the_sample_is_written_and_can_be_loaded(run):
    assert run("sample", "--offers", "20", "hub.csv")[0] == 0

    assert run("load", "hub.csv")[0] == 0
    assert answer(run, "coverage")["as_of"] == 1


REFUSED = {
    "no such command": (["dance"], "No such command 'dance'."),
    "no such option": (["imports", "--colour"], "No such option: --colour"),
    "no such format": (["imports", "--format", "xml"], "Invalid value for '--format'"),
    "an argument is missing": (["undo"], "Missing argument"),
    "no number": (["undo", "two"], "Invalid value"),
    "no such file": (["read", "none.csv"], "none.csv cannot be read: No such file"),
    "a folder": (["load", "."], "cannot be read: Is a directory"),
    "no such kind": (["load", "eoi.csv", "--kind", "choir"], 'There is no kind "choir"'),
    "nothing to undo": (["undo", "9"], "There is no entry 9 to undo. The newest is 2."),
    "no such entry": (["coverage", "--as-of", "7"], "There is no entry 7: the ledger's newest"),
    "an entry below none": (["coverage", "--as-of", "-1"], "There is no entry -1"),
    "no such dimension": (["coverage", "--rows", "colour"], '"colour" is not a dimension'),
    "one dimension twice": (["coverage", "--columns", "function"], "need different dimensions"),
    "no filter": (["coverage", "--where", "Derby"], '"Derby" is not a filter'),
    "no such term": (["coverage", "--where", "area=Leeds"], 'no area called "Leeds"'),
    "no such organisation": (["stage", "Elm", "pilot"], 'organisation called "Elm"'),
    "no such stage": (["stage", "Ash", "famous"], 'no stage called "famous"'),
    "nothing replaced": (["keep-both", "Birch"], 'No submission of "Birch" was replaced'),
    "a target of none": (["target", "0", "function=schools"], "A target is at least 1"),
    "a target for no cell": (["target", "3", "area=hub"], "makes no cell"),
    "a target for a stage": (["target", "3", "stage=pilot"], "makes no cell"),
    "a cell in two areas": (
        ["not-applicable", "area=Derby", "area=Erewash", "--why", "x"],
        "Name each dimension once",
    ),
    "no reason": (["not-applicable", "area=Derby", "--why", " "], "Say why"),
    "a wording of no dimension": (["wording", "sound", "x", "outside"], '"sound" is not a dim'),
    "a wording of no term": (["wording", "area", "x", "Leeds"], 'no area called "Leeds"'),
}


@pytest.mark.parametrize(("words", "why"), REFUSED.values(), ids=REFUSED)
def test_what_a_person_can_put_right_is_one_line(loaded, words, why):
    code, told, complaint = loaded(*words)

    assert (code, told) == (2, "")
    assert why in complaint
    assert complaint.count("\n") == 1
    assert len(history(loaded)) == 2


def test_store_names_another_folder(loaded):
    assert answer(loaded, "imports", "--store", "elsewhere") == []
    assert Path("elsewhere/ledger.sqlite").exists()


def test_store_may_stand_before_the_command(loaded):
    assert loaded("--store", "elsewhere", "imports", "--format", "json")[1] == "[]\n"


def test_the_ledger_lies_where_ledger_url_says(run, folder, monkeypatch):
    monkeypatch.setenv("LEDGER_URL", f"sqlite:///{folder}/shared.db")

    run("load", "partners.csv")

    with closing(sqlite3.connect("shared.db")) as ledger:
        assert ledger.execute("select number, kind from entry").fetchall() == [(1, "import")]
    assert sorted(path.name for path in Path("store").iterdir()) == ["archive"]
    assert states(run)["schools", DERBY] == ("fragile", 1)


def test_a_missing_archive_file_is_one_line_that_names_it(loaded):
    for file in Path("store/archive").iterdir():
        file.unlink()

    code, told, complaint = loaded("coverage")

    assert (code, told) == (2, "")
    assert "store/archive/" in complaint
    assert "Put it back from a backup, or undo the import" in complaint


def test_help_is_no_mistake(run):
    code, told, complaint = run()

    assert (code, complaint) == (0, "")
    for command in __main__.COMMANDS:
        assert f"  {command} " in told


@pytest.mark.parametrize("command", __main__.COMMANDS)
def test_every_command_explains_itself(run, command):
    code, told, complaint = run(command, "--help")

    assert (code, complaint) == (0, "")
    assert "--help" in told


def test_as_a_process_it_answers_and_refuses_alike(folder):
    def ran(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "analysis", *words],
            cwd=ROOT,
            env={**os.environ, "STORE_DIR": str(folder / "store")},
            capture_output=True,
            text=True,
            check=False,
        )

    answered, refused = ran("imports", "--format", "json"), ran("undo", "1")

    assert (answered.returncode, answered.stdout, answered.stderr) == (0, "[]\n", "")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == "There is no entry 1 to undo. The newest is 0.\n"


def test_someone_whom_the_system_does_not_know_is_called_unknown(monkeypatch):
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2_000_000_000)

    assert access.local() == "unknown"


def test_changes_lists_the_cells_that_differ_from_an_earlier_entry(loaded):
    loaded("stage", "Ash", "strategic partner")

    told = answer(loaded, "changes", "--since", "2")

    (cell,) = told["cells"]
    (step,) = cell["steps"]
    assert (cell["row"], cell["state_before"], cell["state"]) == ("schools", "fragile", "covered")
    assert (cell["why"], step["entry"]) == (["new partner"], 3)
    ash = {"organisation": "Ash", "before": "enquiry", "after": "partner"}
    assert step["organisations"] == [ash]


def test_changes_takes_days_and_says_why_in_a_table(loaded):
    _, told, _ = loaded("changes", "--since", "2020-08-31", "--until", "2")

    assert "new partner" in told
    assert "Schools" in told


def test_changes_refuses_what_is_neither_an_entry_nor_a_day(loaded):
    code, _, error = loaded("changes", "--since", "last autumn")

    assert (code, error.count("\n")) == (2, 1)
    assert "neither an entry, of which the newest is 2, nor a day" in error


def test_totals_counts_partners_and_enquiries(loaded):
    told = answer(loaded, "totals", "--where", "function=schools")

    counts = {name: told[0][name] for name in ("partners", "enquiries", "offers")}
    assert counts == {"partners": 1, "enquiries": 1, "offers": 2}


def test_two_names_count_as_one_until_they_are_kept_apart(loaded):
    told = loaded("same", "ash", "CEDAR Ltd", "--why", "one charity")

    assert told[1] == "Recorded as entry 3. Undo 3 to take it back.\n"
    organisations = [answer(loaded, "totals")[0]["organisations"]]
    loaded("apart", "Cedar", "Ash")
    organisations.append(answer(loaded, "totals")[0]["organisations"])
    assert organisations == [2, 3]


def test_only_organisations_that_there_are_can_be_joined(loaded):
    code, _, why = loaded("same", "Ash", "Oak")

    assert (code, why) == (2, 'No offer is of an organisation called "Oak".\n')


def test_what_is_said_of_a_column_once_holds_for_the_next_file_of_that_form(run):
    Path("list.csv").write_bytes(as_csv("Organisation|Email|Patch\nAsh|ash@example.org|Derby"))
    run("load", "list.csv", "--column", "Patch=area", "--kind", "partner")
    _, told, _ = run("load", "list.csv")

    assert "0 new, 0 changed and 1 the same" in told


def test_a_column_that_answers_no_field_of_ours_is_refused_with_the_fields_there_are(run):
    code, _, complaint = run("load", "eoi.csv", "--column", "Areas=place")

    assert code == 2
    assert '"Areas=place" does not say which field a column answers.' in complaint


def test_a_column_that_no_file_has_is_refused_and_nothing_is_recorded(run):
    Path("list.csv").write_bytes(as_csv("Organisation|Email|Patch\nAsh|ash@example.org|Derby"))
    code, _, complaint = run("load", "list.csv", "--column", "Pach=area", "--kind", "partner")

    assert (code, answer(run, "imports")) == (2, [])
    assert 'No column is headed "pach" in list.csv.' in complaint


def test_pairs_tell_why_two_may_be_one_and_name_nobody(run):
    twins = EOI.replace("Ash  ", "Kinder Fiddles").replace("Birch", "Kinder Fiddle")
    Path("twins.csv").write_bytes(as_csv(twins.replace("ben@", "ash@")))
    run("load", "twins.csv")

    told = answer(run, "pairs")

    assert [(one["reasons"], one["cells_of_both"]) for one in told] == [
        ("names very alike, same e-mail address", 0)
    ]
    assert "example.org" not in run("pairs")[1]


def test_fixes_list_what_is_wrong_and_where(loaded):
    code, told, _ = loaded("fixes", "--format", "json")
    found = {each["Problem"]: each["Where"] for each in json.loads(told)}

    assert code == 0
    assert found['Area: "The Moon" is not understood'] == "eoi.csv, row 2, column E"
    of_partners = json.loads(loaded("fixes", "--import", "2", "--format", "json")[1])
    assert 'Area: "The Moon" is not understood' not in [each["Problem"] for each in of_partners]


def test_a_file_back_goes_in_again_as_nothing_new_until_it_is_corrected(loaded):
    code, told, _ = loaded("file-back", "1", "back.xlsx")

    assert (code, "It holds people's names" in told) == (0, True)
    assert "Nothing new" in loaded("load", "back.xlsx")[1]


def test_a_file_back_that_cannot_be_written_or_made_is_refused(loaded):
    assert loaded("file-back", "1", "nowhere/back.xlsx")[0] == 2
    assert loaded("file-back", "1", "back.csv")[0] == 2
    code, _, why = loaded("file-back", "9", "back.xlsx")

    assert (code, why.startswith("Entry 9 is no import that stands.")) == (2, True)


def test_a_report_that_cannot_be_written_is_refused(loaded):
    code, _, why = loaded("report", "nowhere/board.xlsx")

    assert (code, "nowhere/board.xlsx cannot be written" in why) == (2, True)


PERSONAL = """
Organisation | Contact name | Functions | Offer
Cedar        | Maren Tolley | Schools   | Brass. Ring Maren Tolley on 01629 812345
"""


def test_personal_details_are_told_by_place_and_never_repeated(run):
    Path("partners.csv").write_bytes(as_csv(PERSONAL))

    _, said, _ = run("read", "partners.csv")

    assert '1 cell with a phone number under "Offer" (row 2; such as 01… …345): removed' in said
    assert "812345" not in said
    assert "Tolley" not in said


@pytest.mark.parametrize(
    ("options", "offer"),
    [
        ([], "Brass. Ring [removed] on [removed]"),
        (["--blank"], "Brass. Ring [removed] on [removed]"),
        (["--no-blank"], "Brass. Ring Maren Tolley on 01629 812345"),
    ],
)
def test_personal_details_are_removed_unless_asked_to_keep_them(run, folder, options, offer):
    Path("partners.csv").write_bytes(as_csv(PERSONAL))
    run("load", "partners.csv", *options)
    told = next(
        e for e in entries.entries(entries.open_store(folder / "store")) if e.kind == "import"
    )
    kept = archive.answers(folder / "store" / "archive", told.payload["archive"])

    assert offer in kept["text"].to_pylist()


def test_a_dry_run_says_the_same_cells_as_recording_leads_to(run):
    _, told, _ = run("load", "eoi.csv", "--dry-run")
    run("load", "eoi.csv")

    _, printed, _ = run("changes", "--since", "0", "--format", "csv")

    cells = list(csv.DictReader(io.StringIO(printed)))
    moved = [cell for cell in cells if cell["state_before"] != cell["state"]]
    assert f"Coverage: {len(moved)} function × area cells change state, 2 gained" in told
    assert moved
    for cell in moved:
        assert f"{cell['row_label']} × {cell['column_label']}" in told


def test_a_backup_is_restored_and_verified_by_commands(run, folder):
    run("load", "eoi.csv")
    assert run("backup", "hub.zip")[0] == 0
    code, told, _ = run("--store", str(folder / "other"), "restore", "hub.zip", "--why", "moved")

    assert (code, "now stands (entry 2)" in told) == (0, True)
    assert "All of it holds." in run("--store", str(folder / "other"), "verify")[1]


def test_a_restore_tried_in_a_new_folder_leaves_the_ledger_that_the_environment_names(
    run, folder, monkeypatch
):
    run("load", "eoi.csv")
    run("backup", "hub.zip")
    monkeypatch.setenv("LEDGER_URL", f"sqlite:///{folder / 'store' / 'ledger.sqlite'}")
    there = run("imports")
    tried = ("--store", str(folder / "other"), "restore", "hub.zip")

    code, _, refused = run(*tried)
    assert (code, "add --replace-ledger." in refused) == (2, True)
    assert run("imports") == there
    assert run(*tried, "--replace-ledger")[0] == 0


def test_verify_says_where_the_ledger_was_edited(run, folder):
    run("load", "eoi.csv")
    with closing(sqlite3.connect(folder / "store" / "ledger.sqlite")) as ledger:
        ledger.execute("update entry set why = 'another'")
        ledger.commit()
    code, told, refused = run("verify")

    assert (code, "Entry 1 was edited" in told) == (2, True)
    assert refused.startswith("The store does not hold: 1 fault")


def test_verify_misses_a_hash_that_was_noted(run):
    run("load", "eoi.csv")

    assert "No entry has the hash that was noted (abc)" in run("verify", "--noted", "abc")[1]


def test_the_audit_lists_looks_beside_entries(run):
    run("load", "eoi.csv")
    run("file-back", "1", "back.xlsx")

    assert "file back written" in run("audit", "--format", "csv")[1].splitlines()[1]


def test_erase_says_what_would_go_and_does_it_only_for_good(run, folder):
    run("load", "eoi.csv")
    code, told, _ = run("erase", "person", "ben@example.org")
    assert (code, "Nothing was erased" in told) == (0, True)
    told = run("erase", "person", "ben@example.org", "--why", "asked", "--for-good")[1]

    assert "Erased, as entry 2 says" in told
    assert run("erase", "person", "ben@example.org")[0] == 2
    assert "All of it holds." in run("verify")[1]


def test_what_is_kept_of_a_person_is_written_and_put_on_record(run):
    run("load", "eoi.csv")
    code, told, _ = run("person", "ben@example.org", "--out", "kept.xlsx")

    assert (code, "Read it before you send it" in told) == (0, True)
    assert Path("kept.xlsx").exists()
    assert "person's details written out" in run("audit", "--format", "csv")[1]


def test_nothing_is_due_of_what_came_today(run):
    run("load", "partners.csv")

    assert run("due")[:2] == (0, "Nothing.\n")
