"""Weigh words by the wordings in tests/intake/wordings: `make learn` writes data/weighed.csv.

A multinomial logistic regression, its weights kept small, over the parts of `analysis.likely`.
Each meaning counts as much as every other, however many wordings it has.
"""

import csv
import json
import random
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from scipy.special import log_softmax, softmax

from analysis import likely, phrasing, telling
from analysis.intake import headers
from analysis.intake.forms import load_questions
from analysis.intake.reading import FIELDS
from analysis.likely import ANYTHING, NONE, QUESTION, Weighed
from analysis.vocabulary import HEADINGS, STAGE, WHOLE_HUB, Vocabulary, load
from tests.intake.invented.form import CONSENT
from tests.intake.invented.people import (
    FAMILY,
    FIRST,
    GIVEN,
    OFFERS,
    POSTCODES,
    REACH,
    SECOND,
)
from tests.intake.invented.pool import phrase, pool

FOLDER = Path(__file__).parent / "intake" / "wordings"
WRITERS = ("a", "b", "c", "d", "e", "f")
DIMENSIONS = {"aim": "aims", "function": "functions", "area": "areas", "focus": "focuses"}
ASKED = {"organisation": "organisation", "contact": "contact_name", "email": "email",
    "postcode": "postcode", "website": "website", "stage": "stage", "submitted": "submitted_at",
    "aims": "aim", "functions": "function", "areas": "area", "focuses": "focus",
    "offer": "offer", "reach": "reach", "consent": "consent"}  # fmt: skip
LONGEST = 200
SEED, DRAWN = 7, 2  # invented headers, for each pattern
SMALLNESS, OF_QUESTIONS = 0.1, 0.03  # what the squares of the weights cost
STEPS = 200
LEAST = 0.04  # a smaller weight changes nothing
COMMON = ("aim", "function")  # the same words may be terms of both


def corpus(writer: str) -> list[dict]:
    return json.loads((FOLDER / f"{writer}.json").read_text(encoding="utf-8"))


def choices(form: dict, dimension: str) -> list[tuple[str, str]]:
    """The choices of a form with the term of each, "" for those that mean none."""
    told = [(text, term) for term, text in form["options"][DIMENSIONS[dimension]].items()]
    return told + [(text, NONE) for text in form["foreign"][DIMENSIONS[dimension]]]


def stages(*, held_out: bool) -> list[tuple[str, str]]:
    """What officers write of how far they are with a partner, with the stage of each.

    What other questions offer says no stage.
    """
    told = json.loads((FOLDER / "stages.json").read_text(encoding="utf-8"))
    writers = [each for each in told["writers"] if bool(each.get("held_out")) == held_out]
    meant = [
        (text, code)
        for each in writers
        for code, texts in (*each["stages"].items(), (NONE, each["none"]))
        for text in texts
    ]
    return meant if held_out else meant + [(text, NONE) for text in told["elsewhere"]]


def known(words: Vocabulary, dimension: str) -> Iterator[tuple[str, str]]:
    """What the project's own files say wordings mean."""
    for term in words.of(dimension):
        yield from ((text, term.code) for text in (term.label, term.short_label, term.description))
    yield from ((text, code) for its, text, code in words.aliases if its == dimension)
    runs = tomllib.loads(telling.FILE.read_text(encoding="utf-8"))[dimension]
    for code, by_weight in runs.items():
        yield from ((run.replace("*", ""), code) for run in by_weight.get("3", ()))


def others(words: Vocabulary, dimension: str) -> Iterator[tuple[str, str]]:
    """What other questions offer, which means no term of this one."""
    parcels = json.loads((FOLDER / "parcels.json").read_text(encoding="utf-8"))
    yield from ((text, NONE) for text in parcels["elsewhere"])
    for its, terms in (("area", words.of("area")), ("focus", words.frame("focus"))):
        if its != dimension:
            yield from ((term.label, NONE) for term in terms)


def wordings(words: Vocabulary, dimension: str, forms: Iterable[dict]) -> list[tuple[str, str]]:
    """Every wording to learn from, once, with its meaning."""
    parcels = json.loads((FOLDER / "parcels.json").read_text(encoding="utf-8"))["options"]
    found = {*known(words, dimension), *others(words, dimension)}
    found |= {(text, code or NONE) for text, code in parcels.get(dimension, {}).items()}
    if dimension == STAGE:
        found |= set(stages(held_out=False))
    else:
        found |= {each for form in forms for each in choices(form, dimension)}
    if dimension == "area":  # names tell the places in it
        found = {(text, code if code == WHOLE_HUB else NONE) for text, code in found}
    meant = {text for text, code in found if code}
    return sorted(
        (text, code)
        for text, code in found
        if text and len(text) <= LONGEST and (code or text not in meant)
    )


def questions(forms: Iterable[dict]) -> list[tuple[str, str]]:
    """Headers with the field that each asks for, "" for those that ask for none of ours."""
    parcels = json.loads((FOLDER / "parcels.json").read_text(encoding="utf-8"))
    found = {(text, field) for field, its in parcels["questions"].items() for text in its}
    found |= {(text, field) for field in FIELDS for text in load_questions()[field].exact}
    found |= {*drawn(random.Random(SEED)), *answered(load())}
    for form in forms:
        asked = form["questions"]
        found |= {(asked[name], field) for name, field in ASKED.items() if name in asked}
        found |= {(text, NONE) for text in asked["extras"]}
    meant = {text for text, field in found if field}
    return sorted((text, field) for text, field in found if field or text not in meant)


def answered(words: Vocabulary) -> Iterator[tuple[str, str]]:
    """What stands in cells and over single choices, which asks for nothing."""
    parcels = json.loads((FOLDER / "parcels.json").read_text(encoding="utf-8"))
    texts = {text for its in parcels["options"].values() for text in its}
    texts |= {*parcels["elsewhere"], *OFFERS, *REACH, *CONSENT, *POSTCODES}
    texts |= {f"{first} {second}" for first, second in zip(FIRST, SECOND, strict=False)}
    texts |= {f"{given} {family}" for given, family in zip(GIVEN, FAMILY, strict=False)}
    texts |= {term.label for each in HEADINGS for term in words.of(each)}
    texts |= {text for its, text, _ in words.aliases if its == STAGE}
    yield from ((text, NONE) for text in texts)


def drawn(rng: random.Random) -> Iterator[tuple[str, str]]:
    """Headers of the invented exports."""
    words = pool()
    for field, patterns in words.question.items():
        yield from ((phrase(rng, patterns), field) for _ in range(DRAWN * len(patterns)))
    for field, texts in words.sheet.items():
        yield from ((text, field if field in FIELDS else NONE) for text in texts)
    yield from ((text, NONE) for extra in (*words.extra, *words.staff) for text in extra.title)


def weighed(dimension: str, told: list[tuple[str, str]]) -> Weighed:
    """Learn what each part of the wordings says for each term."""
    spoken = phrasing.load(dimension)
    rows = [likely.parts(spoken.words(text)) for text, _ in told]
    names = sorted({part for row in rows for part in row})
    place = {name: n for n, name in enumerate(names)}
    spots = [(n, place[part], share) for n, row in enumerate(rows) for part, share in row.items()]
    down, across, shares = zip(*spots, strict=True)
    table = csr_matrix((shares, (down, across)), shape=(len(rows), len(names)))
    terms = sorted({code for _, code in told})
    meant = np.array([terms.index(code) for _, code in told])
    small = OF_QUESTIONS if dimension == QUESTION else SMALLNESS
    found = _fitted(table, meant, len(terms), small).round(2)
    kept = {
        name: {terms[t]: float(w) for t, w in enumerate(line) if abs(w) >= LEAST}
        for name, line in zip(names, found[:-1], strict=True)
    }
    start = {ANYTHING: dict(zip(terms, map(float, found[-1]), strict=True))}
    return Weighed(start | {name: weights for name, weights in kept.items() if weights}, spoken)


def _fitted(table: csr_matrix, meant: np.ndarray, terms: int, small: float) -> np.ndarray:
    """The weights that make the meanings likeliest; in the last row what counts before a word."""
    share = np.sqrt(len(meant) / (terms * np.bincount(meant)[meant]))[:, None]
    wanted = np.eye(terms)[meant]
    parts = table.shape[1]

    def cost(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(parts + 1, terms)
        raw = table @ weights[:-1] + weights[-1]
        chance = softmax(raw, axis=1)
        slope = share * (chance - wanted)
        down = np.vstack([table.T @ slope + small * weights[:-1], slope.sum(0)])
        surprise = -(share * wanted * log_softmax(raw, axis=1)).sum()
        return surprise + small / 2 * np.square(weights[:-1]).sum(), down.ravel()

    start = np.zeros((parts + 1) * terms)
    found = minimize(cost, start, jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return found.x.reshape(parts + 1, terms)


def main() -> None:
    words = load()
    forms = [form for writer in WRITERS for form in corpus(writer)]
    told = {each: wordings(words, each, forms) for each in (*DIMENSIONS, STAGE)}
    told[QUESTION] = [(headers.spoken(text), field) for text, field in questions(forms)]
    with likely.FILE.open("w", encoding="utf-8", newline="") as lines:
        file = csv.writer(lines, lineterminator="\n")
        file.writerow(["dimension", "words", "weights"])
        for each, its in told.items():
            found = weighed(each, its).weights
            for part, weights in sorted(found.items()):
                file.writerow([each, part, " ".join(f"{t}:{w:g}" for t, w in weights.items())])
            sys.stdout.write(f"{each}: {len(found)} words and pairs\n")


if __name__ == "__main__":
    main()
