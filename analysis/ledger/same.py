"""Which organisations staff said are one: the newest verdict on each pair, and what joins make."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from analysis.errors import DashboardError
from analysis.ledger.entries import Entry, Payload
from analysis.ledger.state import State

KIND = "same-organisation"
SAME, APART = "same", "apart"

Pair = tuple[str, str]


@dataclass(frozen=True)
class Verdict:
    """What was last said of two organisation keys, and the entry that said so."""

    entry: int
    verdict: str


def pair(one: str, other: str) -> Pair:
    """Two organisation keys, in the order in which the ledger writes them."""
    return (one, other) if one <= other else (other, one)


def keys_of(payload: Payload) -> Pair:
    """The two organisation keys that a verdict's payload speaks of."""
    one, other = cast(Iterable[str], payload["keys"])
    return pair(one, other)


def verdicts(state: State) -> dict[Pair, Verdict]:
    """The newest standing verdict on each pair that has one."""
    return {keys_of(entry.payload): _verdict(entry) for entry in state.of(KIND)}


def groups(said: Mapping[Pair, Verdict]) -> dict[str, str]:
    """For each key that is joined to another, the smallest key of all that it is joined to.

    Joins reach on: who is one with a second, and that with a third, is one with the third. A
    verdict of "apart" takes back the join of its own pair and no other.
    """
    joined = [keys for keys, told in said.items() if told.verdict == SAME]
    return _reached(joined)


def members(grouped: Mapping[str, str], key: str) -> frozenset[str]:
    """Every key of a key's organisation, itself included."""
    first = grouped.get(key, key)
    return frozenset({key}) | {other for other, group in grouped.items() if group == first}


def check(state: State, keys: Pair, verdict: str) -> None:
    """Refuse a verdict that changes nothing, or goes against what else was said.

    Raises
    ------
    DashboardError
        If both keys are of one name, the verdict stands already, a join would put together what
        was kept apart, or two are to be kept apart that a third still joins.
    """
    if keys[0] == keys[1]:
        raise DashboardError(
            f'Both names are written alike ("{keys[0]}"), so they are one organisation already. '
            "Name two organisations."
        )
    said = verdicts(state)
    if verdict == SAME:
        _check_join(said, keys)
    else:
        _check_apart(said, keys)


def _check_join(said: Mapping[Pair, Verdict], keys: Pair) -> None:
    grouped = groups(said)
    left, right = (members(grouped, key) for key in keys)
    if left & right:
        raise DashboardError(f'"{keys[0]}" and "{keys[1]}" are one organisation already.')
    for other, told in said.items():
        crosses = any(one in left and two in right for one, two in (other, other[::-1]))
        if crosses and told.verdict == APART and other != keys:
            raise DashboardError(
                f'"{keys[0]}" and "{keys[1]}" cannot be joined, because that would make one of '
                f'"{other[0]}" and "{other[1]}", which entry {told.entry} keeps apart. Undo '
                f"entry {told.entry} first."
            )


def _check_apart(said: Mapping[Pair, Verdict], keys: Pair) -> None:
    told = said.get(keys)
    if told and told.verdict == APART:
        raise DashboardError(f'"{keys[0]}" and "{keys[1]}" are kept apart already.')
    grouped = groups({other: told for other, told in said.items() if other != keys})
    between = sorted(members(grouped, keys[0]) - set(keys))
    if keys[1] in members(grouped, keys[0]):
        raise DashboardError(
            f'"{keys[0]}" and "{keys[1]}" cannot be kept apart while both are joined to '
            f'"{between[0]}". Undo one of those joins first.'
        )


def _reached(joined: Sequence[Pair]) -> dict[str, str]:
    leads: dict[str, str] = {}
    for one, other in joined:
        first, second = sorted((_lead(leads, one), _lead(leads, other)))
        leads[first] = first
        leads[second] = first
    return {key: _lead(leads, key) for key in leads}


def _lead(leads: Mapping[str, str], key: str) -> str:
    while leads.get(key, key) != key:
        key = leads[key]
    return key


def _verdict(entry: Entry) -> Verdict:
    return Verdict(entry.number, str(entry.payload["verdict"]))
