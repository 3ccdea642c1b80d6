-- One row per organisation with an open enquiry that claims what the filters ask for:
-- the furthest stage of all its open enquiries, how many days on a day it has been
-- open and at that stage, and what was last noted of it.
create macro questions.pipeline(on_day, only_terms, only_stages, with_whole_hub) as table
with
    first_told as (
        select offer_key, min(import) as import
        from staging.version
        group by offer_key
    ),

    shown as (
        select organisation
        from questions.passing(only_terms, only_stages, with_whole_hub)
        where counts_as = 'enquiry'
    ),

-- A stage that came with an enquiry is as old as it; else as old as what said it.
    enquiry as (
        select
            offer.organisation,
            offer.offer_key,
            stage.position,
            dated.first_at,
            case
                when told.entry = first_told.import then dated.first_at else entry.told_at
            end as stage_at
        from marts.offer as offer
        inner join marts.dated as dated using (offer)
        inner join first_told using (offer_key)
        inner join staging.stage as told using (offer_key)
        inner join raw.entry as entry on told.entry = entry.entry
        inner join raw.term as stage on stage.dimension = 'stage' and offer.stage = stage.code
        semi join shown using (organisation)
        where offer.counts_as = 'enquiry'
    ),

    opened as (
        select
            organisation,
            max(position) as "position",
            min(first_at) as first_at,
            min_by(stage_at, (-position, stage_at)) as stage_at,
            list(offer_key order by offer_key) as offers
        from enquiry
        group by organisation
    ),

    noted as (
        select
            coalesce(joined.organisation_key, note.organisation_key) as organisation_key,
            max(note.entry) as entry
        from raw.note as note
        left join raw.same_organisation as joined on note.organisation_key = joined.name_key
        group by 1
    )

select
    organisation.name,
    organisation.organisation_key,
    stage.code as stage,
    stage.label as stage_label,
    opened.offers,
    date_diff('day', opened.first_at::date, on_day::date)::bigint as days,
    date_diff('day', opened.stage_at::date, on_day::date)::bigint as stage_days,
    note.next_action,
    note.due,
    note.owner,
    note.text,
    note.entry as noted
from opened
inner join marts.organisation as organisation using (organisation)
inner join raw.term as stage on stage.dimension = 'stage' and opened."position" = stage.position
left join noted using (organisation_key)
left join raw.note as note on noted.entry = note.entry
order by lower(organisation.name), organisation.name
