-- One row per offer that claims what the filters ask for, whatever its stage counts as:
-- whose it is, how its organisation counts, and its place. Words are in answers_of.
create macro questions.offers(only_terms, only_stages, with_whole_hub) as table
with
    needed as (
        select bit_or(bit) as terms
        from marts.term
        where list_contains(only_terms, name)
        group by dimension
    ),

    filters as (select coalesce(list(terms), []) as needed from needed),

    passed as (
        select
            offer.*,
            case
                when bool_or(counts_as = 'cover') over whose
                then 'partner'
                when bool_or(counts_as = 'enquiry') over whose
                then 'enquiry'
                else 'not counted'
            end as counted_as
        from marts.offer as offer
        cross join filters
        where
            (len(only_stages) = 0 or list_contains(only_stages, stage))
            and questions.meets(case when with_whole_hub then claimed else named end, filters.needed)
        window whose as (partition by organisation)
    )

select
    passed.counted_as,
    organisation.name as organisation,
    case
        when submission.name_key <> organisation.name_key then submission.organisation else ''
    end as written_as,
    passed.offer,
    passed.offer_key,
    passed.organisation as organisation_number,
    passed.kind,
    passed.counts_as,
    passed.stage,
    coalesce(stage.label, 'not understood') as stage_label,
    passed.offer_text,
    passed.website,
    passed.reach,
    passed.submitted_at,
    import.import,
    import.file,
    import.sheet,
    passed.row
from passed
inner join marts.organisation as organisation using (organisation)
inner join staging.submission as submission using (import, row)
inner join raw.import as import using (import)
left join raw.term as stage on stage.dimension = 'stage' and passed.stage = stage.code
order by
    list_position(['partner', 'enquiry', 'not counted'], passed.counted_as),
    organisation.name,
    passed.offer
