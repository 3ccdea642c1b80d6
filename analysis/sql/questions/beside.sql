-- One row per area: its cover beside one need figure, and on which side of both
-- dividing
-- lines it lies. Need is high beyond the middle figure of all the hub's areas, whatever
-- the filters; in a ranking the first needs most. Cover is thin where fewer than half
-- of
-- the cells that apply are safe.
create macro questions.beside(counted_axis, chosen_measure, people, only_terms, only_stages, with_whole_hub) as table
with
    line as (
        select median(figure.value) as need_middle
        from raw.need as figure
        inner join marts.term as term on term.dimension = 'area' and term.code = figure.area
        where figure.measure = chosen_measure
    ),

    place as (
        from questions.places(
            counted_axis, chosen_measure, people, only_terms, only_stages, with_whole_hub
        )
    ),

    sided as (
        select
            place.*,
            line.need_middle,
            case
                when place.need_unit = 'rank'
                then place.need < line.need_middle
                else place.need > line.need_middle
            end as is_high,
            case when place.cells > 0 then 2 * place.covered < place.cells end as is_thin
        from place
        cross join line
    )

select
    *,
    case
        when is_high is null or is_thin is null
        then 'not-known'
        when is_high and is_thin
        then 'cold-spot'
        when is_high
        then 'high-covered'
        when is_thin
        then 'low-thin'
        else 'low-covered'
    end as quadrant
from sided
