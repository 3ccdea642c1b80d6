-- One row per organisation with an offer that counts or counted, and how many it has
-- of each.
create macro questions.organisations() as table
with
    also as (
        select spelling.organisation, string_agg(spelling.name, '; ' order by spelling.name) as names
        from marts.spelling as spelling
        inner join marts.organisation as organisation using (organisation)
        where spelling.name_key <> organisation.name_key
        group by spelling.organisation
    )

select
    organisation.organisation,
    organisation.name,
    organisation.organisation_key,
    coalesce(also.names, '') as also_written,
    count(*)::bigint as offers,
    count(*) filter (offer.counts_as = 'cover')::bigint as cover_offers,
    count(*) filter (offer.counts_as = 'enquiry')::bigint as enquiry_offers
from marts.organisation as organisation
inner join marts.offer as offer using (organisation)
left join also using (organisation)
group by organisation.organisation, organisation.name, organisation.organisation_key, also.names
order by organisation.name
