-- One row per submission: the offer it is a version of. Imports repeat offers; keys
-- name them. A key is made of the organisation's name as written, so that joining two
-- organisations changes no offer's key.
create table staging.version as
with
    counted as (
        select
            import,
            row,
            kind,
            form,
            organisation,
            name_key,
            organisation_key,
            email,
            entry_id,
            submitted,
            submitted_at,
            stage_wording,
            row_number() over (
                partition by import, name_key, email, submitted order by row
            ) as occurrence
        from staging.submission
    ),

    identified as (
        select
            *,
            case
                when entry_id is not null
                then md5(concat_ws('|', 'entry', form, entry_id))
                when kind = 'eoi' and coalesce(email, submitted) is not null
                then
                    md5(
                        concat_ws(
                            '|',
                            'submission',
                            name_key,
                            coalesce(email, ''),
                            coalesce(submitted, form)
                        )
                    )
                else
                    md5(
                        concat_ws(
                            '|',
                            'row',
                            form,
                            name_key,
                            coalesce(email, ''),
                            coalesce(submitted, ''),
                            occurrence
                        )
                    )
            end as offer_key
        from counted
    )

select
    import,
    row,
    kind,
    form,
    organisation,
    name_key,
    organisation_key,
    email,
    submitted,
    submitted_at,
    stage_wording,
    offer_key,
    row_number() over (partition by offer_key order by import desc, row desc) as age
from identified
