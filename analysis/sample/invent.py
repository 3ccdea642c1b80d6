"""Offers beyond those written by hand: as many as asked for, one at a time."""

import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import prod

from analysis.sample.hub import Submission
from analysis.sample.words import Form, Words

FIRST_DAY, DAYS = datetime.fromisoformat("2025-09-01"), 440
OPENS, HOURS_A_DAY = timedelta(hours=8), 14

# A prime: names numbered one after the other differ in every word, and none has two numbers.
_STRIDE = 99_991


def submissions(count: int, words: Words, seed: int) -> Iterator[Submission]:
    """Invent submissions, oldest first, spread evenly over fourteen months.

    About two in three come from an organisation of their own. One in a hundred agrees to nothing.
    """
    chance = random.Random(seed)  # noqa: S311 - invented data must repeat, not be secret
    for number in range(count):
        yield _submission(number, count, words, chance)


def _submission(number: int, count: int, words: Words, chance: random.Random) -> Submission:
    form, completed = words.form, _completed(number / count)
    organisation = _organisation(chance.randrange(count), words.name_parts)
    given, place = chance.choice(words.given_names), _address(organisation)
    return Submission(
        started=completed - timedelta(seconds=chance.randrange(120, 1500)),
        completed=completed,
        organisation=organisation,
        contact_name=f"{given} {chance.choice(words.family_names)}",
        email=f"{_address(given)}.{place}@example.org",
        postcode=f"{chance.choice(words.outward_codes)} {chance.choice(words.inward_codes)}",
        website=chance.choice(("", f"{place}.example.org", f"https://{place}.example.org")),
        aims=_ticked(form.aims, (1, 1, 1), chance),
        functions=_ticked(form.functions, words.function_weights, chance),
        districts=_districts(form, words, chance),
        inclusion=_inclusion(form, words, chance),
        offer=" ".join(filter(None, map(chance.choice, words.offer_parts))),
        reach=chance.choice(words.reaches).format(chance.randrange(2, 130) * 5),
        agreed=chance.choices((True, False), (99, 1))[0],
    )


def _completed(share: float) -> datetime:
    """When a share of the fourteen months has passed, counting only waking hours."""
    day, part = divmod(share * DAYS, 1)
    return FIRST_DAY + timedelta(days=day, seconds=int(part * HOURS_A_DAY * 3600)) + OPENS


def _organisation(number: int, parts: Sequence[Sequence[str]]) -> str:
    rest, chosen = number * _STRIDE % prod(map(len, parts)), []
    for part in parts:
        rest, position = divmod(rest, len(part))
        chosen.append(part[position])
    return " ".join(chosen[:-1]) + chosen[-1]


def _address(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l")).encode("ascii", "ignore")
    return re.sub(r"\W", "", plain.decode("ascii").lower())


def _ticked(
    choices: Sequence[str], weights: Sequence[int], chance: random.Random
) -> tuple[str, ...]:
    """Tick one to three choices; the answer has them in the order of the form."""
    ticked = set(chance.choices(choices, weights, k=chance.randrange(1, 4)))
    return tuple(choice for choice in choices if choice in ticked)


def _districts(form: Form, words: Words, chance: random.Random) -> tuple[str, ...]:
    listed = _ticked(form.districts, words.district_weights, chance)
    answers = ((), (form.everywhere,), (*listed, chance.choice(words.towns)), listed)
    return chance.choices(answers, (4, 5, 6, 85))[0]


def _inclusion(form: Form, words: Words, chance: random.Random) -> tuple[str, ...]:
    listed = _ticked(form.inclusion, (1,) * len(form.inclusion), chance)
    answers = ((), (form.nobody_in_particular,), (*listed, chance.choice(words.groups)), listed)
    return chance.choices(answers, (10, 15, 6, 69))[0]
