"""Weigh words by the wordings in tests/intake/wordings: `make learn` writes data/weighed.csv.

A multinomial logistic regression, its weights kept small, over the parts of `analysis.likely`.
Each meaning counts as much as every other, however many wordings it has.
"""

import csv
import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from analysis import likely, phrasing, telling
from analysis.likely import ANYTHING, NONE, Weighed
from analysis.vocabulary import STAGE, WHOLE_HUB, Vocabulary, load

FOLDER = Path(__file__).parent / "intake" / "wordings"
WRITERS = ("a", "b")
DIMENSIONS = {"aim": "aims", "function": "functions", "area": "areas", "focus": "focuses"}
LONGEST = 200
SMALLNESS = 0.1  # what the squares of the weights cost
STEPS = 400
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


def weighed(dimension: str, told: list[tuple[str, str]]) -> Weighed:
    """Learn what each part of the wordings says for each term."""
    spoken = phrasing.load(dimension)
    rows = [likely.parts(spoken.words(text)) for text, _ in told]
    names = sorted({part for row in rows for part in row})
    place = {name: n for n, name in enumerate(names)}
    table = np.zeros((len(rows), len(names) + 1), dtype=np.float32)
    for n, row in enumerate(rows):
        table[n, [place[part] for part in row]] = list(row.values())
    table[:, -1] = 1
    terms = sorted({code for _, code in told})
    meant = np.array([terms.index(code) for _, code in told])
    found = _fitted(table, meant, len(terms)).round(2)
    kept = {
        name: {terms[t]: float(w) for t, w in enumerate(line) if abs(w) >= LEAST}
        for name, line in zip(names, found, strict=False)
    }
    start = {ANYTHING: dict(zip(terms, map(float, found[-1]), strict=True))}
    return Weighed(start | {name: weights for name, weights in kept.items() if weights}, spoken)


def _fitted(table: np.ndarray, meant: np.ndarray, terms: int) -> np.ndarray:
    """The weights that make the meanings likeliest, by steps that gather speed."""
    often = Counter(meant.tolist())
    share = np.array([(len(meant) / (terms * often[n])) ** 0.5 for n in meant], dtype=np.float32)[
        :, None
    ]
    wanted = np.eye(terms, dtype=np.float32)[meant]
    cost = np.full((table.shape[1], 1), SMALLNESS, dtype=np.float32)
    cost[-1] = 0
    length = 1 / (0.5 * float(np.square(table).sum(1).max() * share.max()) * _spread(table, share))
    now = before = np.zeros((table.shape[1], terms), dtype=np.float32)
    for step in range(STEPS):
        ahead = now + step / (step + 3) * (now - before)
        raw = table @ ahead
        chance = np.exp(raw - raw.max(1, keepdims=True))
        chance /= chance.sum(1, keepdims=True)
        slope = table.T @ (share * (chance - wanted)) + cost * ahead
        now, before = ahead - length * slope, now
    return now


def _spread(table: np.ndarray, share: np.ndarray) -> float:
    """How steep the slope can be, as a share of the steepest row's, by repeated multiplication."""
    vector = np.ones(table.shape[1], dtype=np.float32)
    size = 1.0
    for _ in range(20):
        vector = table.T @ (share * (table @ vector)[:, None])[:, 0]
        size = float(np.linalg.norm(vector))
        vector /= size
    return size / float(np.square(table).sum(1).max() * share.max())


def main() -> None:
    words = load()
    forms = [form for writer in WRITERS for form in corpus(writer)]
    with likely.FILE.open("w", encoding="utf-8", newline="") as lines:
        file = csv.writer(lines, lineterminator="\n")
        file.writerow(["dimension", "words", "weights"])
        for dimension in (*DIMENSIONS, STAGE):
            found = weighed(dimension, wordings(words, dimension, forms)).weights
            for part, weights in sorted(found.items()):
                file.writerow([dimension, part, " ".join(f"{t}:{w:g}" for t, w in weights.items())])
            sys.stdout.write(f"{dimension}: {len(found)} words and pairs\n")


if __name__ == "__main__":
    main()
