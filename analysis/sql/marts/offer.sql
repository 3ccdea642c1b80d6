-- One row per offer as it stands today; resubmitted ones only in their last form.
create table marts.offer as
with
    staged as (
        select
            latest.*,
            case
                when said.offer_key is not null then said.stage else latest.default_stage
            end as stage
        from staging.latest as latest
        left join staging.stage as said using (offer_key)
        where latest.replaced_by is null
    )

select
    row_number() over (
        order by organisation.organisation, staged.import, staged.row
    )::integer as offer,
    staged.offer_key,
    organisation.organisation,
    staged.kind,
    staged.stage,
    coalesce(term.counts_as, 'nothing') as counts_as,
    staged.import,
    staged.row,
    staged.submitted_at,
    staged.offer_text,
    staged.website,
    staged.reach
from staged
inner join marts.organisation as organisation using (organisation_key)
left join raw.term as term on term.dimension = 'stage' and staged.stage = term.code
order by offer
