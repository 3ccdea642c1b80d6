-- One row per moment and cell of the frame: what `coverage` said of the cell then.
create macro questions.coverage_over(on_axes, only_terms, only_stages, with_whole_hub) as table
with
    organisation as (
        select
            stood.after_entry,
            standing.cell,
            standing.organisation,
            bool_or(fits and counts_as = 'cover') as is_partner,
            bool_or(fits and counts_as = 'enquiry') as is_enquiry,
            bool_or(not fits and counts_as = 'cover') as is_unsure,
            bool_or(fits and counts_as = 'cover' and not is_whole_hub) as is_named
        from questions.standing(on_axes, only_terms, only_stages, with_whole_hub) as standing
        inner join marts.stood as stood using (offer)
        group by stood.after_entry, standing.cell, standing.organisation
    ),

    counted as (
        select
            after_entry,
            cell,
            count(*) filter (is_partner) as partners,
            count(*) filter (is_enquiry and not is_partner) as enquiries,
            count(*) filter (is_unsure and not is_partner and not is_enquiry) as unsure,
            count(*) filter (is_partner and not is_named) as whole_hub
        from organisation
        group by after_entry, cell
    ),

    filled as (
        select
            frame.*,
            coalesce(counted.partners, 0)::bigint as partners,
            coalesce(counted.enquiries, 0)::bigint as enquiries,
            coalesce(counted.unsure, 0)::bigint as unsure,
            coalesce(counted.whole_hub, 0)::bigint as whole_hub
        from questions.frame_over(on_axes, only_terms) as frame
        left join counted using (after_entry, cell)
    )

select
    after_entry,
    cell,
    "row",
    "column",
    layer,
    row_label,
    column_label,
    layer_label,
    questions.state_of(reason, partners, target, enquiries, unsure) as state,
    partners,
    enquiries,
    unsure,
    whole_hub,
    target,
    reason
from filled
order by after_entry, cell
