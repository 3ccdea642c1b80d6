"""What staff decided about the files of one form, and how a form is known again."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TypeAlias

from analysis.intake.forms import plain_key

# Below this share of common headers two files are taken for different forms: a form keeps most of
# its questions over a campaign, and two forms of one tool share little more than its own columns.
COMMON_HEADERS = 0.5

Heading: TypeAlias = tuple[str, int]


@dataclass(frozen=True)
class Choices:
    """What staff decided about one form, by its headings; what they left alone is not in it.

    A heading is a header's key and which of its like it is, counted from 1: forms head several
    columns "Other". `fields` gives a heading's field, "" where it answers none of ours.
    `month_first` settles dates that fit both orders. `blanked` are the headings under which
    personal details are removed before anything is kept, None where nobody was asked.
    """

    kind: str | None = None
    fields: Mapping[Heading, str] = field(default_factory=lambda: MappingProxyType({}))
    month_first: bool | None = None
    blanked: frozenset[Heading] | None = None

    def over(self, other: "Choices") -> "Choices":
        """These choices, and where they say nothing the other ones."""
        return Choices(
            kind=self.kind or other.kind,
            fields={**other.fields, **self.fields},
            month_first=other.month_first if self.month_first is None else self.month_first,
            blanked=other.blanked if self.blanked is None else self.blanked,
        )

    def with_field(self, heading: Heading, answered: str) -> "Choices":
        """These choices with one column's field changed."""
        return replace(self, fields={**self.fields, heading: answered})


NO_CHOICES = Choices()


@dataclass(frozen=True)
class Remembered:
    """Choices on record, and the headings and tool by which their form is known again."""

    tool: str
    headings: frozenset[str]
    choices: Choices


def headings(headers: Sequence[str]) -> tuple[Heading, ...]:
    """Each column's heading, in order.

    Examples
    --------
    >>> headings(["Derby", "Other", "SEND", "Other"])
    (('derby', 1), ('other', 1), ('send', 1), ('other', 2))
    """
    seen: Counter[str] = Counter()
    found = []
    for header in headers:
        key = plain_key(header)
        seen[key] += 1
        found.append((key, seen[key]))
    return tuple(found)


def common(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all headers that two files have in common."""
    return len(one & other) / max(1, len(one | other))


def recalled(remembered: Iterable[Remembered], tool: str, headers: Sequence[str]) -> Choices:
    """The newest choices on record for the form with these headers; none where there are none."""
    written = frozenset(plain_key(header) for header in headers if header.strip())
    for known in reversed(tuple(remembered)):
        if known.tool == tool and common(known.headings, written) >= COMMON_HEADERS:
            return known.choices
    return NO_CHOICES
