-- One row per measure of need, in the order in which the figures were given.
create macro questions.measures(people) as table
select
    measure,
    any_value(label) as label,
    any_value(unit) as unit,
    any_value(period) as period,
    any_value(source) as source
from raw.need
where measure <> people
group by measure
order by min(position)
