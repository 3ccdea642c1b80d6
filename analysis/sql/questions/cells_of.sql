-- One row per cell that one organisation counts in, as shown, and whether the cell
-- rests
-- on it alone.
create macro questions.cells_of(on_axes, of_organisation) as table
with
    here as (
        select
            cell,
            bool_or(fits and counts_as = 'cover') as is_partner,
            bool_or(fits and counts_as = 'enquiry') as is_enquiry
        from questions.standing(on_axes, [], [], true)
        where organisation = of_organisation and (fits or counts_as = 'cover')
        group by cell
    )

select
    coverage.*,
    case
        when here.is_partner then 'partner' when here.is_enquiry then 'enquiry' else 'unsure'
    end as counted_as,
    here.is_partner and coverage.partners = 1 as rests_on_it
from here
inner join questions.cell(on_axes, []) as cell using (cell)
inner join
    questions.coverage(on_axes, [], [], true) as coverage
    using ("row", "column", layer)
order by cell.cell
