"""The kinds of problem: the word for each, who can put it right and how, and why it matters."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from analysis.fixes import PAIR

HERE = "you, here"
THEM = "the organisation: ask them"
KEEPER = "whoever keeps the form or sheet"

WORDING, SENT_AGAIN = "wording", "sent again"


@dataclass(frozen=True)
class Kind:
    """One kind of problem: its word, who can put it right and how, and what else it means.

    `why` is told where no cell hangs on it. `in_file` says whether a row of the file can mend it.
    """

    word: str
    who: str
    how: str
    why: str = ""
    in_file: bool = True


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "wording": Kind(
            "Wording",
            HERE,
            "Decide once what it means; that holds for every import. Or correct it in the file.",
            "What else these offers say counts; these words do not.",
        ),
        "blank": Kind(
            "Left blank",
            THEM,
            "Ask the organisation, write the answer into the file back, and upload it.",
            "What else these partners say settles every cell.",
        ),
        "not asked": Kind(
            "Not asked",
            KEEPER,
            "Add the question to the form, or a column with the answers to the sheet, "
            "and upload it again.",
            "No cell hangs on it yet.",
            in_file=False,
        ),
        PAIR: Kind(
            "Same organisation?",
            HERE,
            "Join them, or keep them apart; either can be taken back.",
            "No cell counts both as partners today.",
            in_file=False,
        ),
        "no name": Kind(
            "Row set aside",
            KEEPER,
            "Write the organisation's name into the row of the file back, and upload it.",
            "What these rows say counts nowhere, and nobody can tell which cells it would fill.",
        ),
        "date": Kind(
            "Date",
            KEEPER,
            "Write it as 2026-09-03 or 3 September 2026 into the file back, and upload it.",
            "Of two submissions the later one counts; without a date nobody can tell which.",
        ),
        "reach": Kind(
            "Reach",
            THEM,
            "Ask for one whole number, write it into the file back, and upload it.",
            "No cell hangs on it; the offer counts, its reach does not.",
        ),
        "email": Kind(
            "E-mail address",
            THEM,
            "Ask for the address, write it into the file back, and upload it.",
            "No cell hangs on it; but nobody can be written to, and a second submission of the "
            "same organisation is not known as one.",
        ),
        "gone": Kind(
            "Gone from its form",
            HERE,
            "Ask whether the offer still holds. If it does not, move the organisation to "
            'a stage that no longer counts: python -m analysis stage "ORGANISATION" lapsed',
            "These offers still count, as they stood in the older file.",
            in_file=False,
        ),
        SENT_AGAIN: Kind(
            "Sent again",
            HERE,
            "Nothing needs doing. To count an earlier one too: "
            'python -m analysis keep-both "ORGANISATION"',
            "The later submission counts, the earlier one does not.",
            in_file=False,
        ),
    }
)
