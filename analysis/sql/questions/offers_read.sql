-- One row per offer that stands: whose it is, what it counts as, and when its
-- organisation was last confirmed.
create macro questions.offers_read() as table
select
    offer.offer,
    offer.offer_key,
    offer.organisation,
    organisation.name,
    organisation.organisation_key,
    offer.stage,
    offer.counts_as,
    confirmed.confirmed_at,
    import.file,
    offer.row
from marts.offer as offer
inner join marts.organisation as organisation using (organisation)
inner join marts.confirmed as confirmed using (organisation)
inner join raw.import as import using (import)
order by offer.offer
