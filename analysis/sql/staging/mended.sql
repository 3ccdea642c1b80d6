-- One row per offer whose e-mail address or time could not be read, and the offer
-- that a
-- newer import of its form has in its place: alike in all that could be read.
create table staging.mended as
with
    offer as (
        select *, min(import) over (partition by offer_key) as first_import
        from staging.version
        qualify age = 1
    ),

    unread as (
        select
            *,
            email is not null and not staging.is_address(email) as is_email_unread,
            submitted is not null and submitted_at is null as is_time_unread
        from offer
        where is_email_unread or is_time_unread
    )

select unread.offer_key, min(newer.offer_key) as mended_by
from unread
inner join
    offer as newer
    on unread.form = newer.form
    and unread.name_key = newer.name_key
    and newer.first_import > unread.import
    and (unread.is_email_unread or unread.email is not distinct from newer.email)
    and (unread.is_time_unread or unread.submitted is not distinct from newer.submitted)
group by unread.offer_key
