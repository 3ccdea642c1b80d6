"""The choices that a form offers in its author's words, and what each means.

A form says its choices again in every row that ticks them. What one organisation alone says may be
a choice that nobody else ticked, or its own words: it counts where it is clear by itself, the form
has words of its own, and none of its choices means the same.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from analysis.intake.cells import Asked
from analysis.intake.recognise import Form
from analysis.intake.sheet import SAMPLE
from analysis.likely import TOGETHER, WHOLE
from analysis.vocabulary import DIMENSIONS, STAGE, Vocabulary, wording_key

OFTEN = 2  # organisations; one may send a form twice
MOSTLY = 0.8  # of the choices
PIECE = re.compile(r"(?:and|or|&)\s", re.IGNORECASE)  # the end of a choice that was cut in two


@dataclass(frozen=True)
class _Question:
    """The choices of a question, ticked or said by several organisations, and all that is said."""

    choices: dict[str, None]
    said: tuple[str, ...]

    @property
    def rest(self) -> list[str]:
        """What one organisation alone says, in whole."""
        return [text for text in self.said if text not in self.choices and not PIECE.match(text)]

    def codes(self, told: Mapping[str, str]) -> set[str]:
        """The terms that its choices mean."""
        return {told[text] for text in self.choices if text in told}


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
    """What the choices of one dimension mean, then what only one organisation says.

    Question by question: a form may ask it anew, in other words.
    """
    lists = [each for each in asked.columns if each[0] not in form.columns.ticks]
    columns = [(each,) for each in lists or asked.columns[:1]]
    questions = [_question(form, replace(asked, columns=each)) for each in columns]
    told: dict[str, str] = {}
    for each in questions:
        is_whole = len(each.choices) >= len(words.frame(asked.field))
        told |= words.offers(asked.field, each.choices, WHOLE if is_whole else TOGETHER)
    if _are_labels(_question(form, asked).choices, asked.field, words):
        return told
    return told | {
        text: code
        for each in questions
        for text in each.rest
        if (code := words.offered(asked.field, text)) and code not in each.codes(told)
    }


def _question(form: Form, asked: Asked) -> _Question:
    by = _listed(form, asked)
    often = (text for text, names in by.items() if len(names) >= OFTEN)
    return _Question(dict.fromkeys((*_ticked(form, asked.field), *often)), tuple(by))


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
    names = form.columns.fields.get("organisation", (1,))
    for _, line in form.sheet.rows[:SAMPLE]:
        name = next((line[c - 1] for c in names if c <= len(line) and line[c - 1]), "")
        for text in _said(form, asked, line):
            by[text].add(name)
    return by


def _everywhere(form: Form, asked: Asked) -> Iterator[str]:
    for _, line in form.sheet.rows:
        yield from _said(form, asked, line)


def _said(form: Form, asked: Asked, line: tuple[str, ...]) -> Iterator[str]:
    """What a row says of a field, but for columns of ticks."""
    for column, read in asked.columns:
        if column not in form.columns.ticks and column <= len(line):
            yield from read(line[column - 1])
