-- One row per partner whose cover claims what the filters ask for: its stages, what it
-- claims with cover, its reach as each such offer states it, and when it was last
-- confirmed. A dimension it leaves open is null. Nothing about people.
create macro questions.partners(only_terms, only_stages, with_whole_hub) as table
with
    cover as (
        select *
        from questions.passing(only_terms, only_stages, with_whole_hub)
        where counts_as = 'cover'
    ),

    claimed as (
        select
            cover.organisation,
            term.dimension,
            term.term,
            term.short_label,
            bool_and(claim.is_whole_hub) as is_whole_hub
        from cover
        inner join marts.claim as claim using (offer)
        inner join marts.term as term using (term)
        where with_whole_hub or not claim.is_whole_hub
        group by all
    ),

    named as (
        select
            organisation,
            dimension,
            string_agg(short_label, '; ' order by term) filter (where not is_whole_hub) as labels,
            bool_or(is_whole_hub) as is_whole_hub
        from claimed
        group by organisation, dimension
    ),

    told as (
        select
            organisation,
            dimension,
            concat_ws('; ', labels, case when is_whole_hub then 'the whole hub' end) as labels
        from named
    ),

    offered as (
        select
            cover.organisation,
            count(*)::bigint as offers,
            list(distinct (stage.position, stage.label) order by (stage.position, stage.label))
            as stages,
            string_agg(cover.reach::varchar, '; ' order by cover.offer) as reach,
            count(cover.reach)::bigint as reach_stated
        from cover
        inner join raw.term as stage on stage.dimension = 'stage' and cover.stage = stage.code
        group by cover.organisation
    )

select
    organisation.name as organisation,
    offered.offers,
    array_to_string(list_transform(offered.stages, lambda stage: stage[2]), '; ') as stages,
    aim.labels as aims,
    "function".labels as functions,
    area.labels as areas,
    focus.labels as focuses,
    offered.reach,
    offered.reach_stated,
    confirmed.confirmed_at
from offered
inner join marts.organisation as organisation using (organisation)
left join marts.confirmed as confirmed using (organisation)
left join told as aim on offered.organisation = aim.organisation and aim.dimension = 'aim'
left join
    told as "function"
    on offered.organisation = "function".organisation
    and "function".dimension = 'function'
left join told as area on offered.organisation = area.organisation and area.dimension = 'area'
left join
    told as focus
    on offered.organisation = focus.organisation
    and focus.dimension = 'focus'
order by lower(organisation.name), organisation.name
