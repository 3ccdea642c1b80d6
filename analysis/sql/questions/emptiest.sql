-- One row per function × area cell short of its target, the emptiest first; among
-- equals, the one
-- where most children live.
create macro questions.emptiest(people, only_terms, only_stages, with_whole_hub) as table
select cell.*, population.value::bigint as children
from questions.coverage(['function', 'area'], only_terms, only_stages, with_whole_hub) as cell
left join
    raw.need as population
    on cell."column" = population.area
    and population.measure = people
where cell.state not in ('covered', 'not-applicable')
order by
    list_position(['gap', 'unknown', 'waiting', 'fragile'], cell.state),
    cell.partners,
    cell.enquiries,
    cell.unsure,
    population.value desc nulls last,
    cell."row",
    cell."column"
