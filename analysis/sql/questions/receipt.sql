-- One row per offer that an import speaks of, or that its form spoke of before: what
-- becomes of it.
create macro questions.receipt(of_import) as table
with
    earlier as (
        select version.offer_key, arg_max(digest.digest, (import, row)) as digest
        from staging.version as version
        inner join staging.digest as digest using (import, row)
        where import < of_import
        group by version.offer_key
    ),

    here as (
        select version.*, digest.digest, earlier.digest as digest_before
        from staging.version as version
        inner join staging.digest as digest using (import, row)
        left join earlier using (offer_key)
        where import = of_import
        qualify row_number() over (partition by version.offer_key order by row desc) = 1
    ),

    gone as (
        select latest.*
        from staging.latest as latest
        where
            latest.form = (select form from raw.import where import = of_import)
            and latest.import <> of_import
            and latest.offer_key not in (select offer_key from here)
            and latest.offer_key not in (select offer_key from staging.mended)
    )

select
    case
        when here.digest_before is null
        then 'new'
        when here.digest_before is distinct from here.digest
        then 'changed'
        else 'same'
    end as change,
    here.row,
    here.organisation,
    here.offer_key,
    latest.replaced_by is not null as is_replaced
from here
left join staging.latest as latest using (offer_key)
union all
select 'gone' as change, gone.row, gone.organisation, gone.offer_key, gone.replaced_by is not null
from gone
order by change, "row"
