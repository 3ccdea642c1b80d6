"""Long labels with a letter mistyped, their end cut off, or said in part. Never places."""

import re
from typing import TypeAlias

from rapidfuzz import fuzz

from analysis.phrasing import Phrasing, plain

Labels: TypeAlias = tuple[tuple[tuple[str, ...], str], ...]  # the words of each, and its code

FEWEST_WORDS, FEWEST_TELLING = 3, 2
SAME_WORD = 70  # of 100: two words that may be one with a letter mistyped
_WORD = re.compile(r"[^\W_]+")
_CUT_OFF = re.compile(r"\s*\.\.\.$")


def code(text: str, codes: dict[str, str], phrasing: Phrasing) -> str | None:
    """The one term whose long label a text is, but for slips of the pen; None if in doubt."""
    spoken = plain(text)
    if len(spoken) < phrasing.long:
        return None
    if _CUT_OFF.search(spoken):
        return _begun(_CUT_OFF.sub("", spoken), codes)
    scores = _scores(spoken, codes, phrasing)
    ranked = sorted(scores, key=lambda each: -scores[each])
    if not ranked or scores[ranked[0]] < phrasing.likeness:
        return None
    second = scores[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if scores[ranked[0]] - second >= phrasing.margin else None


def part(text: str, labels: Labels, phrasing: Phrasing) -> str | None:
    """The one term out of whose long label a text is a run of telling words."""
    words = phrasing.words(text)
    telling = [word for word in words if word not in phrasing.general]
    if len(words) < FEWEST_WORDS or len(telling) < FEWEST_TELLING:
        return None
    found = {code for label, code in labels if _holds(label, words, phrasing)}
    return found.pop() if len(found) == 1 else None


def _holds(label: tuple[str, ...], words: tuple[str, ...], phrasing: Phrasing) -> bool:
    """Whether words stand in a label in this order, and all that it denies is among them."""
    starts = range(len(label) - len(words) + 1)
    if not any(label[start : start + len(words)] == words for start in starts):
        return False
    denied = {word for word in label if phrasing.denial.search(word)}
    return denied <= set(words)


def _begun(spoken: str, codes: dict[str, str]) -> str | None:
    found = {code for key, code in codes.items() if key.startswith(spoken)}
    return found.pop() if len(found) == 1 else None


def _scores(spoken: str, codes: dict[str, str], phrasing: Phrasing) -> dict[str, float]:
    """For each term the likeness of its likest long wording."""
    scores: dict[str, float] = {}
    for key, code_ in codes.items():
        if len(key) >= phrasing.long:
            score = fuzz.ratio(spoken, key, score_cutoff=phrasing.likeness - phrasing.margin)
            if score > scores.get(code_, 0) and _same_words(spoken, key, phrasing):
                scores[code_] = score
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
