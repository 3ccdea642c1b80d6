-- One row per term of a dimension: in how many of the areas where it applies it is
-- safe,
-- and how many children live there. An area whose children nobody counted is in neither
-- number of children, and is counted apart.
create macro questions.safe_children(counted_axis, people, only_terms, only_stages, with_whole_hub) as table
with
    cell as (
        from questions.coverage([counted_axis, 'area'], only_terms, only_stages, with_whole_hub)
    ),

    term as (
        select
            cell."row" as term,
            any_value(cell.row_label) as label,
            count(*) filter (cell.state <> 'not-applicable')::bigint as areas,
            count(*) filter (cell.state = 'covered')::bigint as safe_areas,
            sum(population.value) filter (cell.state <> 'not-applicable')::bigint as children,
            sum(population.value) filter (cell.state = 'covered')::bigint as known_safe,
            count(*) filter (
                cell.state <> 'not-applicable' and population.value is null
            )::bigint as areas_not_known,
            any_value(population.label) as children_label,
            any_value(population.period) as children_period,
            any_value(population.source) as children_source
        from cell
        left join raw.need as population on cell."column" = population.area and population.measure = people
        group by cell."row"
    )

select term.* exclude (known_safe), case when children is not null then coalesce(known_safe, 0) end as safe_children
from term
inner join marts.term as placed on placed.dimension = counted_axis and placed.code = term.term
order by placed.position
