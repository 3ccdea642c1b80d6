-- One row per cell that would say more if one problem were put right.
create macro questions.problem_cells(of_kind, of_dimension, of_about) as table
select
    missing.axis,
    missing."row",
    missing."column",
    any_value(missing.row_label) as row_label,
    any_value(missing.column_label) as column_label,
    any_value(missing.state) as state,
    bool_or(missing.holds_back) as holds_back,
    count(distinct problem.organisation)::bigint as organisations
from questions.missing() as missing
inner join
    (
        select distinct place.dimension, offer.offer, offer.organisation
        from marts.problem as place
        inner join marts.offer as offer using (offer)
        where (place.kind, place.dimension, place.about) = (of_kind, of_dimension, of_about)
    ) as problem using (offer, dimension)
group by missing.axis, missing.cell, missing."row", missing."column"
order by bool_or(missing.holds_back) desc, missing.cell
