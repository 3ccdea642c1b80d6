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

    stated as (
        select cell.cell, cell.names, stated.terms, stated.reason, stated.entry
        from cell
        inner join raw.not_applicable as stated on list_has_all(cell.names, stated.terms)
    ),

-- A later target for the same cells, or for some of them, brings those back.
    excused as (
        select stated.cell, arg_max(stated.reason, (len(stated.terms), stated.entry)) as reason
        from stated
        anti join raw.target as later
            on later.entry > stated.entry
            and list_has_all(later.terms, stated.terms)
            and list_has_all(stated.names, later.terms)
        group by stated.cell
    )

select cell.*, coalesce(targeted.target, 2) as target, excused.reason
from cell
left join targeted using (cell)
left join excused using (cell)
