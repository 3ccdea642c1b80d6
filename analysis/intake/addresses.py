"""Headers that ask for one part of a postal address: no area of work stands under them."""

from collections import Counter
from functools import lru_cache

from analysis.intake import headers
from analysis.intake.forms import Questions, plain_key
from analysis.intake.sheet import Known, Sheet

REMEMBERED = 16  # sheets: one is read at a time, column by column


def is_part(sheet: Sheet, headed: set[str], known: Known) -> bool:
    """Whether a header asks for a part of an address, and another header for another part of it.

    One alone may end so and yet ask where somebody works: "Areas covered (town)".
    """
    parts = filter(known.questions["address_part"].says, headed)
    asked = (_address(part) for part in parts)
    return any(
        known.questions["address_part"].says(each)
        or _parts(sheet.headers, known.questions)[each] > 1
        for each in asked
    )


@lru_cache(REMEMBERED)
def _parts(headed: tuple[str, ...], questions: Questions) -> Counter[str]:
    """How many parts a sheet's headers ask for of each address, by the question before them."""
    keys = {plain_key(headers.clean(header)) for header in headed}
    return Counter(_address(key) for key in keys if questions["address_part"].says(key))


def _address(part: str) -> str:
    """The question before the part in brackets; the whole where there is none."""
    return part.rpartition("(")[0].strip() or part
