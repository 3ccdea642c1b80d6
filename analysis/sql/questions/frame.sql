-- One row per cell of the frame, whether or not any offer names it, with its target.
create macro questions.frame(on_axes, only_terms) as table
with
    cell as (from questions.cell(on_axes, only_terms)),

    targeted as (
        select cell.cell, arg_max(target.target, (len(target.terms), target.entry)) as target
        from cell
        inner join raw.target as target on list_has_all(cell.names, target.terms)
        group by cell.cell
    ),

    excused as (
        select cell.cell, arg_max(stated.reason, (len(stated.terms), stated.entry)) as reason
        from cell
        inner join raw.not_applicable as stated on list_has_all(cell.names, stated.terms)
        group by cell.cell
    )

select cell.*, coalesce(targeted.target, 2) as target, excused.reason
from cell
left join targeted using (cell)
left join excused using (cell)
