-- One row per offer and entry that said a stage of it which was news, and the row of
-- the
-- import; 0 where staff recorded it. An export that only repeats what an older one said
-- is no news, so it does not take back a change recorded in between. News of an import
-- that is dated later than is asked of is left out, unless it brought the offer.
create view staging.stage_told as
with
    told as (
        select
            version.offer_key,
            version.import,
            version.row,
            case
                when version.stage_wording is null then import.default_stage else wording.code
            end as stage,
            lag(version.import) over repeated is null
            or version.stage_wording
            is distinct from lag(version.stage_wording) over repeated as is_news,
            min(version.import) over (partition by version.offer_key) = version.import as is_first,
            import.told_at
        from staging.version as version
        inner join raw.import as import on version.import = import.import
        left join
            staging.wording as wording
            on version.stage_wording = wording.text
            and wording.dimension = 'stage'
        window repeated as (partition by version.offer_key order by version.import, version.row)
    ),

    first_told as (
        select offer_key, organisation_key, min(import) as import
        from staging.version
        where organisation_key in (select organisation_key from staging.stage_change)
        group by offer_key, organisation_key
    )

select told.offer_key, told.import as entry, told.row, told.stage
from told
cross join raw.until as until
where
    told.is_news
    and (told.is_first or until.ends_at is null or told.told_at < until.ends_at)
union all
select first_told.offer_key, change.entry, 0 as row, change.stage
from staging.stage_change as change
inner join
    first_told
    on change.organisation_key = first_told.organisation_key
    and change.entry > first_told.import
    and (change.offers is null or list_contains(change.offers, first_told.offer_key))
