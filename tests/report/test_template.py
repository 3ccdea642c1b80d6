import csv
import io
import tomllib
import zipfile

from python_calamine import CalamineWorkbook

from analysis import vocabulary
from analysis.intake.reading import FIELDS
from analysis.report import template
from analysis.vocabulary import DATA, DIMENSIONS, STAGE

WORDS = vocabulary.load()
SHAPE = DATA / "forms" / "template.toml"


def sheets():
    return CalamineWorkbook.from_filelike(io.BytesIO(template.as_xlsx(WORDS)))


def part(name):
    with zipfile.ZipFile(io.BytesIO(template.as_xlsx(WORDS))) as parts:
        return parts.read(name).decode()


def csv_rows(made):
    return list(csv.reader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_the_csv_template_is_one_line_of_headers():
    headers = (
        "Entry id, Submitted at, Organisation, Contact name, Email, Postcode, Website, Stage, "
        "Aims, Functions, Areas, Inclusion focuses, Offer, Reach"
    )

    assert csv_rows(template.as_csv()) == [headers.split(", ")]


def test_the_template_asks_for_every_field_but_consent():
    assert len(template.HEADERS) == len(set(FIELDS) - {"consent"})


def test_the_workbook_has_the_headers_and_then_the_allowed_values():
    book = sheets()

    assert book.sheet_names == ["Offers", "Allowed values"]
    assert book.get_sheet_by_name("Offers").to_python() == [list(template.HEADERS)]


def test_the_allowed_values_are_the_whole_vocabulary():
    values = template.allowed_values(WORDS)

    assert set(values["Code"]) == {
        term.code for dimension in (*DIMENSIONS, STAGE) for term in WORDS.of(dimension)
    }
    assert set(values["Column"]) < set(template.HEADERS)


def test_workbook_and_csv_allow_the_same_values():
    in_workbook = sheets().get_sheet_by_name("Allowed values").to_python()

    assert in_workbook == csv_rows(template.allowed_values_csv(WORDS))


def test_every_column_says_what_goes_in_it():
    comments = part("xl/comments1.xml")

    assert comments.count("<comment ") == len(template.HEADERS)


def test_the_stage_column_offers_exactly_the_stages():
    source = part("xl/worksheets/sheet1.xml").split("<formula1>")[1].split("</formula1>")[0]
    first, last = (int(end.split("$")[-1]) for end in source.split(":"))
    rows = sheets().get_sheet_by_name("Allowed values").to_python()

    assert source.startswith("'Allowed values'!$B$")
    assert [row[1] for row in rows[first - 1 : last]] == [t.label for t in WORDS.of(STAGE)]


def test_the_reader_knows_the_template_by_headers_it_has():
    shape = tomllib.loads(SHAPE.read_text(encoding="utf-8"))
    named = {header for headers in shape["signature"] for header in headers}

    assert named | set(shape["entry_id"]) | set(shape["submitted_at"]) <= set(template.HEADERS)
