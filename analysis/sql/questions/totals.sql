-- One row: how many organisations and offers count as what, after the filters.
create macro questions.totals(only_terms, only_stages, with_whole_hub) as table
with
    needed as (
        select bit_or(bit) as terms
        from marts.term
        where list_contains(only_terms, name)
        group by dimension
    ),

    filters as (select coalesce(list(terms), []) as needed from needed),

    organisation as (
        select
            bool_or(counts_as = 'cover') as is_partner,
            bool_or(counts_as = 'enquiry') as is_enquiry,
            count(*) as offers,
            count(*) filter (counts_as = 'cover') as cover_offers,
            count(*) filter (counts_as = 'enquiry') as enquiry_offers
        from marts.offer
        cross join filters
        where
            (len(only_stages) = 0 or list_contains(only_stages, stage))
            and questions.meets(case when with_whole_hub then claimed else named end, filters.needed)
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
