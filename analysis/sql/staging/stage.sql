-- One row per offer: its stage by the last entry that said one. An export that only
-- repeats an
-- older stage says nothing new, so it does not take back a change recorded in between.
create table staging.stage as
with
    told as (
        select
            version.offer_key,
            version.import as entry,
            version.row,
            wording.code as stage,
            version.stage_wording,
            lag(version.stage_wording) over (
                partition by version.offer_key order by version.import, version.row
            ) as stage_wording_before
        from staging.version as version
        left join
            staging.wording as wording
            on version.stage_wording = wording.text
            and wording.dimension = 'stage'
    ),

    first_told as (
        select offer_key, organisation_key, min(import) as import
        from staging.version
        group by offer_key, organisation_key
    ),

    said as (
        select offer_key, entry, row, stage
        from told
        where stage_wording is distinct from stage_wording_before and stage_wording is not null
        union all
        select first_told.offer_key, change.entry, 0 as row, change.stage
        from raw.stage_change as change
        inner join
            first_told
            on change.organisation_key = first_told.organisation_key
            and change.entry > first_told.import
    )

select offer_key, arg_max_null(stage, (entry, row)) as stage
from said
group by offer_key
