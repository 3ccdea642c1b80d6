-- One row per offer, dimension and cell of a grid that would say more if the offer's
-- answer there were known. `holds_back` is true where the cell shows unknown for want
-- of
-- it; where the stage is not understood, where the cell is short without the offer.
create macro questions.consequence(on_axes, of_dimensions) as table
with
    cell as (
        select
            cell.cell,
            cell.terms,
            cell."row",
            cell."column",
            cell.row_label,
            cell.column_label,
            coverage.state
        from questions.cell(on_axes, []) as cell
        inner join questions.coverage(on_axes, [], [], true) as coverage using ("row", "column")
        where coverage.state <> 'not-applicable'
    ),

    stageless as (
        select offer.offer, cell.cell
        from marts.offer as offer
        inner join cell on (offer.claimed & cell.terms) = cell.terms
        where offer.stage is null
    ),

    missed as (
        select offer, dimension, cell
        from questions.doubts(on_axes)
        union all
        select offer, 'stage' as dimension, cell
        from stageless
    )

select
    missed.offer,
    missed.dimension,
    on_axes[1] as axis,
    cell.cell,
    cell."row",
    cell."column",
    cell.row_label,
    cell.column_label,
    cell.state,
    case
        when missed.dimension = 'stage' then cell.state <> 'covered' else cell.state = 'unknown'
    end as holds_back
from missed
inner join cell using (cell)
where list_contains(of_dimensions, missed.dimension)
