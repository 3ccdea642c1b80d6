-- One row per cell of the frame, numbered as shown, and the set of its terms. `on_axes`
-- are one to three dimensions; `only_terms` of an axis pick which of its terms show.
create macro questions.cell(on_axes, only_terms) as table
with
    shown as (
        select term.*, list_position(on_axes, dimension) as axis
        from marts.term as term
        where list_contains(on_axes, dimension)
        qualify
            list_contains(only_terms, name)
            or not bool_or(list_contains(only_terms, name)) over (partition by dimension)
    )

select
    row_number() over (order by first.term, second.term, third.term)::integer as cell,
    first.code as "row",
    coalesce(second.code, '') as "column",
    coalesce(third.code, '') as layer,
    first.short_label as row_label,
    coalesce(second.short_label, '') as column_label,
    coalesce(third.short_label, '') as layer_label,
    [first.name, second.name, third.name] as names,
    first.bit | coalesce(second.bit, 0) | coalesce(third.bit, 0) as terms
from shown as first
left join shown as second on second.axis = 2
left join shown as third on third.axis = 3
where first.axis = 1
