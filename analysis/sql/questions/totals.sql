-- One row: how many organisations and offers count as what, after the filters.
create macro questions.totals(only_terms, only_stages, with_whole_hub) as table
with
    organisation as (
        select
            bool_or(counts_as = 'cover') as is_partner,
            bool_or(counts_as = 'enquiry') as is_enquiry,
            count(*) as offers,
            count(*) filter (counts_as = 'cover') as cover_offers,
            count(*) filter (counts_as = 'enquiry') as enquiry_offers
        from questions.passing(only_terms, only_stages, with_whole_hub)
        group by organisation
    )

select
    count(*) filter (is_partner)::bigint as partners,
    count(*) filter (is_enquiry and not is_partner)::bigint as enquiries,
    count(*)::bigint as organisations,
    coalesce(sum(offers), 0)::bigint as offers,
    coalesce(sum(cover_offers), 0)::bigint as cover_offers,
    coalesce(sum(enquiry_offers), 0)::bigint as enquiry_offers,
    (select max(submitted_at) from marts.offer) as newest_submission
from organisation
