"""What a tool wraps around an answer, taken off: markup, entities and guards against formulas."""

import html
import json
import re

_ENTITY = re.compile(r"&(?:amp|quot|lt|gt|nbsp|apos|#0?39|#x27);")
_BREAK = re.compile(r"\s*<(?:br\s*/?|/p|/li|/div)>\s*", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:p|b|i|u|em|strong|span|div|font|a|ul|ol|li|h[1-6])\b[^<>]{0,200}>", re.IGNORECASE
)
# Flamingo's sentence before, and a quotation mark other tools put before, what Excel could run.
_ALERT = re.compile(r"^\(Security Alert: [^()]*\)\s*")
_GUARD = re.compile(r"^'(?=[=+@\-])")
_PIPED = re.compile(r"\{\{[^{}]*\}\}[,:]?\s*")
_ARRAY = re.compile(r"\[\s?\"")
_WRAPPED = re.compile(r"^['(]|[&<]|@SQ@|^\[\s?\"")


def text(cell: str) -> str:
    r"""The words somebody gave, without what the tool wrapped around them.

    Examples
    --------
    >>> text("Derby<br />Erewash &amp; all"), text("'+ more")
    ('Derby\nErewash & all', '+ more')
    >>> text('["Derby","Erewash"]')
    'Derby\nErewash'
    """
    bare = cell.strip()
    return _unwrapped(bare) if _WRAPPED.search(bare) else bare


def heading(header: str) -> str:
    """A header without markup, placeholders for earlier answers, or written-out characters."""
    return _PIPED.sub("", re.sub(r"<[^<>]{1,80}>", "", text(header))).strip()


def _unwrapped(cell: str) -> str:
    cell = _listed(cell) if _ARRAY.match(cell) else cell
    plain = _GUARD.sub("", _ALERT.sub("", cell)).replace("@SQ@", "'")
    if "&" in plain:
        plain = _ENTITY.sub(lambda entity: html.unescape(entity.group()), plain)
    return _TAG.sub("", _BREAK.sub("\n", plain)).strip() if "<" in plain else plain


def _listed(cell: str) -> str:
    """The texts of a JSON array, one a line; the cell itself where it is none."""
    try:
        items = json.loads(cell)
    except (ValueError, RecursionError):
        return cell
    texts = isinstance(items, list) and all(isinstance(item, str) for item in items)
    return "\n".join(item.strip() for item in items) if texts else cell
