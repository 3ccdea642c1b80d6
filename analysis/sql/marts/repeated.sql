-- One row per import that a newer one repeats: it speaks of an offer of the same form
-- again. What the newer one leaves out is gone from the form's export.
create table marts.repeated as
with
    followed as (
        select import, max(import) over (partition by offer_key) as newest from staging.version
    )

select distinct import
from followed
where newest > import
