"""What the ledger's entries say in plain words."""

from collections.abc import Callable, Sequence

from analysis.ledger import same
from analysis.ledger.entries import Entry, Payload
from analysis.ledger.state import undone
from analysis.report.sentences import moment

HISTORY = ("entry", "when", "who", "what", "about", "why", "stands")


def of_entry(entry: Entry) -> str:
    """One entry of the ledger in a few words."""
    return f"{entry.kind}, {_about(entry)}"


def history(told: Sequence[Entry]) -> list[tuple[int, str, str, str, str, str, str]]:
    """The ledger as a table, oldest first, in the columns of `HISTORY`."""
    gone = undone(told)
    return [
        (
            entry.number,
            moment(entry.at),
            entry.by,
            entry.kind,
            _about(entry),
            entry.why,
            "undone" if entry.number in gone else "yes",
        )
        for entry in told
    ]


def _about(entry: Entry) -> str:
    return _TOLD.get(entry.kind, _in_full)(entry.payload)


def _import(payload: Payload) -> str:
    return f"{payload['file']}: {payload['records']} taken in"


def _form_choices(payload: Payload) -> str:
    """How many columns staff decided on; the page of decisions names each."""
    fields = payload["fields"]
    columns = len(fields) if isinstance(fields, list) else 0
    return f"forms like {payload['file']}: columns decided on: {columns}"


def _same(payload: Payload) -> str:
    one, other = same.keys_of(payload)
    verdict = "are one" if payload["verdict"] == same.SAME else "stay apart"
    return f'"{one}" and "{other}" {verdict}'


def _in_full(payload: Payload) -> str:
    return ", ".join(
        f"{name.replace('_', ' ')}: {', '.join(value) if isinstance(value, list) else value}"
        for name, value in payload.items()
    )


_TOLD: dict[str, Callable[[Payload], str]] = {
    "import": _import,
    "form choices": _form_choices,
    same.KIND: _same,
}
