"""What the charts share."""

from hypothesis import given
from hypothesis import strategies as st
from streamlit.elements.lib import streamlit_plotly_theme

from analysis import charts, palette
from analysis.charts import canvas, key
from tests.charts import tables

COLOURS = palette.load()


def test_the_key_names_every_state_in_order() -> None:
    scale = charts.coverage_grid(tables.cells()).data[-1].marker

    assert scale.colorbar.ticktext[0] == "●<br>covered"
    assert scale.colorbar.ticktext[-1] == "–<br>not<br>applicable"
    assert [fill for _, fill in scale.colorscale][::2] == [role.fill for role in COLOURS.states]


@given(st.text())
def test_plain_text_never_holds_markup_or_line_breaks(text: str) -> None:
    written = canvas.plain(text)

    assert not set(written) & set("<>\n\r\t")


@given(st.text(alphabet="ab ", min_size=1), st.integers(3, 20))
def test_a_wrapped_label_has_at_most_two_lines(text: str, width: int) -> None:
    assert canvas.wrapped(text, width).count("<br>") <= 1


def test_streamlit_still_knows_the_colour_we_give_to_labels() -> None:
    assert streamlit_plotly_theme.GRAY_90 == key.LABEL


def test_the_toolbar_of_plotly_is_off() -> None:
    assert charts.CONFIG["displayModeBar"] is False
