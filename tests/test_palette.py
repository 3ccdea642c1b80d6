"""The colours, held to what a reader needs: contrast, grey prints, colour-blind eyes."""

import math
import tomllib
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from analysis import palette
from analysis.errors import DashboardError
from analysis.palette import Role

ROOT = Path(__file__).resolve().parent.parent
COLOURS = palette.load()
GROUPS = {
    "states": COLOURS.states,
    "marks": COLOURS.marks,
    "quadrants": COLOURS.quadrants,
    "shares": (*COLOURS.shares, COLOURS.no_share),
}
ROLES = [*(role for group in GROUPS.values() for role in group), COLOURS.chosen]
WHITE = "#FFFFFF"

# Machado, Oliveira and Fernandes (2009), doi:10.1109/TVCG.2009.113, severity 1, in linear RGB.
EYES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "full colour": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
}
# sRGB to XYZ under D65, each row over its white.
XYZ = (
    (0.433953, 0.376219, 0.189828),
    (0.212671, 0.715160, 0.072169),
    (0.017758, 0.109477, 0.872766),
)


def linear(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]


def through(rows: tuple[tuple[float, ...], ...], values: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, values, strict=True)) for row in rows]


def lab(light: list[float]) -> tuple[float, float, float]:
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in through(XYZ, [min(1.0, max(0.0, part)) for part in light])
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def distance(one: Role, other: Role, eye: str) -> float:
    pair = [lab(through(EYES[eye], linear(role.fill))) for role in (one, other)]
    return math.dist(*pair)


def contrast(one: str, other: str) -> float:
    high, low = sorted((through(XYZ, linear(c))[1] for c in (one, other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mixed(ink: str, page: str, strength: float) -> str:
    pairs = [(int(ink[i : i + 2], 16), int(page[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a * strength + b * (1 - strength)):02X}" for a, b in pairs)


def theme(mode: str, *, sidebar: bool = False) -> dict[str, str]:
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    colours: dict[str, str] = config["theme"][mode]
    beside: dict[str, str] = config["theme"][mode]["sidebar"]
    return colours | (beside if sidebar else {})


def test_the_contrast_formula_gives_the_values_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21, abs=0.01)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("role", ROLES, ids=lambda role: role.code)
def test_ink_is_legible_on_its_fill(role: Role) -> None:
    assert contrast(role.fill, role.ink) >= 4.5


@pytest.mark.parametrize("group", GROUPS)
@pytest.mark.parametrize("eye", EYES)
def test_neighbouring_colours_stay_apart(eye: str, group: str) -> None:
    distances = [distance(*pair, eye) for pair in pairwise(GROUPS[group])]

    assert min(distances) >= 14


@pytest.mark.parametrize("eye", EYES)
def test_any_two_states_stay_apart(eye: str) -> None:
    distances = [distance(*pair, eye) for pair in combinations(COLOURS.states, 2)]

    assert min(distances) >= 25


@pytest.mark.parametrize("group", GROUPS)
def test_a_grey_print_tells_the_colours_apart(group: str) -> None:
    lightness = sorted(lab(linear(role.fill))[0] for role in GROUPS[group])

    assert min(high - low for low, high in pairwise(lightness)) >= 10


@pytest.mark.parametrize("group", ["states", "marks", "quadrants"])
def test_each_role_has_a_symbol_and_a_word_of_its_own(group: str) -> None:
    roles = GROUPS[group]

    assert len({role.symbol for role in roles} - {""}) == len(roles)
    assert len({role.word for role in roles}) == len(roles)


def test_the_states_come_in_the_order_of_the_plan() -> None:
    codes = [state.code for state in COLOURS.states]

    assert codes == ["covered", "fragile", "waiting", "unknown", "gap", "not-applicable"]


@pytest.mark.parametrize(
    ("share", "word"),
    [(0, "0–19%"), (0.19, "0–19%"), (0.2, "20–39%"), (1, "80–100%"), (None, "no figure")],
)
def test_a_share_falls_into_its_step(share: float | None, word: str) -> None:
    assert COLOURS.step(share).word == word


def test_the_key_says_what_a_symbol_means() -> None:
    assert palette.key(COLOURS.states[:2]) == (
        "● covered: safe if one leaves · ◐ fragile: one departure away"
    )


def test_a_colour_that_is_not_there_is_named() -> None:
    with pytest.raises(DashboardError, match=r'no colour for "mauve".*covered, fragile'):
        palette.find(COLOURS.states, "mauve")


@pytest.mark.parametrize(
    ("before", "after"),
    [("[no_share]", "[no_shade]"), ('symbol = "◐"\n', ""), ("symbol =", "symbal =")],
    ids=["a group is missing", "a part is missing", "a part is misspelt"],
)
def test_an_incomplete_palette_is_refused(tmp_path: Path, before: str, after: str) -> None:
    broken = tmp_path / "palette.toml"
    broken.write_text(palette.PALETTE.read_text("utf-8").replace(before, after), "utf-8")

    with pytest.raises(DashboardError, match=r"palette\.toml is incomplete"):
        palette.load(broken)


@pytest.mark.parametrize("sidebar", [False, True], ids=["page", "sidebar"])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_captions_and_links_are_legible(mode: str, sidebar: bool) -> None:
    colours = theme(mode, sidebar=sidebar)
    caption = mixed(colours["textColor"], colours["backgroundColor"], 0.6)

    for page in (colours["backgroundColor"], colours["secondaryBackgroundColor"]):
        for ink in (colours["textColor"], caption, colours["linkColor"]):
            assert contrast(ink, page) >= 4.5


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_a_primary_button_is_legible(mode: str) -> None:
    assert contrast(theme(mode)["primaryColor"], WHITE) >= 4.5


def test_an_active_segment_is_legible_in_the_light_theme() -> None:
    colours = theme("light")
    segment = mixed(colours["primaryColor"], colours["backgroundColor"], 0.15)

    assert contrast(colours["primaryColor"], segment) >= 4.5


def test_a_primary_colour_can_be_seen_on_the_dark_page() -> None:
    colours = theme("dark")

    assert contrast(colours["primaryColor"], colours["backgroundColor"]) >= 3
