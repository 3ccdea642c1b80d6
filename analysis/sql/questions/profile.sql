-- One row per organisation that goes by one of these names, named by their keys: what
-- tells it from another, in words for people. Nothing about people.
create macro questions.profile(of_keys) as table
with
    chosen as (
        select spelling.organisation, min(list_position(of_keys, spelling.name_key)) as place
        from marts.spelling as spelling
        where list_contains(of_keys, spelling.name_key)
        group by spelling.organisation
    ),

    claimed as (
        select
            offer.organisation,
            term.dimension,
            string_agg(distinct term.short_label, ', ' order by term.short_label) as labels
        from chosen
        inner join marts.offer as offer using (organisation)
        inner join marts.claim as claim using (offer)
        inner join marts.term as term using (term)
        where term.dimension in ('function', 'area')
        group by offer.organisation, term.dimension
    ),

    offered as (
        select
            offer.organisation,
            string_agg(distinct stage.label, ', ' order by stage.label) as stages,
            string_agg(distinct offer.website, ', ' order by offer.website) as websites,
            max(offer.submitted_at) as newest,
            arg_max(import.file, (offer.import, offer.row)) as file,
            arg_max(import.sheet, (offer.import, offer.row)) as sheet,
            arg_max(offer.row, (offer.import, offer.row)) as row
        from chosen
        inner join marts.offer as offer using (organisation)
        inner join raw.import as import using (import)
        left join raw.term as stage on stage.dimension = 'stage' and offer.stage = stage.code
        group by offer.organisation
    )

select
    listed.name,
    listed.also_written,
    listed.offers,
    coalesce(functions.labels, '') as functions,
    coalesce(areas.labels, '') as areas,
    coalesce(offered.stages, '') as stages,
    coalesce(offered.websites, '') as websites,
    offered.newest,
    offered.file,
    offered.sheet,
    offered.row
from chosen
inner join questions.organisations() as listed using (organisation)
inner join offered using (organisation)
left join
    claimed as functions
    on chosen.organisation = functions.organisation
    and functions.dimension = 'function'
left join
    claimed as areas
    on chosen.organisation = areas.organisation
    and areas.dimension = 'area'
order by chosen.place
