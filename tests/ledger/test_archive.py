"""The archive keeps every word under its own digest, and people apart from the rest."""

import os
import resource
import time

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis import sample
from analysis.errors import DashboardError
from analysis.intake.read import read
from analysis.intake.reading import Answer, Column, Reading, Record
from analysis.ledger import archive
from tests.hub import WORDS, reading

PEOPLE = """
Organisation | Contact name  | Email           | Shoe size | Functions | Areas
Ash          | Ann Applegate | ann@example.org | 38        | Schools   | Derby
Birch        | Ben Bough     | ben@example.org | 43        | Inclusion | Derby; Erewash
"""
FIELDS = ("organisation", "email", "area", None)


def words(table: pa.Table) -> list[str]:
    return table["text"].to_pylist()


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A few rows of answers, each cell in its own column."""
    fields = draw(st.lists(st.sampled_from(FIELDS), min_size=1, max_size=6))
    columns = tuple(Column(n, f"c{n}", field) for n, field in enumerate(fields, start=1))
    return Reading("f.csv", "", "eoi", "template", columns, draw(_records(columns)), (), ())


def _records(columns: tuple[Column, ...]) -> st.SearchStrategy[tuple[Record, ...]]:
    texts = st.tuples(*(st.text(min_size=1, max_size=5) for _ in columns))
    rows = st.lists(st.tuples(st.sampled_from([True, False, None]), texts), max_size=4)
    return rows.map(
        lambda rows: tuple(
            Record(
                row,
                consent,
                tuple(
                    Answer(c.column, c.field, text)
                    for c, text in zip(columns, said, strict=True)
                    if c.field
                ),
                ((row, said),),
            )
            for row, (consent, said) in enumerate(rows, start=2)
        )
    )


@given(readings())
def test_every_agreed_cell_is_kept_once_and_no_other(made):
    received = archive.received(made)
    kept = [
        cell for table in (received.cells, received.private_cells) for cell in table.to_pylist()
    ]

    expected = [
        {"row": cell.row, "column": cell.column, "text": cell.text}
        for record in made.records
        if record.consent is not False
        for cell in record.cells
    ]
    assert sorted(kept, key=lambda c: (c["row"], c["column"])) == expected


@given(readings())
def test_people_and_unknown_columns_lie_only_in_private_relations(made):
    received = archive.received(made)
    public = {c.column for c in made.columns if c.field in ("organisation", "area")}

    assert set(received.cells["column"].to_pylist()) <= public
    assert set(received.answers["field"].to_pylist()) <= {"organisation", "area"}
    assert set(received.private["field"].to_pylist()) <= {"email"}


@pytest.mark.parametrize("name", [sample.PARTNERS_FILE, sample.ENQUIRIES_FILE])
def test_nobody_of_the_sample_is_named_outside_the_private_relations(name):
    made = read(name, (sample.FOLDER / name).read_bytes(), WORDS)
    received = archive.received(made)
    people = {
        text
        for field in ("contact_name", "email")
        for text in words(received.private.filter(pa.compute.field("field") == field))
    }
    told = "\n".join(words(received.answers) + words(received.cells))

    assert len(people) > 40
    assert [person for person in people if person in told] == []


def test_a_row_without_consent_leaves_nothing():
    made = reading("""
        Organisation | Email           | Areas | I consent to my data being stored
        Ash          | ash@example.org | Derby | No
    """)

    received = archive.received(made)

    assert [len(getattr(received, name)) for name in archive.RELATIONS] == [0, 0, 0, 0]


def test_the_header_and_rows_that_can_be_mended_are_kept_among_the_private_cells():
    made = reading("""
        Partners of 2026
        Organisation | Email           | Areas
        Ash          | ash@example.org | Derby
                     | bob@example.org | Erewash
        Total        |                 | 2
    """)

    received = archive.received(made)

    assert words(received.private_cells) == [
        *("Partners of 2026", "Organisation", "Email", "Areas"),
        *("bob@example.org", "Erewash", "Total", "2", "ash@example.org"),
    ]


def test_a_row_that_could_be_mended_is_not_kept_without_consent():
    made = reading("""
        Organisation | Email           | Areas   | I consent to my data being stored
        Ash          | ash@example.org | Derby   | Yes
                     | bob@example.org | Erewash |
    """)

    assert [aside.cells for aside in made.set_aside] == [()]
    assert "bob@example.org" not in words(archive.received(made).private_cells)


def test_the_same_words_have_the_same_names(tmp_path):
    received = archive.received(reading(PEOPLE))

    once, twice = (archive.put(tmp_path, received) for _ in range(2))

    assert once == twice
    assert len(list(tmp_path.iterdir())) == 4
    assert once["answers"] == archive.digest(received.answers)


def test_what_was_put_is_read_back(tmp_path):
    received = archive.received(reading(PEOPLE))

    digests = archive.put(tmp_path, received)

    assert archive.answers(tmp_path, digests) == received.answers
    assert archive.row_cells(tmp_path, digests, 3) == [
        (1, "Birch"),
        (5, "Inclusion"),
        (6, "Derby; Erewash"),
    ]


def test_only_its_owner_may_read_an_archived_file(tmp_path):
    digests = archive.put(tmp_path, archive.received(reading(PEOPLE)))

    assert archive.whole(tmp_path, digests["private"]).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (None, r"cannot be read \(No such file or directory\)"),
        (b"", "is not what was recorded"),
        (b"PAR1 and then noise", "is not what was recorded"),
    ],
    ids=["missing", "emptied", "damaged"],
)
def test_a_file_that_is_not_whole_is_named(tmp_path, content, fault):
    digests = archive.put(tmp_path, archive.received(reading(PEOPLE)))
    file = archive.whole(tmp_path, digests["answers"])
    file.unlink() if content is None else file.write_bytes(content)

    with pytest.raises(DashboardError, match=f"{file} {fault}. Put it back from a backup"):
        archive.answers(tmp_path, digests)


def test_a_damaged_file_is_made_whole_by_the_same_words(tmp_path):
    received = archive.received(reading(PEOPLE))
    digests = archive.put(tmp_path, received)
    archive.whole(tmp_path, digests["answers"]).write_bytes(b"noise")

    archive.put(tmp_path, received)

    assert archive.answers(tmp_path, digests) == received.answers


def test_a_file_left_half_written_long_ago_is_removed_and_a_fresh_one_spared(tmp_path):
    old, fresh = tmp_path / "old.part", tmp_path / "fresh.part"
    for part in (old, fresh):
        part.write_text("Ann Applegate")
    day_ago = time.time() - 86_400
    os.utime(old, (day_ago, day_ago))

    archive.put(tmp_path, archive.received(reading(PEOPLE)))

    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_full_disk_refuses_the_file_and_leaves_nothing_half_written(tmp_path):
    received = archive.received(reading(PEOPLE))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        with pytest.raises(DashboardError, match=r"archive in .* cannot be written to \(File too"):
            archive.put(tmp_path, received)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(DashboardError, match=r"archive in .* cannot be written to \(Not a dir"):
        archive.put(tmp_path / "file" / "archive", archive.received(reading(PEOPLE)))
