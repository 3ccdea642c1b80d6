-- One row per cell of the frame, whether or not any offer names it, with its target.
create macro questions.frame(on_axes, only_terms) as table
with
    picked as (
        select term, dimension from marts.term where list_contains(only_terms, name)
    ),

    axis_term as (
        select term.*, list_position(on_axes, term.dimension) as axis
        from marts.term as term
        where
            list_contains(on_axes, term.dimension)
            and (
                term.dimension not in (select dimension from picked)
                or term.term in (select term from picked)
            )
    ),

    cell as (
        select
            first.term as row_term,
            second.term as column_term,
            third.term as layer_term,
            first.code as "row",
            coalesce(second.code, '') as "column",
            coalesce(third.code, '') as layer,
            first.short_label as row_label,
            coalesce(second.short_label, '') as column_label,
            coalesce(third.short_label, '') as layer_label,
            list_filter([first.name, second.name, third.name], lambda name: name is not null) as names
        from (from axis_term where axis = 1) as first
        left join (from axis_term where axis = 2) as second on true
        left join (from axis_term where axis = 3) as third on true
    ),

    targeted as (
        select
            cell.names,
            arg_max(target.target, (len(target.terms), target.entry)) as target
        from cell
        inner join raw.target as target on list_has_all(cell.names, target.terms)
        group by cell.names
    ),

    excused as (
        select cell.names, arg_max(stated.reason, (len(stated.terms), stated.entry)) as reason
        from cell
        inner join raw.not_applicable as stated on list_has_all(cell.names, stated.terms)
        group by cell.names
    )

select
    cell.* exclude (names),
    coalesce(targeted.target, 2) as target,
    excused.reason
from cell
left join targeted using (names)
left join excused using (names)
order by row_term, column_term, layer_term
