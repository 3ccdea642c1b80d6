-- One row per organisation with an offer that counts or counted, and how many it has
-- of each.
create macro questions.organisations() as table
select
    organisation.name,
    organisation.organisation_key,
    count(*)::bigint as offers,
    count(*) filter (offer.counts_as = 'cover')::bigint as cover_offers,
    count(*) filter (offer.counts_as = 'enquiry')::bigint as enquiry_offers
from marts.organisation as organisation
inner join marts.offer as offer using (organisation)
group by organisation.name, organisation.organisation_key
order by organisation.name
