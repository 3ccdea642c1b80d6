"""One invented form: what it asks, in which order and words, and what each person answered."""

import random
from dataclasses import dataclass, field, replace

from analysis.vocabulary import DIMENSIONS
from tests.intake.invented.people import Said
from tests.intake.invented.pool import Extra, Pool, option_wordings, phrase

TEXTS = ("organisation", "contact_name", "email", "postcode", "website", "offer", "reach")
CONSENT = ["I agree", "Yes, I agree", "I consent", "Agree", "Yes"]


@dataclass(frozen=True)
class Question:
    """`options` are code → wording, in the order printed; a code "" is a typed Other."""

    name: str
    title: str
    kind: str
    options: tuple[tuple[str, str], ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def wordings(self) -> tuple[str, ...]:
        return tuple(wording for _, wording in self.options)


@dataclass(frozen=True)
class Form:
    questions: tuple[Question, ...]

    @property
    def asked(self) -> set[str]:
        return {question.name for question in self.questions}

    def question(self, name: str) -> Question:
        return next(question for question in self.questions if question.name == name)


@dataclass(frozen=True)
class Answer:
    """`text` of a written answer; `chosen` wordings and the `other` typed, of a choice."""

    text: str = ""
    chosen: tuple[str, ...] = ()
    other: str = ""

    @property
    def items(self) -> tuple[str, ...]:
        return (*self.chosen, self.other) if self.other else self.chosen


@dataclass(frozen=True)
class Taste:
    """How a tool shapes a form: `tick` consent is one box; `numbered` questions; `html` titles."""

    consent: str = "any"
    numbered: bool = False
    html: bool = False
    staff: bool = False
    strange: bool = True
    gaps: bool = True
    extras: tuple[int, ...] = field(default=(0, 1, 2, 4, 7))


PLAIN = Taste()


def form(rng: random.Random, words: Pool, taste: Taste = PLAIN) -> Form:
    ours = [_text(rng, words, name) for name in TEXTS] + [_multi(rng, words, d) for d in DIMENSIONS]
    if rng.random() < 0.85:
        ours.append(_consent(rng, words, taste))
    gaps = {"website", "reach", "postcode", "aim"} if taste.gaps else set()
    kept = [q for q in ours if q.name not in gaps or rng.random() < 0.9]
    extras = [_extra(rng, e) for e in rng.sample(words.extra, rng.choice(taste.extras))]
    questions = _ordered(rng, kept, extras)
    staff = (
        [_extra(rng, e) for e in rng.sample(words.staff, rng.randint(1, 3))] if taste.staff else []
    )
    titled = [_titled(rng, words, q, taste) for q in questions]
    if taste.numbered:
        mark = rng.choice(["{}. ", "Q{}. ", "{}) ", "{} - "])
        titled = [replace(q, title=mark.format(n) + q.title) for n, q in enumerate(titled, 1)]
    return Form((*titled, *staff))


def _ordered(rng: random.Random, ours: list[Question], extras: list[Question]) -> list[Question]:
    """As forms mostly go, or shuffled."""
    if rng.random() < 0.3:
        rng.shuffle(ours)
    for extra in extras:
        ours.insert(rng.randint(0, len(ours)), extra)
    return ours


def _text(rng: random.Random, words: Pool, name: str) -> Question:
    return Question(name, phrase(rng, words.question[name]), "text")


def _multi(rng: random.Random, words: Pool, dimension: str) -> Question:
    worded = list(option_wordings(rng, words, dimension).items())
    strange = [("strange", each) for each in words.stranger[dimension]]
    other = [("", rng.choice(words.other["printed"]))]
    return Question(
        dimension, phrase(rng, words.question[dimension]), "multi", (*worded, *strange, *other)
    )


def _consent(rng: random.Random, words: Pool, taste: Taste) -> Question:
    kind = rng.choice(["tick", "yesno"]) if taste.consent == "any" else taste.consent
    title = phrase(rng, words.question["consent"])
    yes = rng.choice(CONSENT)
    return Question("consent", title, kind, (("yes", yes), ("no", _no(rng, yes))))


def _no(rng: random.Random, yes: str) -> str:
    return {
        "I agree": rng.choice(["I do not agree", "I don't agree"]),
        "I consent": "I do not consent",
        "Agree": "Disagree",
    }.get(yes, "No")


def _extra(rng: random.Random, extra: Extra) -> Question:
    options = tuple((str(n), each) for n, each in enumerate(extra.answers))
    title = rng.choice(extra.title)
    if extra.kind == "text":
        return Question("", title, "text", answers=extra.answers)
    return Question("", title, extra.kind, options)


def _titled(rng: random.Random, words: Pool, question: Question, taste: Taste) -> Question:
    title = question.title
    if rng.random() < 0.25:
        many = question.kind == "multi"
        mark = rng.choice(words.suffix["many"] if many else ["(required)", "*", ":"])
        title = f"{title}{rng.choice([' ', chr(10), chr(160)])}{mark}"
    if question.name == "reach" and rng.random() < 0.2:
        title = f"{title}\n\nA rough number is fine."
    if taste.html and rng.random() < 0.4:
        title = rng.choice(["<strong>{}</strong>", "<p>{}</p>", "{}<br />", "<b>{}</b>"]).format(
            title
        )
    return replace(question, title=title + (chr(160) if rng.random() < 0.1 else ""))


def without_strangers(asked: Form, said: list[Said]) -> Form:
    """The form with those strange options only that somebody chose, and a few that nobody did."""
    chosen = {text for each in said for text in each.strange.values()}
    return Form(tuple(replace(q, options=tuple(
        (code, w) for code, w in q.options if code != "strange" or w in chosen
    )) for q in asked.questions))  # fmt: skip


def answers(rng: random.Random, asked: Form, said: Said) -> list[Answer]:
    return [_answer(rng, question, said) for question in asked.questions]


def _answer(rng: random.Random, question: Question, said: Said) -> Answer:
    if question.name in TEXTS:
        return Answer(said.texts[question.name])
    if question.name == "consent":
        yes, no = question.wordings
        unsaid = () if question.kind == "tick" else (no,)
        return Answer(chosen=(yes,) if said.consent else unsaid)
    if question.name:
        return _choice(question, said)
    return _any(rng, question)


def _choice(question: Question, said: Said) -> Answer:
    strange = said.strange.get(question.name)
    chosen = tuple(
        wording
        for code, wording in question.options
        if code in said.codes[question.name] or (code == "strange" and wording == strange)
    )
    return Answer(chosen=chosen, other=said.typed.get(question.name, ""))


def _any(rng: random.Random, question: Question) -> Answer:
    if question.kind == "text":
        return Answer(rng.choice(question.answers))
    if question.kind == "single":
        return Answer(chosen=(rng.choice(question.wordings),))
    count = rng.randint(0, min(3, len(question.options)))
    picked = rng.sample(range(len(question.options)), count)
    return Answer(chosen=tuple(question.wordings[place] for place in sorted(picked)))
