"""What was noticed about people in columns that ask for something else, never the detail itself."""

from collections.abc import Iterable, Sequence

from analysis.intake.details import EMAIL, NAME, PHONE
from analysis.intake.personal import Noticed
from analysis.report.sentences import counted, listed

ONE = {EMAIL: "an e-mail address", PHONE: "a phone number", NAME: "the name of a person"}
MANY = {EMAIL: "e-mail addresses", PHONE: "phone numbers", NAME: "names of people"}


def of_noticed(found: Iterable[Noticed], blank: frozenset[int]) -> list[str]:
    """One sentence for each kind of detail in each column: where it stands, what comes of it."""
    return [f"{place(each)}: {_what_comes(each, blank)}" for each in found]


def place(each: Noticed) -> str:
    """What was noticed and where, with one of them masked."""
    what = counted(each.cells, f"cell with {ONE[each.kind]}", f"cells with {MANY[each.kind]}")
    return f'{what} under "{_header(each)}" ({_rows(each)}; such as {each.example})'


def request(found: Sequence[Noticed]) -> str:
    """What removing the details of one column takes away."""
    kinds = listed([MANY[each.kind] for each in found])
    return f'Remove {kinds} from "{_header(found[0])}" ({listed([e.example for e in found])})'


def _what_comes(each: Noticed, blank: frozenset[int]) -> str:
    if not each.can_be_removed:
        return "kept, because it is the organisation's own name."
    if each.column in blank:
        return "removed before anything is kept."
    if each.is_open:
        return "kept, and everyone who sees the dashboard may read it."
    return "kept with the personal data, and not shown."


def _header(each: Noticed) -> str:
    return " ".join(each.header.split()) or f"column {each.column}"


def _rows(each: Noticed) -> str:
    shown = [str(row) for row in each.rows]
    more = each.cells - len(shown)
    rows = listed([*shown, f"{more} more"] if more else shown)
    return f"row {rows}" if each.cells == 1 else f"rows {rows}"
