-- One row per other measure of need that puts the hub's areas in rather the opposite
-- order
-- (their ranks correlate at -0.5 or below), and the area that it puts first.
create macro questions.opposite(chosen_measure, people) as table
with
    placed as (
        select
            figure.measure,
            figure.label,
            figure.position,
            figure.area,
            term.label as area_label,
            rank() over (
                partition by figure.measure
                order by case when figure.unit = 'rank' then figure.value else -figure.value end
            ) as place
        from raw.need as figure
        inner join marts.term as term on term.dimension = 'area' and term.code = figure.area
        where figure.measure <> people
    )

select
    other.measure,
    any_value(other.label) as label,
    arg_min(other.area_label, other.place) as highest
from placed as other
inner join placed as chosen on other.area = chosen.area and chosen.measure = chosen_measure
group by other.measure
having corr(chosen.place, other.place) <= -0.5
order by min(other.position)
