"""What no header gives away, told by what stands in the cells: a postcode, a contact, a stamp."""

from collections.abc import Callable, Mapping

from analysis.intake import dates, evidence, headers
from analysis.intake.forms import Tool, plain_key
from analysis.intake.names import clues
from analysis.intake.sheet import Known, Sheet

ENOUGH = 0.75  # of a column's cells
DIFFERENT = 0.5  # a column of one answer over and over names nobody
FIRST_NAMES = 0.3  # of the names, where the header does not speak of a person
FEWEST = 3  # cells: two may look like anything
WEIGHT = 1.0

Fields = dict[str, tuple[int, ...]]


def added(sheet: Sheet, tool: Tool, fields: Fields, taken: frozenset[int], known: Known) -> Fields:
    """The fields with those columns; `taken` are columns that answer something else."""
    tests = {
        "postcode": _postcodes,
        "contact_name": _people,
        "submitted_at": _stamps,
        "consent": _agreed,
    }
    if "organisation" not in fields:
        return fields
    answered = taken.union(*fields.values())
    for field, test in tests.items():
        if field not in fields and (best := _best(sheet, tool, answered, known, test)):
            fields, answered = {**fields, field: (best,)}, answered | {best}
    return fields


def is_somebody_else(header: str, known: Known) -> bool:
    """Whether a header asks for a person other than the contact, such as a referee."""
    worded = headers.keys(header)
    return any(p.search(key) for p in known.questions["somebody_else"].likely for key in worded)


def only_contacts(
    sheet: Sheet, found: Mapping[tuple[int, str], float], known: Known
) -> dict[tuple[int, str], float]:
    """The weights of columns without those that speak of somebody else, or name no organisation.

    An e-mail address of somebody else is better than none; their name is not.
    """
    organisations = {
        c for (c, field), w in found.items() if field == "organisation" and w >= headers.LIKELY
    }
    bare = {c for c, _ in found if plain_key(headers.clean(sheet.headers[c - 1])) == "name"}
    others = {c for c, header in sheet.columns if is_somebody_else(header, known)}
    kept = dict(found)
    for column, field in found:
        no_contact = field == "contact_name" and column in others
        no_organisation = field == "organisation" and column in bare and organisations - bare
        if no_contact or no_organisation:
            del kept[column, field]
        elif field == "email":
            kept[column, field] -= 4 * (column in others) + 2 * _repeats(sheet.sample(column))
    return kept


def _best(
    sheet: Sheet,
    tool: Tool,
    answered: frozenset[int],
    known: Known,
    test: Callable[[str, tuple[str, ...], Known], float],
) -> int:
    """The column that passes a test best, the first of equals; 0 where none does well enough."""
    shares = {
        column: test(header, sheet.sample(column), known)
        for column, header in sheet.columns
        if column not in answered and not tool.ignores(plain_key(header))
    }
    best = max(shares, key=lambda column: shares[column], default=0)
    return best if best and shares[best] >= ENOUGH else 0


def _postcodes(_: str, cells: tuple[str, ...], known: Known) -> float:
    return evidence.share("postcode", cells, known)


def _stamps(header: str, cells: tuple[str, ...], known: Known) -> float:
    """The share of days with a time of day: only a machine writes them row by row."""
    if len(cells) < FEWEST or headers.denies(header, "submitted_at", known.questions):
        return 0.0
    return sum(dates.looks_like_date(c) and dates.has_clock(c) for c in cells) / len(cells)


def _agreed(header: str, cells: tuple[str, ...], known: Known) -> float:
    """The share of cells that agree to something, where the header may ask for that."""
    if headers.weights(header, known.questions)["consent"] < headers.HINT:
        return 0.0
    return sum(map(known.questions["agreed"].says, cells)) / max(1, len(cells))


def _people(header: str, cells: tuple[str, ...], known: Known) -> float:
    """The share of names, where the header or their first words say that they are people's."""
    names = [words for cell in set(cells) if (words := evidence.name(cell))]
    if len(cells) < FEWEST or _repeats(cells) or is_somebody_else(header, known):
        return 0.0
    first = sum(words[0] in clues().words["first_names"] for words in names)
    asked = known.questions["person_asked"].says(headers.clean(header))
    is_person = asked or first >= FIRST_NAMES * len(names)
    ignored = headers.is_ignored(header, known.questions)
    return len(names) / len(set(cells)) if is_person and not ignored else 0.0


def _repeats(cells: tuple[str, ...]) -> bool:
    return len(cells) >= FEWEST and len(set(cells)) < DIFFERENT * len(cells)
