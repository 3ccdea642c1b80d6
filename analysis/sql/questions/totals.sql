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

    fitting as (
        select offer.*
        from marts.offer as offer
        cross join filters
        where
            (len(only_stages) = 0 or list_contains(only_stages, stage))
            and questions.meets(case when with_whole_hub then claimed else named end, filters.needed)
    ),

    organisation as (
        select
            organisation,
            bool_or(counts_as = 'cover') as is_partner,
            bool_or(counts_as = 'enquiry') as is_enquiry
        from fitting
        group by organisation
    )

select
    (select count(*) from organisation where is_partner)::bigint as partners,
    (select count(*) from organisation where is_enquiry and not is_partner)::bigint as enquiries,
    (select count(*) from organisation)::bigint as organisations,
    (select count(*) from fitting)::bigint as offers,
    (select count(*) from fitting where counts_as = 'cover')::bigint as cover_offers,
    (select count(*) from fitting where counts_as = 'enquiry')::bigint as enquiry_offers,
    (select max(submitted_at) from marts.offer) as newest_submission
