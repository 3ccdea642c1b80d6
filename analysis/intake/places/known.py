"""What a file may call the hub's areas: their codes, and their names."""

from collections.abc import Iterator, Mapping

from analysis.vocabulary import Term, Vocabulary, wording_key

AREA = "area"


def codes(vocabulary: Vocabulary) -> dict[str, str]:
    """Each area's code, by how a file may write it."""
    return {wording_key(term.code): term.code for term in vocabulary.frame(AREA)}


def names(vocabulary: Vocabulary) -> dict[str, str]:
    """Each area's code, by its names.

    Of the known wordings only those count that have every word of an area's name ("Bolsover
    District"): a town means its district in a form, and is a place of its own in a file of places.
    """
    terms = {term.code: term for term in vocabulary.frame(AREA)}
    said = (
        (wording, terms[code])
        for d, wording, code in vocabulary.aliases
        if d == AREA and code in terms
    )
    return {
        **{wording_key(wording): term.code for wording, term in said if _is_name(wording, term)},
        **{wording_key(name): term.code for term in terms.values() for name in _labels(term)},
    }


def spellings(vocabulary: Vocabulary) -> frozenset[str]:
    """Codes and names letter by letter, in small letters, capitals or both.

    A register of schools has millions of cells: to look each up takes a tenth of comparing keys.
    """
    terms = vocabulary.frame(AREA)
    written = {name for term in terms for name in (term.code, *_labels(term))}
    return frozenset({*written, *map(str.lower, written), *map(str.upper, written)})


def key(text: object) -> str:
    """How a cell or a property is compared with codes and names; empty where it is no text."""
    return wording_key(text) if isinstance(text, str) else ""


def best(found: Mapping[str, Mapping[str, object]]) -> str | None:
    """What names most areas, the first among equals; None where nothing names any."""
    most = max((len(areas) for areas in found.values()), default=0)
    return next((name for name, areas in found.items() if len(areas) == most > 0), None)


def _labels(term: Term) -> Iterator[str]:
    yield term.label
    yield term.short_label


def _is_name(wording: str, term: Term) -> bool:
    return set(wording_key(term.label).split()) <= set(_words(wording))


def _words(wording: str) -> list[str]:
    return wording_key(wording).replace("(", " ").replace(")", " ").split()
