"""The page that an organisation checks: one page, its words, nothing about people, no markup."""

import re
import zlib

import pytest

from analysis import organisations
from analysis.report import checking
from tests.hub import load, now

HEAD = "Organisation | Contact name | Email | Functions | Areas | Offer\n"
ROW = "{} | Jo Bloggs | jo@example.org | Schools | Derby | {}\n"


def page(store, *offers, name="Ash"):
    load(store, HEAD + "".join(ROW.format(name, words) for words in offers), "partner")
    return organisations.named(now(store), name)


def content(pdf: bytes) -> bytes:
    parts = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return pdf + b"".join(map(inflated, parts))


def inflated(part: bytes) -> bytes:
    try:
        return zlib.decompress(part)
    except zlib.error:
        return b""


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", content(pdf)))


@pytest.mark.parametrize("offers", [1, 4, 60])
def test_it_is_one_page_however_much_is_offered(store, offers):
    known = page(store, *(f"Brass band number {number} " * 12 for number in range(offers)))

    assert pages(checking.as_pdf(known, "3 May 2026")) == 1


@pytest.mark.parametrize(
    "name",
    ["Côr Tŷ Ŵyn", "Łódź Żywiec Śpiew", "#eval(panic) *Ash* $x$ [", "Ash & Sons 🎺 हिन्दी", "中文"],
)
def test_any_name_stays_words(store, name):
    pdf = checking.as_pdf(page(store, '#import "x"; = Title @ref $a$', name=name), "3 May 2026")

    assert pages(pdf) == 1


def test_it_holds_nothing_about_people(store):
    told = str(checking.content(page(store, "Brass"), "3 May 2026"))

    assert "Brass" in told
    assert "Bloggs" not in told
    assert "jo@" not in told


def test_its_file_is_named_after_the_organisation(store):
    assert checking.named(page(store, "Brass", name="Ash & Sons Ltd.")) == "ash-and-sons.pdf"


def test_it_is_tagged_for_screen_readers_in_our_language(store):
    told = content(checking.as_pdf(page(store, "Brass"), "3 May 2026"))

    assert b"/StructTreeRoot" in told
    assert b"en-GB" in told
