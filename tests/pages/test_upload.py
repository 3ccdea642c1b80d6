"""Upload: what a file would change is shown first, recorded on a word, refused in a sentence."""

import io
import zipfile

import pytest

from analysis.ledger import entries
from tests import hub
from tests.intake.files import workbook
from tests.pages.conftest import OFFERS, texts

MORE = """
    Organisation|Email|Stage|Functions|Areas|Offer
    Dogwood|dogwood@example.org|Received|Sustainability|Derby; Atlantis|Instrument repair
"""


def drop(app, *files):
    for name, content in files:
        app.file_uploader[0].upload(name, content)
    return app.run()


def click(app, label):
    return next(button for button in app.button if button.label == label).click().run()


def bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 300_000_000)
    return content.getvalue()


BAD = {
    "empty": ("nothing.xlsx", b""),
    "blank": ("blank.csv", b"\n\n\n"),
    "truncated": ("cut.xlsx", b"PK\x03\x04 and no more"),
    "of another type": ("photo.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\x00"),
    "of headers only": ("headers.csv", b"Organisation,Email,Functions,Areas\n"),
    "without a column of ours": ("prices.csv", b"Fruit,Price\nApple,1\nPear,2\n"),
    "behind a password": ("locked.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000),
    "a zip bomb": ("bomb.xlsx", bomb()),
}


def test_a_file_shows_what_it_would_change_before_anything_is_recorded(store, visit):
    app = drop(visit("data/upload"), ("offers.csv", hub.as_csv(OFFERS)))

    assert not app.exception
    assert "3 new, 0 changed and 0 the same." in texts(app)
    assert "function × area cells change state" in texts(app)
    assert entries.last_number(store) == 0


@pytest.mark.usefixtures("loaded")
def test_a_preview_lists_rows_wordings_and_cells(visit):
    app = drop(visit("data/upload"), ("more.csv", hub.as_csv(MORE)))
    folds = [fold.label for fold in app.expander]

    assert folds[-3:] == [
        "Rows as understood (1)",
        "Cells gained and lost (1)",
        "Wordings in more\\.csv (4, 1 not understood, 0 told by their words)",
    ]


def test_recording_leaves_the_sample_and_empties_the_uploader(store, visit):
    app = drop(visit("data/upload"), ("offers.csv", hub.as_csv(OFFERS)))
    click(app, "Record this file")

    assert entries.last_number(store) == 1
    assert app.success[0].value.startswith("Recorded as entry 1")
    assert "sample data" not in texts(app)
    assert not app.file_uploader[0].value


@pytest.mark.usefixtures("loaded")
def test_the_same_file_again_has_nothing_to_record(visit):
    app = drop(visit("data/upload"), ("offers.csv", hub.as_csv(OFFERS)))

    assert "already recorded" in app.success[0].value
    assert "Record this file" not in [button.label for button in app.button]


def test_several_files_are_recorded_in_one_go(store, visit):
    files = (("offers.csv", hub.as_csv(OFFERS)), ("more.csv", hub.as_csv(MORE)))
    app = click(drop(visit("data/upload"), *files), "Record these files")

    assert entries.last_number(store) == 2
    assert "entry 1 and entry 2" in app.success[0].value


@pytest.mark.parametrize(("name", "content"), BAD.values(), ids=BAD)
def test_a_file_is_refused_in_one_sentence_and_nothing_is_recorded(store, visit, name, content):
    app = drop(visit("data/upload"), (name, content))

    assert not app.exception
    assert len(app.error) == 1
    assert name in app.error[0].value.replace("\\", "")
    assert entries.last_number(store) == 0


def test_a_good_file_beside_a_bad_one_is_still_shown(visit):
    app = drop(visit("data/upload"), BAD["empty"], ("offers.csv", hub.as_csv(OFFERS)))

    assert len(app.error) == 1
    assert "3 new" in texts(app)


def test_what_somebody_else_recorded_meanwhile_stops_the_recording(store, visit):
    app = drop(visit("data/upload"), ("offers.csv", hub.as_csv(OFFERS)))
    hub.load(store, MORE)
    click(app, "Record this file")

    assert entries.last_number(store) == 1
    assert not app.exception
    assert len(app.error) == 1


def test_after_a_stopped_recording_the_file_is_compared_anew(store, visit):
    app = drop(visit("data/upload"), ("offers.csv", hub.as_csv(OFFERS)))
    hub.load(store, MORE)
    click(click(app, "Record this file"), "Record this file")

    assert entries.last_number(store) == 2


def test_words_of_a_file_are_never_markdown(visit):
    name = "**[x](http://example.org)** :material/home: $x$.csv"
    app = drop(visit("data/upload"), (name, hub.as_csv(OFFERS)))
    told = [part.value for part in (*app.header, *app.subheader, *app.caption, *app.markdown)]

    assert not [text for text in told if "**" in text or "](" in text or ":material" in text]


def test_start_with_your_own_data_clears_the_sample_for_good(store, visit):
    app = click(visit("coverage/overview"), "Start with your own data")

    assert "Upload an export" in app.success[0].value
    assert not (store.folder / "sample").exists()
    assert [entry.kind for entry in entries.entries(store)] == ["note"]


def test_start_with_your_own_data_keeps_what_another_visitor_recorded(store, visit):
    app = visit("coverage/overview")
    hub.load(store, OFFERS)
    click(app, "Start with your own data")

    assert [entry.kind for entry in entries.entries(store)] == ["import"]


def test_a_workbook_with_a_sheet_for_each_year_is_recorded_sheet_by_sheet(store, visit):
    head = {"A1": "Organisation", "B1": "Email", "C1": "Functions", "D1": "Areas"}
    said = {"B2": "a@example.org", "C2": "Schools", "D2": "Derby"}
    cells = {"2024": head | said | {"A2": "Ash"}, "2025": head | said | {"A2": "Oak"}}
    app = drop(visit("data/upload"), ("partners.xlsx", workbook(cells)))
    click(app, "Record these files")

    assert not app.exception
    imports = hub.now(store).state.imports
    assert [(each.file, each.sheet) for each in imports] == [
        ("partners.xlsx", "2024"),
        ("partners.xlsx", "2025"),
    ]
