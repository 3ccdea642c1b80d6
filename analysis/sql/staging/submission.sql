-- One row per submission of an import: the answers that are given once, typed.
create table staging.submission as
with
    told as (
        select
            import,
            row,
            max(text) filter (field = 'organisation') as organisation,
            max(text) filter (field = 'entry_id') as entry_id,
            max(coalesce(nullif(value, ''), text)) filter (
                field = 'submitted_at'
            ) as submitted,
            max(text) filter (field = 'stage') as stage,
            max(text) filter (field = 'offer') as offer_text,
            max(text) filter (field = 'website') as website,
            max(value) filter (field = 'reach') as reach
        from raw.answer
        where
            field in (
                'organisation',
                'entry_id',
                'submitted_at',
                'stage',
                'offer',
                'website',
                'reach'
            )
        group by import, row
    ),

    address as (
        select import, row, max(lower(trim(text))) as email
        from raw.private
        where field = 'email'
        group by import, row
    )

select
    told.import,
    told.row,
    import.kind,
    import.form,
    told.organisation,
    name.name_key,
    name.organisation_key,
    address.email,
    told.entry_id,
    told.submitted,
    try_cast(told.submitted as timestamptz) as submitted_at,
    told.stage as stage_wording,
    told.offer_text,
    told.website,
    try_cast(told.reach as integer) as reach
from told
inner join raw.import as import using (import)
inner join staging.organisation_name as name on told.organisation = name.name
left join address using (import, row)
