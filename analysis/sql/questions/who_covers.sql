-- One row per organisation and cell that it serves or may serve, named by the cell's
-- first term, with its mark there.
create macro questions.who_covers(on_axes, only_terms, only_stages, with_whole_hub) as table
with
    per_organisation as (
        select
            organisation,
            cell,
            bool_or(fits and counts_as = 'cover') as is_partner,
            bool_or(fits and counts_as = 'cover' and not is_whole_hub) as is_named,
            bool_or(fits and counts_as = 'enquiry') as is_enquiry,
            bool_or(not fits and counts_as = 'cover') as is_unsure
        from questions.standing(on_axes, only_terms, only_stages, with_whole_hub)
        group by organisation, cell
    )

select
    organisation.name as organisation,
    cell."row" as term,
    cell.row_label as term_label,
    case
        when is_named
        then 'partner'
        when is_partner
        then 'whole_hub'
        when is_enquiry
        then 'enquiry'
        else 'unsure'
    end as mark
from per_organisation
inner join marts.organisation as organisation using (organisation)
inner join questions.cell(on_axes, only_terms) as cell using (cell)
where is_partner or is_enquiry or is_unsure
order by organisation.name, cell.cell
