"""Long labels with a letter mistyped, their end cut off, or said in part. Never places."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from analysis.phrasing import Phrasing, plain

FEWEST_WORDS, FEWEST_TELLING = 3, 2
SAME_WORD = 70  # of 100: two words that may be one with a letter mistyped
_WORD = re.compile(r"[^\W_]+")
_CUT_OFF = re.compile(r"\s*\.\.\.$")


@dataclass(frozen=True)
class Labels:
    """The long wordings of a dimension, each with its code; `spoken` are the words of each."""

    codes: dict[str, str]
    spoken: tuple[tuple[str, str], ...]


def labels(codes: dict[str, str], phrasing: Phrasing) -> Labels:
    """Those of all wordings that are long enough to be known by less than all of them."""
    long = {key: code for key, code in codes.items() if len(key) >= phrasing.long}
    spoken = ((_run(phrasing.words(key)), code) for key, code in long.items())
    return Labels(long, tuple(spoken))


def _run(words: tuple[str, ...]) -> str:
    """Words as one text in which no word can begin or end within another."""
    return f" {' '.join(words)} "


def code(text: str, among: Labels, phrasing: Phrasing) -> str | None:
    """The one term whose long label a text is, but for slips of the pen; None if in doubt."""
    spoken = plain(text)
    if len(spoken) < phrasing.long:
        return None
    if _CUT_OFF.search(spoken):
        return _begun(_CUT_OFF.sub("", spoken), among.codes)
    scores = _scores(spoken, among.codes, phrasing)
    ranked = sorted(scores, key=lambda each: -scores[each])
    if not ranked or scores[ranked[0]] < phrasing.likeness:
        return None
    second = scores[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if scores[ranked[0]] - second >= phrasing.margin else None


def part(text: str, among: Labels, phrasing: Phrasing) -> str | None:
    """The one term out of whose long label a text is a run of telling words."""
    words = phrasing.words(text)
    telling = [word for word in words if word not in phrasing.general]
    if len(words) < FEWEST_WORDS or len(telling) < FEWEST_TELLING:
        return None
    run = _run(words)
    held = ((label, code) for label, code in among.spoken if run in label)
    found = {code for label, code in held if _denies_no_more(label, words, phrasing)}
    return found.pop() if len(found) == 1 else None


def _denies_no_more(label: str, words: tuple[str, ...], phrasing: Phrasing) -> bool:
    """Whether all that a label denies is among some words."""
    return {word for word in label.split() if phrasing.denial.search(word)} <= set(words)


def _begun(spoken: str, codes: dict[str, str]) -> str | None:
    found = {code for key, code in codes.items() if key.startswith(spoken)}
    return found.pop() if len(found) == 1 else None


def _scores(spoken: str, codes: dict[str, str], phrasing: Phrasing) -> dict[str, float]:
    """For each term the likeness of its likest long wording."""
    least = phrasing.likeness - phrasing.margin
    near = process.extract(spoken, list(codes), scorer=fuzz.ratio, score_cutoff=least, limit=None)
    scores: dict[str, float] = {}
    for key, score, _ in near:
        if codes[key] not in scores and _same_words(spoken, key, phrasing):
            scores[codes[key]] = score
    return scores


def _same_words(one: str, other: str, phrasing: Phrasing) -> bool:
    """Whether two texts say the same words in the same order, and deny the same ones."""
    ours, theirs = (_content(text, phrasing) for text in (one, other))
    if len(ours) != len(theirs):
        return False
    return all(_alike(a, b, phrasing) for a, b in zip(ours, theirs, strict=True))


def _content(text: str, phrasing: Phrasing) -> list[str]:
    return [word for word in _WORD.findall(text) if word not in phrasing.left_out]


def _alike(one: str, other: str, phrasing: Phrasing) -> bool:
    if one == other:
        return True
    denied = phrasing.denial.search(one) or phrasing.denial.search(other)
    counted = not (one.isalpha() and other.isalpha())
    return not denied and not counted and fuzz.ratio(one, other) >= SAME_WORD
