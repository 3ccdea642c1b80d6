"""Places: one need at a time beside the cover, and who is behind it."""

from tests.pages.conftest import texts

DISTANCE = (
    "Neighbourhoods (LSOAs) in the most deprived fifth of England for geographical barriers to "
    "services"
)


def headlines(app):
    return [head.value.replace("\\", "").replace("\N{WORD JOINER}", "") for head in app.subheader]


def test_the_chosen_need_tells_its_cold_spots_and_which_needs_disagree(visit):
    app = visit("coverage/places", measure=DISTANCE)

    assert not app.exception
    assert headlines(app)[0] == (
        "High need and thin cover: Bolsover (0 of 5 safe, need 42) and S Derbyshire (0 of 5 safe, "
        "need 51.6)."
    )
    assert "Pupils eligible for free school meals (highest: Bolsover)" in texts(app)


def test_cover_may_count_another_dimension(visit):
    app = visit("coverage/places", measure=DISTANCE, counted="Aim")

    assert headlines(app)[0].startswith("High need and thin cover: S Derbyshire (1 of 3 safe")
    assert "fewer than half of an area's aims" in texts(app)


def test_the_picture_obeys_the_filters_and_its_line_stays(visit):
    app = visit("coverage/places", measure=DISTANCE, area=["Bolsover", "Derby"])

    assert "Bolsover (0 of 5 safe, need 42)." in headlines(app)[0]
    assert "S Derbyshire" not in headlines(app)[0]
    assert "middle one of all areas, 37.5" in texts(app)


def test_who_is_behind_a_cold_spot_can_be_opened(visit):
    app = visit("coverage/places", measure=DISTANCE)
    name = "cold spot (Bolsover and S Derbyshire), 10 cells"
    app.selectbox(key="beside_number").select(name).run()

    opened = next(frame.value for frame in app.dataframe if frame.proto.alt == name)
    assert len(opened) == 10


def test_each_safe_area_of_a_function_can_be_opened(visit):
    app = visit("coverage/places")
    app.selectbox(key="children_number").select("Schools, safe in 7 areas").run()

    shown = [frame.value for frame in app.dataframe if "Schools, safe" in frame.proto.alt]
    assert len(shown[0]) == 7
