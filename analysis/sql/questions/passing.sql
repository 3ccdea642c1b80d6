-- One row per offer that claims what the filters ask for, whatever its stage counts as,
-- and how its organisation counts by these.
create macro questions.passing(only_terms, only_stages, with_whole_hub) as table
with
    needed as (
        select bit_or(bit) as terms
        from marts.term
        where list_contains(only_terms, name)
        group by dimension
    ),

    filters as (select coalesce(list(terms), []) as needed from needed),

    passed as (
        select offer.*
        from marts.offer as offer
        cross join filters
        where
            (len(only_stages) = 0 or list_contains(only_stages, stage))
            and questions.meets(case when with_whole_hub then claimed else named end, filters.needed)
    ),

    whose as (
        select
            organisation,
            case
                when bool_or(counts_as = 'cover')
                then 'partner'
                when bool_or(counts_as = 'enquiry')
                then 'enquiry'
                else 'not counted'
            end as counted_as
        from passed
        group by organisation
    )

select passed.*, whose.counted_as
from passed
inner join whose using (organisation)
