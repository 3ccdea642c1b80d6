-- One row per offer as it stands today; resubmitted ones only in their last form.
create table marts.offer as
with
    standing as (
        select latest.*, said.stage
        from staging.latest as latest
        inner join staging.stage as said using (offer_key)
        where latest.replaced_by is null
    )

select
    row_number() over (
        order by organisation.organisation, standing.import, standing.row
    )::integer as offer,
    standing.offer_key,
    organisation.organisation,
    standing.kind,
    standing.stage,
    coalesce(term.counts_as, 'nothing') as counts_as,
    standing.import,
    standing.row,
    standing.submitted_at,
    standing.offer_text,
    standing.website,
    standing.reach
from standing
inner join marts.organisation as organisation using (organisation_key)
left join raw.term as term on term.dimension = 'stage' and standing.stage = term.code
order by offer
