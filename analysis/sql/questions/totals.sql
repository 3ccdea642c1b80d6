-- One row: how many organisations and offers count as what, after the filters.
create macro questions.totals(only_terms, only_stages, with_whole_hub) as table
with
    picked as (
        select term, dimension from marts.term where list_contains(only_terms, name)
    ),

    claimed as (
        select claim.offer
        from marts.claim as claim
        inner join picked on claim.term = picked.term
        where with_whole_hub or not claim.is_whole_hub
        group by claim.offer
        having count(distinct picked.dimension) = (select count(distinct dimension) from picked)
    ),

    fitting as (
        select *
        from marts.offer
        where
            (len(only_stages) = 0 or list_contains(only_stages, stage))
            and (len(only_terms) = 0 or offer in (select offer from claimed))
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
