"""How many children an answer in words states, if it states one number."""

import re
from functools import lru_cache

_NUMBER = re.compile(
    r"(?:(?<![\w.,/-])|(?<=\bc\.)|(?<=\bc))(?P<whole>[0-9]{1,3}(?:[, ][0-9]{3})+|[0-9]+)"
    r"(?P<part>\.[0-9]+)?"
    r"\s?(?P<times>k|thousand|hundred|million|m)?(?:-?ish|c?yp)?(?![0-9a-z%])",
    re.IGNORECASE | re.ASCII,
)
_TIMES = {"": 1, "k": 1000, "thousand": 1000, "hundred": 100, "million": 1_000_000, "m": 1_000_000}
# Bounds from above, other spans of time, other things counted: one number, but not that number.
_OTHERWISE = re.compile(
    r"[£$€%]|\b(?:up to|under|below|less|fewer|max(?:imum)?|no more)\b|<"
    r"|\b(?:week|weekly|month|monthly|term|termly|day|daily|session|half-term)s?\b"
    r"|[0-9k]\s+(?:[a-z-]+\s)?(?:schools?|settings|classes|groups?|hours|workshops|families)\b"
    r"|[0-9k]\s+to\b",
    re.IGNORECASE,
)
_MOST = 10_000_000
_LONGEST = 300  # characters; beyond it somebody tells a story


# Many answer alike, and a file of thousands is read again and again while staff look at it.
@lru_cache(maxsize=4096)
def whole_number(text: str) -> str:
    """The one whole number an answer states, as digits; "" where it states none or several.

    A bound from below ("over 500", "500+") states the number reached. A bound from above, a range,
    a share and a number of anything but children do not.

    Examples
    --------
    >>> [whole_number(text) for text in ("about 60", "2.5k", "1,450", "100-150", "tbc")]
    ['60', '2500', '1450', '', '']
    """
    if len(text) > _LONGEST:
        return ""
    numbers = list(_NUMBER.finditer(text))
    digits = re.sub(r"\D", "", text)
    if len(numbers) != 1 or digits != re.sub(r"\D", "", numbers[0].group()):
        return ""
    return "" if _OTHERWISE.search(text) else _counted(numbers[0])


def _counted(number: re.Match[str]) -> str:
    whole = re.sub(r"[, ]", "", number["whole"])
    times = _TIMES[(number["times"] or "").casefold()]
    if len(whole) > len(str(_MOST)):
        return ""
    count = float(whole + (number["part"] or "")) * times
    stated = round(count, 6)
    return str(int(stated)) if stated.is_integer() and stated <= _MOST else ""
