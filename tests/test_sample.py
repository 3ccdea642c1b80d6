import itertools
from collections import Counter
from datetime import datetime

import pytest

from analysis import sample
from analysis.errors import DashboardError
from analysis.intake.read import read
from analysis.sample import files, hub, invent, words
from tests import sample_oracle
from tests.sample_oracle import QUESTIONS, WORDS, name_key, table

SAID = words.load()
WHERE, WHOM, REACH = QUESTIONS["area"], QUESTIONS["focus"], SAID.form.questions[10]

# Columns: Derby, Amber Valley, Bolsover, Chesterfield, Derbyshire Dales, Erewash, High Peak,
# North East Derbyshire, South Derbyshire. Rows: the five functions.
GRID = """
covered fragile unknown covered fragile waiting covered waiting gap
covered covered fragile covered covered covered covered covered fragile
covered covered waiting covered covered covered covered waiting waiting
covered covered fragile covered covered fragile covered covered fragile
fragile gap     unknown waiting gap     gap     fragile unknown gap
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("hub")
    sample.write(made)
    return made


@pytest.fixture(scope="module")
def enquiries(folder):
    return table(folder / files.ENQUIRIES_FILE)


@pytest.fixture(scope="module")
def partners(folder):
    return table(folder / files.PARTNERS_FILE)


def test_the_same_seed_gives_the_same_bytes(folder, tmp_path):
    again = sample.write(tmp_path)

    assert [file.read_bytes() for file in again] == [
        (folder / file.name).read_bytes() for file in again
    ]


def test_another_seed_changes_only_the_times_of_the_hand_written_offers(enquiries, tmp_path):
    other, _ = sample.write(tmp_path, seed=1)
    times = ("Start time", "Completion time")

    differing = {
        header
        for mine, theirs in zip(enquiries, table(other), strict=True)
        for header in mine
        if mine[header] != theirs[header]
    }

    assert differing == set(times)


@pytest.mark.parametrize("name", [files.ENQUIRIES_FILE, files.PARTNERS_FILE])
def test_the_files_in_the_repository_are_what_the_sample_writes(folder, name):
    assert table(sample.FOLDER / name) == table(folder / name)


@pytest.mark.parametrize("offers", [sample_oracle.as_written, sample_oracle.as_read])
def test_the_grid_shows_every_state_where_it_is_meant_to(folder, offers):
    made = offers(folder / files.ENQUIRIES_FILE, folder / files.PARTNERS_FILE)

    assert sample_oracle.states(made) == [line.split() for line in GRID.strip().splitlines()]


def test_the_intended_grid_is_a_believable_mix():
    assert Counter(GRID.split()) == {
        "covered": 22,
        "fragile": 9,
        "waiting": 6,
        "unknown": 3,
        "gap": 5,
    }


def test_the_hub_has_ninety_offers_of_about_sixty_organisations(enquiries, partners):
    names = [row["Organisation name"] for row in enquiries] + [r["Organisation"] for r in partners]

    assert len(names) == 90
    assert 55 <= len(set(map(name_key, names))) <= 65


def test_every_e_mail_address_ends_in_example_org(enquiries, partners):
    addresses = [row["Email address"] for row in enquiries] + [row["Email"] for row in partners]

    assert not [address for address in addresses if not address.endswith("@example.org")]


def test_every_postcode_is_one_that_nobody_has(enquiries, partners):
    inward = {row["Postcode"].split()[1] for row in enquiries + partners}

    assert inward <= {"9ZX", "9ZY", "9ZZ"}


def test_the_download_has_the_headers_of_microsoft_forms(enquiries):
    metadata = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]

    assert list(enquiries[0])[:6] == metadata
    assert {(row["Email"], row["Name"]) for row in enquiries} == {("anonymous", "")}


def test_the_download_is_in_order_of_time(enquiries):
    times = [row["Completion time"] for row in enquiries]

    assert times == sorted(times)
    assert [row["ID"] for row in enquiries] == list(range(1, 52))
    assert all(row["Start time"] < row["Completion time"] for row in enquiries)


def test_every_submission_lies_between_september_2025_and_20_november_2026(enquiries):
    first, last = (datetime.fromisoformat(day) for day in ("2025-09-01", "2026-11-20"))

    assert all(first <= row["Start time"] and row["Completion time"] < last for row in enquiries)


@pytest.mark.parametrize("question", QUESTIONS.values())
def test_every_choice_of_the_download_ends_in_a_semicolon(enquiries, question):
    assert all(row[question].endswith(";") for row in enquiries if row[question])


TRAITS = {
    "claims the whole hub": lambda row: row[WHERE] == "All of Derby and Derbyshire;",
    "leaves areas blank": lambda row: not row[WHERE],
    "leaves focuses blank": lambda row: not row[WHOM],
    "leaves functions blank": lambda row: not row[QUESTIONS["function"]],
    "is open to all": lambda row: row[WHOM] == "None in particular;",
    "names a town": lambda row: {"Swadlincote", "Ilkeston", "Buxton"} & set(row[WHERE].split(";")),
    "names a place outside": lambda row: {"Sheffield", "Burton"} & set(row[WHERE].split(";")),
    "types a focus we know": lambda row: "NEET;" in row[WHOM],
    "types a focus we do not know": lambda row: "Bereaved children;" in row[WHOM],
    "does not consent": lambda row: row["I agree to my data being stored"] == "",
    "consents": lambda row: row["I agree to my data being stored"] == "I agree;",
    "reaches about so many": lambda row: row[REACH].startswith("about"),
}


@pytest.mark.parametrize("trait", TRAITS)
def test_some_submission(enquiries, trait):
    assert list(filter(TRAITS[trait], enquiries))


def test_exactly_one_submission_does_not_consent(enquiries):
    assert len(list(filter(TRAITS["does not consent"], enquiries))) == 1


def test_one_organisation_submits_again_with_other_answers(enquiries):
    who = Counter((row["Organisation name"], row["Email address"]) for row in enquiries)
    ((organisation, _), times) = who.most_common(1)[0]
    first, second = (row for row in enquiries if row["Organisation name"] == organisation)

    assert (times, list(who.values()).count(2)) == (2, 1)
    assert first[WHERE] != second[WHERE]


def test_some_organisations_are_in_both_files_under_other_spellings(enquiries, partners):
    forms, sheet = (
        {name_key(name): name for name in names}
        for names in (
            [row["Organisation name"] for row in enquiries],
            [row["Organisation"] for row in partners],
        )
    )

    assert {key for key in forms.keys() & sheet.keys() if forms[key] != sheet[key]} >= {
        "peak and vale youth music",
        "wye and lathkill folk trust",
    }


@pytest.mark.parametrize(
    ("stage", "least", "most"),
    [
        ("strategic-partner", 3, 4),
        ("commissioned", 6, 12),
        ("pilot", 4, 6),
        ("in-dialogue", 1, 3),
        ("observed", 1, 3),
        ("received", 1, 2),
        ("declined", 1, 1),
        ("lapsed", 1, 1),
    ],
)
def test_partners_stand_at_every_stage(partners, stage, least, most):
    standing = {r["Organisation"] for r in partners if WORDS.match("stage", r["Stage"]) == stage}

    assert least <= len(standing) <= most


def test_a_strategic_partner_runs_several_programmes(partners):
    programmes = Counter(
        row["Organisation"] for row in partners if "strategic" in row["Stage"].lower()
    )

    assert min(programmes.values()) >= 3


def test_every_wording_of_the_partner_sheet_but_one_place_is_known(partners):
    unknown = {
        wording
        for row in partners
        for dimension, header in sample_oracle.COLUMNS.items()
        for wording in filter(None, row[header].split("; "))
        if WORDS.match(dimension, wording) is None
    }

    assert unknown == {"Burton"}


def test_offers_beyond_ninety_are_invented_in_the_same_shape(tmp_path):
    made, _ = sample.write(tmp_path, offers=300)
    rows = table(made)
    times = [row["Completion time"] for row in rows]

    assert len(rows) == 300 - 39
    assert times == sorted(times)


def test_a_small_export_has_only_hand_written_offers(enquiries, tmp_path):
    sample.write_export(tmp_path / "few.xlsx", 3)

    assert table(tmp_path / "few.xlsx") == enquiries[:3]


def answers(record):
    return [(answer.field, answer.value or answer.text) for answer in record.answers]


def test_an_export_reads_the_same_as_csv_and_as_workbook(tmp_path):
    exports = [tmp_path / "export.csv", tmp_path / "export.xlsx"]
    for export in exports:
        sample.write_export(export, 200)

    in_csv, in_workbook = (read(file.name, file.read_bytes(), WORDS).records for file in exports)

    assert [answers(record) for record in in_csv] == [answers(record) for record in in_workbook]


def test_invented_offers_choose_from_the_form_or_type_a_known_list():
    made = list(invent.submissions(2000, SAID, seed=7))
    places = {place for submission in made for place in submission.districts}
    groups = {group for submission in made for group in submission.inclusion}

    assert places == {*SAID.form.districts, SAID.form.everywhere, *SAID.towns}
    assert groups == {*SAID.form.inclusion, SAID.form.nobody_in_particular, *SAID.groups}


def test_invented_people_live_at_example_org():
    made = invent.submissions(500, SAID, seed=7)

    assert all(submission.email.endswith("@example.org") for submission in made)


def test_invented_organisations_are_many_and_some_come_twice():
    names = Counter(submission.organisation for submission in invent.submissions(2000, SAID, 7))

    assert 1100 < len(names) < 1400
    assert max(names.values()) >= 3


def test_a_million_offers_are_invented_one_at_a_time():
    first, second = itertools.islice(invent.submissions(1_000_000, SAID, seed=7), 2)

    assert first.completed <= second.completed


def test_hand_written_offers_are_in_order_of_day():
    days = [submission.completed.date() for submission in hub.submissions(SAID.form, seed=1)]

    assert days == sorted(days)


@pytest.mark.parametrize(
    ("name", "offers", "message"),
    [
        ("hub.ods", 5, "must end in .xlsx or .csv"),
        ("hub.csv", 0, "Ask for at least 1"),
        ("hub.xlsx", 1_048_576, "Ask for a .csv instead"),
    ],
)
def test_an_export_that_cannot_be_written_is_refused(tmp_path, name, offers, message):
    with pytest.raises(DashboardError, match=message):
        sample.write_export(tmp_path / name, offers)


def test_a_hub_smaller_than_its_partner_sheet_is_refused(tmp_path):
    with pytest.raises(DashboardError, match="Ask for at least 40"):
        sample.write(tmp_path, offers=39)
