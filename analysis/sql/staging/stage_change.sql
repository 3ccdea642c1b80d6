-- One row per recorded change of stage. One recorded for one spelling is for the
-- organisation, as joined today.
create table staging.stage_change as
select
    change.entry,
    coalesce(joined.organisation_key, change.organisation_key) as organisation_key,
    change.stage,
    change.offers
from raw.stage_change as change
left join raw.same_organisation as joined on change.organisation_key = joined.name_key
