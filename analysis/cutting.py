"""How a wording may be cut: at brackets, at explanations, at the marks of a list.

Nothing here knows a term: what a piece means, and whether to cut, is for `matching` to say.
"""

import html
import re
from collections.abc import Iterator

from analysis.phrasing import straight

HARD = re.compile(r"[;|\n]")  # parts one wording from the next
ABOUT = re.compile(r"\s*[(\[]|\s-+\s|:\s")  # from here on an option says more about its term
BRACKET = re.compile(r"[()\[\]]")
BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
BRACKETS_LAST = re.compile(r"(?P<rest>.+?)\s*[(\[]\s*(?P<inside>[^()\[\]]+?)\s*[)\]]")
EXPLAINED = re.compile(
    r"(?P<head>[^:;|\n]+?)"
    r"(?:\s-+\s|-\s|:\s"
    r"|,?\s(?:including|such as|for example|e\.?g\.?|with|which takes in|taking in)\s)\s*"
    r"(?P<tail>(?:(?!\s[/+]\s)[^;|\n])+)",
    re.IGNORECASE,
)
LISTED = re.compile(
    r"\s*(?:[,/+&]|\b(?:and|or|including|incl(?=\W*\w)|such as)\b)\s*", re.IGNORECASE
)

_TAGS = re.compile(r"<[^<>]{1,80}>")
_MARKS = tuple(re.compile(mark) for mark in ("[,;]", "/", r"[&+]", r"\band\b", r"\bor\b", r"\s-\s"))
_ANY_MARK = re.compile(r"[,;|/&+\n]|\b(?:and|or)\b")


def tidied(text: str) -> str:
    """The text without markup, its quotes and dashes made plain; capitals stay."""
    return straight(_TAGS.sub("", html.unescape(text)) if "<" in text or "&" in text else text)


def pieces(text: str) -> set[str]:
    """A text, and what it may be cut into: at any mark of a list, or at one kind of mark alone."""
    return {text, *LISTED.split(text), *(p for mark in _MARKS for p in mark.split(text))}


def first(text: str) -> str:
    """What stands before the first mark that may part a list, in a text without capitals."""
    return _ANY_MARK.split(text, maxsplit=1)[0]


def without(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[str]:
    """What is left of a text without what each pattern finds, where anything is left."""
    for pattern in patterns:
        left = pattern.sub("", text, count=1).strip()
        if left and left != text:
            yield left
