-- One row per moment and cell of the frame: what `frame` said of the cell then.
create macro questions.frame_over(on_axes, only_terms) as table
with
    cell as (
        select moment.after_entry, moment.earlier_entry, cell.*
        from questions.cell(on_axes, only_terms) as cell
        cross join marts.moment as moment
    ),

    targeted as (
        select
            cell.after_entry,
            cell.cell,
            arg_max(target.target, (len(target.terms), target.entry)) as target
        from cell
        inner join
            raw.target as target
            on cell.after_entry = target.after_entry
            and list_has_all(cell.names, target.terms)
        group by cell.after_entry, cell.cell
    ),

    stated as (
        select
            cell.after_entry,
            cell.cell,
            cell.names,
            stated.terms,
            stated.reason,
            stated.entry
        from cell
        inner join
            raw.not_applicable as stated
            on cell.after_entry = stated.after_entry
            and list_has_all(cell.names, stated.terms)
    ),

    excused as (
        select
            stated.after_entry,
            stated.cell,
            arg_max(stated.reason, (len(stated.terms), stated.entry)) as reason
        from stated
        anti join raw.target as later
            on later.after_entry = stated.after_entry
            and later.entry > stated.entry
            and list_has_all(later.terms, stated.terms)
            and list_has_all(stated.names, later.terms)
        group by stated.after_entry, stated.cell
    )

select cell.*, coalesce(targeted.target, 2) as target, excused.reason
from cell
left join targeted using (after_entry, cell)
left join excused using (after_entry, cell)
