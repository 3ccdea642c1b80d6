-- One row per area: how many of the second axis' cells there are covered, and one
-- need figure.
create macro questions.places(counted_axis, chosen_measure, people, only_terms, only_stages, with_whole_hub) as table
with
    cell as (
        from questions.coverage(['area', counted_axis], only_terms, only_stages, with_whole_hub)
    ),

    area as (
        select
            "row" as area,
            any_value(row_label) as label,
            count(*) filter (state <> 'not-applicable')::bigint as cells,
            count(*) filter (state = 'covered')::bigint as covered,
            count(*) filter (state = 'gap')::bigint as gaps
        from cell
        group by "row"
    )

select
    area.*,
    tile.x,
    tile.y,
    population.value::bigint as children,
    population.label as children_label,
    population.unit as children_unit,
    population.period as children_period,
    population.source as children_source,
    need.value as need,
    need.label as need_label,
    need.unit as need_unit,
    need.period as need_period,
    need.source as need_source
from area
inner join marts.term as term on term.dimension = 'area' and area.area = term.code
left join raw.tile as tile on area.area = tile.area
left join raw.need as population on area.area = population.area and population.measure = people
left join raw.need as need on area.area = need.area and need.measure = chosen_measure
order by term.position
