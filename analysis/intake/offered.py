"""The choices that a form offers in its author's words, and what each means.

A form says its choices again in every row that ticks them. What one organisation alone says may be
a choice that nobody else ticked, or its own words: it counts where it is clear by itself, the form
has words of its own, and none of its choices means the same.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from analysis.intake.cells import Asked
from analysis.intake.recognise import Form
from analysis.intake.sheet import SAMPLE
from analysis.likely import TOGETHER, WHOLE
from analysis.vocabulary import DIMENSIONS, STAGE, Vocabulary, wording_key

OFTEN = 2  # organisations; one may send a form twice
MOSTLY = 0.8  # of the choices
PIECE = re.compile(r"(?:and|or|&)\s", re.IGNORECASE)  # the end of a choice that was cut in two


def codes(form: Form, asked: tuple[Asked, ...]) -> dict[tuple[str, str], str]:
    """The code of each choice, by dimension and words, that no known wording says the same as."""
    words = form.known.vocabulary
    found: dict[tuple[str, str], str] = {}
    for each in asked:
        if each.field in DIMENSIONS:
            told = _told(form, each, words)
        elif each.field == STAGE:
            told = _each(STAGE, dict.fromkeys(_everywhere(form, each)), words)
        else:
            continue
        found |= {
            (each.field, text): code
            for text, code in told.items()
            if words.match(each.field, text) is None
        }
    return found


def _told(form: Form, asked: Asked, words: Vocabulary) -> dict[str, str]:
    """What the choices of one dimension mean, then what only one organisation says."""
    by = _listed(form, asked)
    offered = dict.fromkeys(_ticked(form, asked.field))
    offered |= dict.fromkeys(text for text, names in by.items() if len(names) >= OFTEN)
    is_whole = len(offered) >= len(words.frame(asked.field))
    told = words.offers(asked.field, offered, WHOLE if is_whole else TOGETHER)
    if _are_labels(offered, asked.field, words):
        return told
    rest = [text for text in by if text not in offered and not PIECE.match(text)]
    alone = {text: words.offered(asked.field, text) for text in rest}
    free = {text: code for text, code in alone.items() if code and code not in told.values()}
    return told | free


def _are_labels(offered: Collection[str], dimension: str, words: Vocabulary) -> bool:
    """Whether a form offers the plan's own labels: what it does not was typed."""
    labels = {wording_key(term.label) for term in words.of(dimension)}
    return len(offered) * MOSTLY <= sum(wording_key(text) in labels for text in offered)


def _each(dimension: str, texts: Mapping[str, None], words: Vocabulary) -> dict[str, str]:
    return {text: code for text in texts if (code := words.offered(dimension, text))}


def _ticked(form: Form, dimension: str) -> Iterator[str]:
    for tick in form.columns.ticks.values():
        if tick.dimension == dimension and not tick.other:
            yield tick.choice


def _listed(form: Form, asked: Asked) -> dict[str, set[str]]:
    """What the lists of a dimension say, each with the organisations that say it."""
    by: defaultdict[str, set[str]] = defaultdict(set)
    named = form.columns.first("organisation") or 1
    for _, line in form.sheet.rows[:SAMPLE]:
        for text in _said(form, asked, line):
            by[text].add(line[named - 1] if named <= len(line) else "")
    return by


def _everywhere(form: Form, asked: Asked) -> Iterator[str]:
    for _, line in form.sheet.rows:
        yield from _said(form, asked, line)


def _said(form: Form, asked: Asked, line: tuple[str, ...]) -> Iterator[str]:
    """What a row says of a field, but for columns of ticks."""
    for column, read in asked.columns:
        if column not in form.columns.ticks and column <= len(line):
            yield from read(line[column - 1])
