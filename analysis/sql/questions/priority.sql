-- One row per cell of the frame that the plan marks as a priority, and why.
create macro questions.priority(on_axes, only_terms) as table
with
    said as (
        select
            cell.cell,
            cell."row",
            cell."column",
            cell.layer,
            arg_max(stated.marked, (len(stated.terms), stated.entry)) as marked,
            arg_max(stated.reason, (len(stated.terms), stated.entry)) as why
        from questions.cell(on_axes, only_terms) as cell
        inner join raw.priority as stated on list_has_all(cell.names, stated.terms)
        group by cell.cell, cell."row", cell."column", cell.layer
    )

select cell, "row", "column", layer, why
from said
where marked
