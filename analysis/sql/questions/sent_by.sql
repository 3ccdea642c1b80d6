-- One row per offer of some organisations in its newest form: under which form and
-- e-mail address it was sent (`sender`, a number; null where it has none), its place
-- among all that were sent, and the entries that first had it and last said its stage.
-- `offer` is null where another replaced it.
create macro questions.sent_by(of_organisations) as table
select
    offer.offer,
    organisation.organisation,
    case
        when latest.kind = 'eoi' and latest.email is not null
        then dense_rank() over (order by latest.kind, latest.form, latest.email)
    end as sender,
    row_number() over (
        order by latest.submitted_at nulls first, latest.import, latest.row
    ) as "position",
    latest.offer_key in (select offer_key from raw.kept) as is_kept,
    first_told.import as first_entry,
    said.entry as stage_entry
from staging.latest as latest
inner join marts.organisation as organisation using (organisation_key)
inner join
    (
        select offer_key, min(import) as import from staging.version group by offer_key
    ) as first_told
    on latest.offer_key = first_told.offer_key
inner join staging.stage as said on latest.offer_key = said.offer_key
left join marts.offer as offer on latest.offer_key = offer.offer_key
where list_contains(of_organisations, organisation.organisation)
order by latest.import, latest.row
