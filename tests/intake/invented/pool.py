"""Wordings to draw from: questions, options, extra questions, typed answers."""

import random
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from analysis.vocabulary import DIMENSIONS, Vocabulary, load

HERE = Path(__file__).parent
HELD_OUT = HERE / "held_out.toml"
WORDS: Vocabulary = load()


@dataclass(frozen=True)
class Extra:
    """A question that answers none of ours."""

    title: tuple[str, ...]
    kind: str
    answers: tuple[str, ...]


@dataclass(frozen=True)
class Pool:
    question: dict[str, list[str]]
    option: dict[str, dict[str, list[str]]]
    other: dict[str, list[str]]
    stranger: dict[str, list[str]]
    typed: dict[str, list[str]]
    extra: tuple[Extra, ...]
    staff: tuple[Extra, ...]
    suffix: dict[str, list[str]]
    stage: dict[str, list[str]]
    sheet: dict[str, list[str]]
    band: dict[str, list[str]]


@cache
def pool(file: Path = HERE / "wordings.toml") -> Pool:
    stated = tomllib.loads(file.read_text("utf-8"))
    stated["extra"] = tuple(map(_extra, stated["extra"]))
    stated["staff"] = tuple(map(_extra, stated["staff"]))
    return Pool(**stated)


def _extra(stated: dict[str, list[str]]) -> Extra:
    kind = next(kind for kind in ("multi", "single", "text") if kind in stated)
    return Extra(tuple(stated["title"]), kind, tuple(stated[kind]))


def phrase(rng: random.Random, patterns: list[str]) -> str:
    """One of the patterns, with one of each "{this|that|}" in it."""
    told = re.sub(
        r"\{([^{}]*)\}", lambda found: rng.choice(found[1].split("|")), rng.choice(patterns)
    )
    return told[:1].upper() + told[1:]


def option_wordings(rng: random.Random, words: Pool, dimension: str) -> dict[str, str]:
    """The wording each term has on one form: in one style, or in as many as it has terms."""
    style = rng.choice(["label", "label", "short", "human", "human", "mixed"])
    dress = rng.choice([*[str] * 8, *DRESSES]) if style != "human" else str
    return {
        term.code: dress(
            _worded(rng, style, [term.label, term.short_label], _human(words, term.code))
        )
        for term in WORDS.of(dimension)
    }


DRESSES: tuple[Callable[[str], str], ...] = (
    str.upper,
    lambda wording: wording.replace(" and ", " & "),
    lambda wording: re.sub(r"(?<=[a-z])-(?=[a-z])", " ", wording),
    lambda wording: f"{wording}.",
    lambda wording: f"{wording}\u00a0",
    lambda wording: wording.replace("'", "’").replace(" (", "  ("),
)


def _worded(rng: random.Random, style: str, own: list[str], human: list[str]) -> str:
    if style == "mixed":
        style = rng.choice(["label", "short", "human"])
    if style == "human":
        return rng.choice(human)
    return own[0] if style == "label" else own[1]


def _human(words: Pool, code: str) -> list[str]:
    return next(words.option[d][code] for d in DIMENSIONS if code in words.option[d])


def loose_wordings(words: Pool, dimension: str, code: str) -> list[str]:
    """What people write for a term in a list of their own: any of its wordings without marks."""
    aliases = [w for d, w, c in WORDS.aliases if (d, c) == (dimension, code)]
    term = WORDS.term(dimension, code)
    return [term.short_label, term.label, *aliases, *words.option[dimension][code]]


def typed_code(dimension: str, text: str) -> str | None:
    """The term a typed answer names outright."""
    return WORDS.match(dimension, text)
