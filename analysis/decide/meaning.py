"""What a wording that nobody has explained may mean: a suggestion for staff, never a decision."""

from rapidfuzz import fuzz

from analysis.vocabulary import Vocabulary, wording_key

# Likeness from 0 to 100. Below the first a suggestion would be a guess; another term must lie at
# least the second behind, or the likeness tells nothing.
ALIKE, MARGIN = 78.0, 10.0
SHORTEST = 5  # letters; among abbreviations likeness is chance

# A place is a fact: Ashfield is like Chesterfield only on paper.
NEVER_BY_LIKENESS = ("area",)


def suggestion(vocabulary: Vocabulary, dimension: str, wording: str) -> str | None:
    """The code of the one term whose wordings are clearly most like this one; None without one.

    Places are never suggested by likeness of spelling.

    Examples
    --------
    >>> from analysis.vocabulary import load
    >>> suggestion(load(), "focus", "Yung carers"), suggestion(load(), "area", "Ashfield")
    ('young-carers', None)
    """
    key = wording_key(wording)
    if dimension in NEVER_BY_LIKENESS or len(key) < SHORTEST:
        return None
    likeness: dict[str, float] = {}
    for known, code in vocabulary.wordings[dimension].items():
        if len(known) >= SHORTEST:
            score = fuzz.token_sort_ratio(key, known)
            likeness[code] = max(score, likeness.get(code, 0.0))
    ranked = sorted(likeness, key=lambda code: -likeness[code])
    return _clear(ranked, likeness)


def _clear(ranked: list[str], likeness: dict[str, float]) -> str | None:
    if not ranked or likeness[ranked[0]] < ALIKE:
        return None
    second = likeness[ranked[1]] if len(ranked) > 1 else 0.0
    return ranked[0] if likeness[ranked[0]] - second >= MARGIN else None
