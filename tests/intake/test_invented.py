"""At least 99 of 100 fields of invented exports, worded in many ways, come back as meant."""

import random
import time

import pytest

from analysis.intake.listing import RecordListing
from analysis.intake.read import as_json, read
from analysis.vocabulary import DIMENSIONS
from tests.intake import invented
from tests.intake.files import WORDS
from tests.intake.invented import Export, Said
from tests.intake.invented_words import REACH

SHAPES = {
    "Microsoft Forms": lambda rng, said: invented.microsoft(rng, said, as_csv=False),
    "Microsoft Forms as CSV": lambda rng, said: invented.microsoft(rng, said, as_csv=True),
    "Google Forms download": lambda rng, said: invented.google(rng, said, download=True),
    "Google Sheet": lambda rng, said: invented.google(rng, said, download=False),
    "template": lambda rng, said: invented.template(rng, said, WORDS),
    "partner lists": invented.partner_lists,
    "partner ticks": lambda rng, said: invented.partner_ticks(rng, said, WORDS),
}
KEYS = dict(zip(("aims", "functions", "areas", "focuses"), DIMENSIONS, strict=True))


def right(record: RecordListing, said: Said, told: bool) -> list[bool]:
    """Whether each field came back; partner sheets tell neither time nor consent."""
    texts = [
        record[name] == said.texts[name]
        for name in ("organisation", "contact_name", "email", "postcode")
    ]
    choices = [set(record[key]) == said.codes[d] for key, d in KEYS.items()]  # type: ignore[literal-required]
    typed = [record["unmatched"][d] == said.others.get(d, []) for d in DIMENSIONS]
    reach = record["reach"] == REACH[said.texts["reach"]]
    return [
        *texts,
        *choices,
        *typed,
        reach,
        not told or record["submitted_at"] == said.sent.isoformat(),
    ]


def verdicts(export: Export) -> list[bool]:
    records = as_json(read(export.name, export.data, WORDS), WORDS)["records"]
    by_email = {record["email"]: record for record in records}
    told = not export.name.casefold().startswith("partner")
    return [v for said in export.said for v in right(by_email[said.texts["email"]], said, told)]


@pytest.mark.parametrize("make", SHAPES.values(), ids=SHAPES)
def test_an_invented_export_says_what_was_meant(make) -> None:  # type: ignore[no-untyped-def]
    found = []
    for seed in range(6):
        rng = random.Random(seed)
        found += verdicts(make(rng, invented.submissions(rng, WORDS, 20)))

    assert sum(found) >= 0.99 * len(found)


@pytest.mark.parametrize("download", [True, False])
def test_consent_comes_back(download: bool) -> None:
    rng = random.Random(1)
    export = invented.google(rng, invented.submissions(rng, WORDS, 20), download=download)

    records = read(export.name, export.data, WORDS).records

    assert [record.consent for record in records] == [
        s.texts["consent"] == "yes" for s in export.said
    ]


def test_five_thousand_rows_are_read_in_seconds() -> None:
    rng = random.Random(1)
    export = invented.google(rng, invented.submissions(rng, WORDS, 5000), download=False)
    start = time.perf_counter()

    found = read(export.name, export.data, WORDS)

    assert len(found.records) == 5000
    assert time.perf_counter() - start < 20
